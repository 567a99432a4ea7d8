import type { Client } from "pg";
import { DatabaseUnavailableError, IndexUnusableError, WenzhengError } from "#domain/errors.ts";
import type { FileIndex } from "#store/file-index.ts";
import type { Generations } from "#store/generations.ts";
import { generationOf } from "#store/manifest.ts";
import { openIndex } from "#store/open-index.ts";
import { publishIndex } from "#store/publish-index.ts";
import { readCurrentVersion } from "#store/read-manifest.ts";
import { connect, type Purpose } from "./connection.ts";
import { KeptParts } from "./kept-parts.ts";
import { pullGeneration } from "./pull-generation.ts";
import { pushGeneration } from "./push-generation.ts";

interface Places {
  /** Addresses of the primary and its replicas; the first that answers is used. */
  readonly addresses: readonly string[];
  /** The node's own folder, which answers are read from. */
  readonly directory: string;
  /** The model questions are embedded by here; a generation made by another one is refused. Null takes any. */
  readonly embedderId: string | null;
}

/**
 * Generations in PostgreSQL for any number of machines. The database is the truth; each node answers from a copy of the
 * current generation in its own files, so the answers are those of an index that was built there, byte for byte, and a
 * database that is gone stops none of them.
 */
export function postgresGenerations(places: Places): Generations {
  const { addresses, directory } = places;
  let reading: Promise<Client> | null = null;
  const asked = async <Result>(ask: (client: Client) => Promise<Result>): Promise<Result> => {
    reading ??= connect(addresses, "read");
    const connected = reading;
    try {
      return await ask(await connected);
    } catch (error) {
      reading = null;
      void connected.then((client) => client.end()).catch(() => {});
      throw told(error);
    }
  };
  return {
    publish: (content, last = null) =>
      publishIndex(directory, content, {
        last,
        before: (path, manifest) =>
          connected(addresses, "write", (client) => pushGeneration(client, content, { path, manifest })),
      }),
    current: () => asked(currentGeneration),
    open: () => asked((client) => open(client, places)),
    async close() {
      await reading?.then((client) => client.end()).catch(() => {});
      reading = null;
    },
  };
}

/** Opens the copy at hand when it is of the current generation and sound, else one that is fetched first. */
async function open(client: Client, { directory, embedderId }: Places): Promise<FileIndex> {
  if (heldGeneration(directory) === (await currentGeneration(client))) {
    try {
      return openIndex(directory);
    } catch (error) {
      if (!(error instanceof IndexUnusableError)) throw error;
    }
  }
  const { content, graph, createdAt } = await pullGeneration(client, {
    kept: new KeptParts(directory),
    embedderId,
  });
  await publishIndex(directory, content, { graph, now: () => new Date(createdAt) });
  return openIndex(directory);
}

/** Generation of the copy at hand; null when there is none that this program reads. */
export function heldGeneration(directory: string): string | null {
  try {
    return generationOf(readCurrentVersion(directory).manifest);
  } catch (error) {
    if (error instanceof IndexUnusableError) return null;
    throw error;
  }
}

async function currentGeneration(client: Client): Promise<string | null> {
  try {
    const { rows } = await client.query("SELECT generation FROM wenzheng_current");
    return rows.length === 0 ? null : String(rows[0]?.generation);
  } catch (error) {
    if (codeOf(error) === NO_SUCH_TABLE) return null;
    throw error;
  }
}

async function connected(
  addresses: readonly string[],
  purpose: Purpose,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = await connect(addresses, purpose);
  try {
    await work(client);
  } catch (error) {
    throw told(error);
  } finally {
    await client.end().catch(() => {});
  }
}

const NO_SUCH_TABLE = "42P01";

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** A fault of the connection or of the server, as one that an operator can act on; others as they are. */
function told(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof WenzhengError) return error;
  const isOfServer = codeOf(error) !== undefined || /^(?:Connection|Client|Query)\b/.test(error.message);
  return isOfServer ? new DatabaseUnavailableError({ faults: [error.message] }, { cause: error }) : error;
}
