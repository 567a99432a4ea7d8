import type { Database } from "better-sqlite3";
import type { IndicatorFilter, IndicatorKind, IndicatorRow } from "#domain/indicator.ts";

/** One combination that the table holds, and how many rows have it. */
export interface IndicatorGroup {
  readonly indicator: string;
  readonly region: string | null;
  readonly year: number;
  readonly kind: IndicatorKind;
  readonly rows: number;
}

/** Column of each list of the filter; each list is an OR, the lists together an AND. */
const COLUMNS = [
  ["regions", "region"],
  ["years", "year"],
  ["indicators", "indicator"],
  ["kinds", "kind"],
  ["periods", "period"],
  ["documents", "documentId"],
] as const;

/** Exact lookups over the indicator rows of one SQLite file. */
export class IndicatorTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Rows that pass the filter, in the order of the index. */
  rows(filter: IndicatorFilter): IndicatorRow[] {
    const { where, values } = conditions(filter);
    const sql = `SELECT row FROM indicators ${where} ORDER BY position LIMIT ? OFFSET ?`;
    return this.#database
      .prepare<unknown[], string>(sql)
      .pluck()
      .all(...values, filter.limit ?? -1, filter.offset ?? 0)
      .map(toRow);
  }

  /** Rows by their positions, in the order given. */
  rowsAt(positions: readonly number[]): IndicatorRow[] {
    const sql =
      "SELECT row FROM json_each(?) AS wanted JOIN indicators ON position = wanted.value ORDER BY wanted.key";
    return this.#database.prepare<[string], string>(sql).pluck().all(JSON.stringify(positions)).map(toRow);
  }

  row(id: string): IndicatorRow | null {
    const sql = "SELECT row FROM indicators WHERE id = ?";
    const stored = this.#database.prepare<[string], string>(sql).pluck().get(id);
    return stored === undefined ? null : toRow(stored);
  }

  /** How many rows pass the filter; its limit and offset do not count. */
  count(filter: IndicatorFilter): number {
    const { where, values } = conditions(filter);
    const sql = `SELECT count(*) AS rows FROM indicators ${where}`;
    return this.#database.prepare<unknown[], { rows: number }>(sql).get(...values)?.rows ?? 0;
  }

  /** Which combinations of indicator, region, year and kind exist; a filter by document is not looked at. */
  groups(filter: IndicatorFilter): IndicatorGroup[] {
    const { documents: _, ...rest } = filter;
    const { where, values } = conditions(rest);
    const sql = `SELECT * FROM indicatorGroups ${where} ORDER BY +rowid LIMIT ? OFFSET ?`;
    return this.#database
      .prepare<unknown[], IndicatorGroup>(sql)
      .all(...values, filter.limit ?? -1, filter.offset ?? 0);
  }
}

function conditions(filter: IndicatorFilter): { where: string; values: unknown[] } {
  const parts: string[] = [];
  const values: unknown[] = [];
  for (const [list, column] of COLUMNS) {
    const wanted = filter[list];
    if (wanted === undefined) continue;
    // One value however long the list: SQLite takes 32,766 in all.
    parts.push(`${column} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(wanted));
  }
  return { where: parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`, values };
}

function toRow(stored: string): IndicatorRow {
  const row: IndicatorRow = JSON.parse(stored);
  return row;
}
