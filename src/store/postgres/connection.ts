import type { Client } from "pg";
import { ConfigurationError, DatabaseUnavailableError } from "#domain/errors.ts";

const CONNECT_MS = 3_000;
const QUERY_MS = 120_000;

/** What is to be done there: a replica can be read, only the primary written. */
export type Purpose = "read" | "write";

/**
 * Connects to the first address that answers and serves the purpose.
 * @param addresses such as `postgresql://user:password@host:5432/database`
 * @throws DatabaseUnavailableError saying what was met at each; ConfigurationError where the driver is not installed
 */
export async function connect(addresses: readonly string[], purpose: Purpose): Promise<Client> {
  const driver = await loadDriver();
  const faults: string[] = [];
  for (const address of addresses) {
    const client = new driver.Client({
      connectionString: address,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      application_name: "wenzheng",
    });
    // A connection that breaks while nothing is asked is told by the next query.
    client.on("error", () => {});
    const fault = await client.connect().then(
      () => unfit(client, purpose),
      (error: unknown) => messageOf(error),
    );
    if (fault === null) return client;
    faults.push(`${placeOf(address)}: ${fault}`);
    await client.end().catch(() => {});
  }
  throw new DatabaseUnavailableError({ faults });
}

/** Why a connected server cannot be used, null when it can. */
async function unfit(client: Client, purpose: Purpose): Promise<string | null> {
  try {
    if ((await shown(client, "server_encoding")) !== "UTF8") return "its encoding is not UTF8";
    if (purpose === "write" && (await shown(client, "transaction_read_only")) === "on")
      return "it can only be read (a replica)";
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function shown(client: Client, setting: string): Promise<unknown> {
  const { rows } = await client.query(`SHOW ${setting}`);
  return rows[0]?.[setting];
}

/** Loaded here alone, since only who names a database needs it. */
async function loadDriver(): Promise<typeof import("pg")> {
  try {
    return await import("pg");
  } catch (cause) {
    throw new ConfigurationError(
      {
        where: "setting DATABASE_URL",
        problem: "the driver for PostgreSQL is not installed",
        advice: "Run `npm install pg` in the project's folder.",
      },
      { cause },
    );
  }
}

/** Host, port and database, without name and password. */
function placeOf(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}

/** A refused connection to a host of several addresses has its reasons inside. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
