import { INDICATOR_KINDS, type IndicatorKind } from "#domain/indicator.ts";

/** What of an indicator row is filtered, counted and sorted by. */
export interface ColumnRow {
  readonly region: string | null;
  readonly indicator: string;
  readonly documentId: string;
  readonly year: number;
  readonly kind: IndicatorKind;
  readonly value: string | number | null;
}

/** Columns that rows are filtered by; each list is an OR, the lists together an AND, an absent list lets all through. */
export interface ColumnFilter {
  readonly regions?: readonly string[];
  readonly indicators?: readonly string[];
  readonly documents?: readonly string[];
  readonly years?: readonly number[];
  readonly kinds?: readonly IndicatorKind[];
}

export type SortKey = "region" | "year" | "indicator" | "kind" | "value";

/** A value of a column, and how many rows have it. */
export interface Facet {
  readonly value: string;
  readonly rows: number;
}

export type Facets = Readonly<Record<FacetColumn, readonly Facet[]>>;
export const FACET_COLUMNS = ["region", "indicator", "document", "year", "kind"] as const;
export type FacetColumn = (typeof FACET_COLUMNS)[number];

/**
 * The columns of all rows as numbers, so that a million rows are filtered, counted and put in order in some milliseconds
 * without a look at the rows. They stand in the reader's order: by region, indicator, year and kind; codes ascend in the
 * order a Chinese reader expects of names.
 */
export interface ColumnData {
  readonly names: Readonly<Record<FacetColumn, readonly string[]>>;
  readonly codes: Readonly<Record<FacetColumn, Uint32Array>>;
  /** Rank of the value among all values, from 1; 0 for a row without one. */
  readonly value: Uint32Array;
  /** Where each row stands in the index. */
  readonly position: Uint32Array;
}

/** Encodes rows, given in the order of their positions. */
export function columnsOf(rows: readonly ColumnRow[]): ColumnData {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const byWord = (names: readonly string[]) => [...new Set(names)].sort(collator.compare);
  const columns: Record<FacetColumn, readonly string[]> = {
    region: rows.map((row) => row.region ?? ""),
    indicator: rows.map((row) => row.indicator),
    document: rows.map((row) => row.documentId),
    year: rows.map((row) => String(row.year)),
    kind: rows.map((row) => row.kind),
  };
  const names = {
    region: byWord(columns.region),
    indicator: byWord(columns.indicator),
    document: [...new Set(columns.document)].sort(),
    year: [...new Set(columns.year)].sort((a, b) => Number(a) - Number(b)),
    kind: [...INDICATOR_KINDS],
  };
  const unordered = recordOf((column) => encoded(columns[column], names[column]));
  const position = Uint32Array.from(rows.keys()).sort(
    (a, b) =>
      between(unordered.region, a, b) ||
      between(unordered.indicator, a, b) ||
      between(unordered.year, a, b) ||
      between(unordered.kind, a, b) ||
      a - b,
  );
  const ordered = (codes: Uint32Array) => position.map((at) => codes[at] ?? 0);
  return {
    names,
    codes: recordOf((column) => ordered(unordered[column])),
    value: ordered(ranksOf(rows.map((row) => row.value))),
    position,
  };
}

/** Filters, counts and orders the rows of one index. */
export class IndicatorColumns {
  readonly #data: ColumnData;

  constructor(data: ColumnData) {
    this.#data = data;
  }

