import type { Client } from "pg";

/** A statement takes 65,535 values at most, and a message of some megabytes is large enough. */
const ROWS_A_STATEMENT = 200;

/** A value of a column. Text loses the null character, which no database of this family keeps. */
export type Value = string | number | Buffer | null;

/** Inserts rows of equal width, some hundred a statement. */
export async function insertRows(
  client: Client,
  table: string,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const batch = rows.slice(from, from + ROWS_A_STATEMENT);
    const width = batch[0]?.length ?? 0;
    const groups = batch.map((row, at) => `(${row.map((_, column) => `$${at * width + column + 1}`)})`);
    const values = batch
      .flat()
      .map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : value));
    await client.query(`INSERT INTO ${table} VALUES ${groups}`, values);
  }
}
