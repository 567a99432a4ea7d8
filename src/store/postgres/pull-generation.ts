import type { Client } from "pg";
import { z } from "zod";
import { IndexUnusableError } from "#domain/errors.ts";
import { digestOf } from "#store/durable.ts";
import type { IndexContent } from "#store/index-content.ts";
import { INDEX_FORMAT } from "#store/manifest.ts";
import type { MadeGraph } from "#store/publish-index.ts";
import { type GenerationRow, generationSchema } from "./generation-row.ts";
import type { KeptParts } from "./kept-parts.ts";
import { joined, type Part } from "./part.ts";
import { pullParts } from "./pull-parts.ts";
import { storedDialect } from "./tables.ts";

export interface PulledGeneration {
  readonly content: IndexContent;
  readonly graph: MadeGraph;
  readonly createdAt: string;
}

interface Pulling {
  readonly kept: KeptParts;
  /** The model it must have been made by; null takes any. */
  readonly embedderId: string | null;
}

/**
 * The current generation, whole, as of one moment: what is published meanwhile is not seen. Documents kept from before are
 * not fetched again, and those no longer held are let go.
 * @throws IndexUnusableError when nothing was published, in another format, or something came back otherwise than published
 */
export async function pullGeneration(
  client: Client,
  { kept, embedderId }: Pulling,
): Promise<PulledGeneration> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const dialect = await storedDialect(client);
    const row = dialect === null ? null : await currentRow(client);
    if (dialect === null || row === null) throw refused("nothing was published there");
    if (embedderId !== null && row.embedder.id !== embedderId)
      throw refused(`it was built with the model ${row.embedder.id}, not ${embedderId}`);
    const { rows } = await client.query("SELECT part FROM wenzheng_held ORDER BY place");
    const held = z
      .array(z.object({ part: z.string() }))
      .parse(rows)
      .map(({ part }) => part);
    const found = new Map<string, Part | null>(held.map((digest) => [digest, kept.part(digest)]));
    const missing = [...found].flatMap(([digest, part]) => (part === null ? [digest] : []));
    for await (const [digest, part] of pullParts(client, missing, dialect)) kept.keep(digest, part);
    kept.prune(new Set(held));
    const graph = await pullGraph(client, row);
    const parts = held.map((digest) => found.get(digest) ?? kept.part(digest) ?? lost(digest));
    const { embedder, corpusDigest, codeVersion, createdAt, revisions } = row;
    return {
      content: { ...joined(parts), revisions, embedder, corpusDigest, codeVersion },
      graph,
      createdAt,
    };
  } finally {
    await client.query("ROLLBACK").catch(() => {});
  }
}

async function currentRow(client: Client): Promise<GenerationRow | null> {
  const { rows } = await client.query("SELECT manifest FROM wenzheng_current");
  if (rows.length === 0) return null;
  const parsed = generationSchema.safeParse(JSON.parse(String(rows[0]?.manifest)));
  if (!parsed.success) throw refused("its manifest is of another format");
  if (parsed.data.formatVersion !== INDEX_FORMAT)
    throw refused(`it has format ${parsed.data.formatVersion}, this program reads ${INDEX_FORMAT}`);
  return parsed.data;
}

async function pullGraph(client: Client, published: GenerationRow): Promise<MadeGraph> {
  const pieces: Buffer[] = [];
  for (let piece = 0; ; piece += 1) {
    const { rows } = await client.query("SELECT bytes FROM wenzheng_graph WHERE piece = $1", [piece]);
    if (rows.length === 0) break;
    pieces.push(z.instanceof(Buffer).parse(rows[0]?.bytes));
  }
  const both = Buffer.concat(pieces);
  const [bytes, list] = [both.subarray(0, published.graph.bytes), both.subarray(published.graph.bytes)];
  if (digestOf(bytes) !== published.graph.sha256 || digestOf(list) !== published.nodes.sha256)
    throw refused("its graph is damaged");
  return { bytes, nodes: new Uint32Array(new Uint8Array(list).buffer) };
}

const refused = (reason: string) => new IndexUnusableError({ path: "DATABASE_URL", reason });

function lost(digest: string): never {
  throw refused(`its document ${digest} could not be kept`);
}
