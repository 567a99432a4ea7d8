import type { Client } from "pg";
import { bytesDialect } from "./bytes-dialect.ts";
import type { Dialect } from "./dialect.ts";
import { vectorDialect } from "./vector-dialect.ts";

/**
 * Six tables. `current` has one row at most: the generation that is current. `held` lists its documents in order; what each
 * of them yields stands under the digest of it all (`part`), so that another generation with the same document needs no
 * second copy. `entry` is the JSON that answers are made from, to the byte; the columns beside it are for whoever asks in SQL.
 * Types, clauses and names are those that openGauss and its kin also know.
 */
const tables = ({ vectorType }: Dialect): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS wenzheng_current (generation varchar(16) PRIMARY KEY, manifest text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS wenzheng_held (place integer PRIMARY KEY, part varchar(64) NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS wenzheng_documents (part varchar(64) PRIMARY KEY, id text NOT NULL, title text NOT NULL,
    region text, entry text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS wenzheng_passages (part varchar(64) NOT NULL, ordinal integer NOT NULL, id text NOT NULL,
    words text NOT NULL, entry text NOT NULL, embedding ${vectorType} NOT NULL, PRIMARY KEY (part, ordinal))`,
  `CREATE TABLE IF NOT EXISTS wenzheng_figures (part varchar(64) NOT NULL, ordinal integer NOT NULL, id text NOT NULL,
    region text, year integer NOT NULL, period text NOT NULL, indicator text NOT NULL, kind text NOT NULL, amount text,
    unit text, entry text NOT NULL, PRIMARY KEY (part, ordinal))`,
  `CREATE TABLE IF NOT EXISTS wenzheng_graph (piece integer PRIMARY KEY, bytes bytea NOT NULL)`,
];

/** Makes the tables where they are missing; returns the dialect they are in. */
export async function prepareTables(client: Client): Promise<Dialect> {
  const dialect = (await storedDialect(client)) ?? (await offeredDialect(client));
  for (const table of tables(dialect)) await client.query(table);
  return dialect;
}

/** The dialect of the tables that are there; null where there are none. */
export async function storedDialect(client: Client): Promise<Dialect | null> {
  const { rows } = await client.query(
    `SELECT udt_name AS type FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'wenzheng_passages' AND column_name = 'embedding'`,
  );
  if (rows.length === 0) return null;
  return rows[0]?.type === bytesDialect.vectorType ? bytesDialect : vectorDialect;
}

async function offeredDialect(client: Client): Promise<Dialect> {
  const { rows } = await client.query("SELECT 1 FROM pg_type WHERE typname = 'vector'");
  return rows.length > 0 ? vectorDialect : bytesDialect;
}
