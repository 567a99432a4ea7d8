import type { IndicatorRecord } from "#protocol/library.ts";
import type { DataPageParameters } from "#protocol/query-string.ts";

type Key = DataPageParameters["sort"];
type Order = (a: IndicatorRecord, b: IndicatorRecord) => number;

const words = new Intl.Collator("zh-CN", { numeric: true });

const BY: Readonly<Record<Key, Order>> = {
  region: (a, b) => words.compare(a.region ?? "", b.region ?? ""),
  year: (a, b) => a.year - b.year,
  indicator: (a, b) => words.compare(a.indicator, b.indicator),
  kind: (a, b) => a.kind.localeCompare(b.kind),
  value: (a, b) => (a.value ?? 0) - (b.value ?? 0),
};
const THEN: readonly Key[] = ["region", "indicator", "year", "kind"];

/** Rows in the reader's order; ties keep to region, indicator, year and kind, and rows without a number stand last. */
export function sorted(rows: readonly IndicatorRecord[], key: Key, order: "asc" | "desc"): IndicatorRecord[] {
  const sign = order === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const missing = key === "value" ? Number(a.value === null) - Number(b.value === null) : 0;
    if (missing !== 0) return missing;
    const first = sign * BY[key](a, b);
    return first !== 0 ? first : THEN.reduce((so, each) => (so !== 0 ? so : BY[each](a, b)), 0);
  });
}
