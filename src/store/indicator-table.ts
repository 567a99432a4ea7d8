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

type StoredRow = Omit<IndicatorRow, "context" | "section"> & {
  readonly position: number;
  readonly contextStart: number;
  readonly contextEnd: number;
  readonly section: string;
};

/** Column of each list of the filter; each list is an OR, the lists together an AND. */
const COLUMNS = [
  ["regions", "region"],
  ["years", "year"],
  ["indicators", "indicator"],
  ["kinds", "kind"],
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
    // The unary plus keeps SQLite from walking the whole table just because it is already in order.
    const order = where === "" ? "position" : "+position";
    const sql = `SELECT * FROM indicators ${where} ORDER BY ${order} LIMIT ? OFFSET ?`;
    const stored = this.#database
      .prepare<unknown[], StoredRow>(sql)
      .all(...values, filter.limit ?? -1, filter.offset ?? 0);
    return stored.map(fromStored);
  }

  row(id: string): IndicatorRow | null {
    const stored = this.#database
      .prepare<[string], StoredRow>("SELECT * FROM indicators WHERE id = ?")
      .get(id);
    return stored === undefined ? null : fromStored(stored);
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
    parts.push(`${column} IN (${wanted.map(() => "?").join(", ")})`);
    values.push(...wanted);
  }
  return { where: parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`, values };
}

function fromStored(stored: StoredRow): IndicatorRow {
  const { position: _, contextStart, contextEnd, section, ...columns } = stored;
  const titles: readonly string[] = JSON.parse(section);
  return { ...columns, context: { start: contextStart, end: contextEnd }, section: titles };
}
