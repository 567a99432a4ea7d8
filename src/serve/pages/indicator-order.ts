import { INDICATOR_KINDS } from "#domain/indicator.ts";
import type { IndicatorRecord } from "#protocol/library.ts";
import type { DataPageParameters } from "#protocol/query-string.ts";

type Key = DataPageParameters["sort"];
type Order = (a: IndicatorRecord, b: IndicatorRecord) => number;

const words = new Intl.Collator("zh-CN", { numeric: true });
const THEN: readonly Key[] = ["region", "indicator", "year", "kind"];

/** Names in the order a Chinese reader expects, each once. */
export function inWordOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort(words.compare);
}

/** Rows in the reader's order; ties keep to region, indicator, year and kind, and rows without a number stand last. */
export function sorted(rows: readonly IndicatorRecord[], key: Key, order: "asc" | "desc"): IndicatorRecord[] {
  const by = ordersOf(rows);
  const sign = order === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const missing = key === "value" ? Number(a.value === null) - Number(b.value === null) : 0;
    if (missing !== 0) return missing;
    const first = sign * by[key](a, b);
    return first !== 0 ? first : THEN.reduce((so, each) => (so !== 0 ? so : by[each](a, b)), 0);
  });
}

/** Collating is slow and names repeat: each is ranked once, then rows compare by rank. */
function ordersOf(rows: readonly IndicatorRecord[]): Readonly<Record<Key, Order>> {
  const regions = ranksOf(rows.map((row) => row.region ?? ""));
  const indicators = ranksOf(rows.map((row) => row.indicator));
  return {
    region: (a, b) => rank(regions, a.region ?? "") - rank(regions, b.region ?? ""),
    indicator: (a, b) => rank(indicators, a.indicator) - rank(indicators, b.indicator),
    year: (a, b) => a.year - b.year,
    kind: (a, b) => INDICATOR_KINDS.indexOf(a.kind) - INDICATOR_KINDS.indexOf(b.kind),
    value: (a, b) => (a.value ?? 0) - (b.value ?? 0),
  };
}

function ranksOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(inWordOrder(names).map((name, at) => [name, at]));
}

function rank(ranks: ReadonlyMap<string, number>, name: string): number {
  return ranks.get(name) ?? 0;
}