  /** Positions of the rows that pass, in the reader's order; ties keep to region, indicator, year and kind. */
  positions(filter: ColumnFilter, sort: SortKey = "region", order: "asc" | "desc" = "asc"): Uint32Array {
    const { codes, value, position } = this.#data;
    const passing = indicesOf(this.#failures(this.#wanted(filter)));
    const isInOrder = sort === "region" && order === "asc";
    const sorted = isInOrder
      ? passing
      : inOrder(passing, sort === "value" ? value : codes[sort], { order, nullIsLast: sort === "value" });
    for (let at = 0; at < sorted.length; at += 1) sorted[at] = position[sorted[at] ?? 0] ?? 0;
    return sorted;
  }

  /** For each column, its values among the rows that pass all filters but that column's own, the most frequent first. */
  facets(filter: ColumnFilter, most: number): Facets {
    const wanted = this.#wanted(filter);
    const failures = this.#failures(wanted);
    const { codes, names } = this.#data;
    return recordOf((column) => {
      const allowed = wanted.get(column);
      const counts = countsOf(codes[column], failures, { allowed, size: names[column].length });
      return mostFirst(names[column], counts, most);
    });
  }

  /** Names of a column in the order a reader expects. */
  names(column: FacetColumn): readonly string[] {
    return this.#data.names[column];
  }

  /** For each row, how many filters it does not pass. */
  #failures(wanted: ReadonlyMap<FacetColumn, Uint8Array>): Uint8Array {
    const failures = new Uint8Array(this.#data.position.length);
    for (const [column, allowed] of wanted) addFailures(failures, this.#data.codes[column], allowed);
    return failures;
  }

  /** For each column that is filtered, 1 at every code that passes. */
  #wanted({ regions, indicators, documents, years, kinds }: ColumnFilter): Map<FacetColumn, Uint8Array> {
    const lists = { region: regions, indicator: indicators, document: documents, year: years, kind: kinds };
    const wanted = new Map<FacetColumn, Uint8Array>();
    for (const column of FACET_COLUMNS) {
      const list = lists[column];
      if (list === undefined) continue;
      const names = new Set(list.map(String));
      wanted.set(
        column,
        Uint8Array.from(this.#data.names[column], (name) => Number(names.has(name))),
      );
    }
    return wanted;
  }
}

// The loops below go over every row: they are plain, and each does one thing.

function addFailures(failures: Uint8Array, codes: Uint32Array, allowed: Uint8Array): void {
  for (let at = 0; at < codes.length; at += 1) {
    failures[at] = (failures[at] ?? 0) + 1 - (allowed[codes[at] ?? 0] ?? 0);
  }
}

function indicesOf(failures: Uint8Array): Uint32Array {
  const indices = new Uint32Array(failures.length);
  let size = 0;
  for (let at = 0; at < failures.length; at += 1) {
    indices[size] = at;
    if (failures[at] === 0) size += 1;
  }
  return indices.slice(0, size);
}

/** How many rows have each code and fail no filter but perhaps the one of this column. */
function countsOf(
  codes: Uint32Array,
  failures: Uint8Array,
  { allowed, size }: { readonly allowed: Uint8Array | undefined; readonly size: number },
): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const own = allowed === undefined ? 0 : 1 - (allowed[code] ?? 0);
    if (failures[at] === own) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function recordOf<T>(make: (column: FacetColumn) => T): Record<FacetColumn, T> {
  const [region, indicator, document] = [make("region"), make("indicator"), make("document")];
  return { region, indicator, document, year: make("year"), kind: make("kind") };
}

function encoded(values: readonly string[], names: readonly string[]): Uint32Array {
  const codes = new Map(names.map((name, code) => [name, code]));
  return Uint32Array.from(values, (value) => codes.get(value) ?? 0);
}

function ranksOf(values: readonly (string | number | null)[]): Uint32Array {
  const numbers = values.map((value) => (value === null ? Number.NaN : Number(value)));
  const known = [...new Set(numbers.filter((number) => !Number.isNaN(number)))].sort((a, b) => a - b);
  const ranks = new Map(known.map((number, at) => [number, at + 1]));
  return Uint32Array.from(numbers, (number) => ranks.get(number) ?? 0);
}

const between = (codes: Uint32Array, a: number, b: number): number => (codes[a] ?? 0) - (codes[b] ?? 0);

/** A stable counting sort of row numbers by the codes of the rows. */
function inOrder(
  rows: Uint32Array,
  codes: Uint32Array,
  { order, nullIsLast }: { readonly order: "asc" | "desc"; readonly nullIsLast: boolean },
): Uint32Array {
  let most = 0;
  for (let at = 0; at < rows.length; at += 1) most = Math.max(most, codes[rows[at] ?? 0] ?? 0);
  const rankOf = (code: number) => {
    if (nullIsLast && code === 0) return most + 1;
    return order === "asc" ? code : most - code;
  };
  const starts = new Uint32Array(most + 3);
  for (let at = 0; at < rows.length; at += 1) {
    const next = rankOf(codes[rows[at] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const rank = rankOf(codes[rows[at] ?? 0] ?? 0);
    const to = starts[rank] ?? 0;
    sorted[to] = rows[at] ?? 0;
    starts[rank] = to + 1;
  }
  return sorted;
}

function mostFirst(names: readonly string[], counts: Uint32Array, most: number): Facet[] {
  const held = Uint32Array.from(counts.keys()).filter(
    (code) => (counts[code] ?? 0) > 0 && names[code] !== "",
  );
  return [...held.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).subarray(0, most)].map(
    (code) => ({
      value: names[code] ?? "",
      rows: counts[code] ?? 0,
    }),
  );
}
