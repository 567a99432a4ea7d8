import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { type IndexContent, indexedText } from "#store/index-content.ts";
import { generationOf, type Manifest } from "#store/manifest.ts";
import type { Dialect } from "./dialect.ts";
import type { GenerationRow } from "./generation-row.ts";
import { insertRows } from "./insert-rows.ts";
import { digestOfPart, encodePart, type Part, partsOf } from "./part.ts";
import { prepareTables } from "./tables.ts";

/** Bytes of the graph a row holds. */
const PIECE = 1 << 20;

/**
 * Makes content the current generation of the database, in one transaction: whoever dies in it has changed nothing, and who
 * reads meanwhile sees the generation before. Documents that are there already are not sent again.
 * @param path folder of the same index in files, for its graph and the list of its nodes, which travel one behind the other
 */
export async function pushGeneration(
  client: Client,
  content: IndexContent,
  { path, manifest }: { readonly path: string; readonly manifest: Manifest },
): Promise<void> {
  const dialect = await prepareTables(client);
  await client.query("BEGIN");
  try {
    // One publisher at a time; readers are let through.
    await client.query("LOCK TABLE wenzheng_current IN EXCLUSIVE MODE");
    const held = await pushParts(client, content, dialect);
    await replaceRows(client, "wenzheng_held", [...held.entries()]);
    const files = ["vectors.hnsw", "vectors.nodes"].map((file) => readFileSync(join(path, file)));
    const pieces = piecesOf(Buffer.concat(files));
    await replaceRows(client, "wenzheng_graph", [...pieces.entries()]);
    await replaceRows(client, "wenzheng_current", [
      [generationOf(manifest), JSON.stringify(rowOf(manifest, content))],
    ]);
    for (const table of ["wenzheng_documents", "wenzheng_passages", "wenzheng_figures"])
      await client.query(`DELETE FROM ${table} WHERE part NOT IN (SELECT part FROM wenzheng_held)`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Sends the parts that the database lacks; returns the digests of all, in order. */
async function pushParts(client: Client, content: IndexContent, dialect: Dialect): Promise<string[]> {
  const { rows } = await client.query("SELECT part FROM wenzheng_documents");
  const known = new Set<unknown>(rows.map(({ part }) => part));
  const held: string[] = [];
  for (const part of partsOf(content)) {
    const digest = digestOfPart(encodePart(part));
    held.push(digest);
    if (known.has(digest)) continue;
    known.add(digest);
    await pushPart(client, part, { digest, dialect });
  }
  return held;
}

interface Naming {
  readonly digest: string;
  readonly dialect: Dialect;
}

async function pushPart(client: Client, part: Part, { digest, dialect }: Naming): Promise<void> {
  const { document, chunks, indicators } = part;
  const texts = encodePart(part);
  await insertRows(client, "wenzheng_documents", [
    [digest, document.id, document.title, document.region, texts.document],
  ]);
  await insertRows(
    client,
    "wenzheng_passages",
    chunks.map((chunk, at) => {
      const embedding = dialect.toColumn(part.vectors[at] ?? new Float32Array());
      return [digest, at, chunk.id, indexedText(chunk), texts.chunks[at] ?? "", embedding];
    }),
  );
  await insertRows(
    client,
    "wenzheng_figures",
    indicators.map(({ id, region, year, period, indicator, kind, value, unit }, at) => {
      const entry = texts.indicators[at] ?? "";
      return [digest, at, id, region, year, period, indicator, kind, value, unit, entry];
    }),
  );
}

async function replaceRows(
  client: Client,
  table: string,
  rows: Parameters<typeof insertRows>[2],
): Promise<void> {
  await client.query(`DELETE FROM ${table}`);
  for (const row of rows) await insertRows(client, table, [row]);
}

function piecesOf(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) pieces.push(bytes.subarray(from, from + PIECE));
  return pieces;
}

function rowOf({ files, counts: _, ...manifest }: Manifest, { revisions = [] }: IndexContent): GenerationRow {
  return {
    ...manifest,
    revisions: [...revisions],
    graph: files["vectors.hnsw"],
    nodes: files["vectors.nodes"],
  };
}
