import type { IndicatorRow } from "#domain/indicator.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Fact } from "./print-report.ts";
import type { ReadBack } from "./read-rows.ts";

/**
 * What is wrong with a reading. `wrong`: a row that tells what the report does not say; `missing`: a fact without a row;
 * `unknown`: a row that leaves open what the report prints.
 */
export interface Fault {
  readonly fault: "wrong" | "missing" | "unknown" | "unread";
  /** What of the row: value, kind, year … */
  readonly part: string;
  readonly message: string;
}

export const toldOf = ({ indicator, kind, year, period, value, unit, qualifier }: IndicatorRow): string =>
  [indicator, kind, year, period, value, unit, qualifier].join(" ");
const wanted = ({ indicator, kind, year, period, value, unit, qualifier }: Fact): string =>
  [indicator, kind, year, period, value, unit, qualifier].join(" ");

export const digits = (value: string | null): string => (value ?? "").replace("-", "");

/** Every fault of a reading, the gravest first. */
export function judge({ printed, document, rows }: ReadBack, region: string): Fault[] {
  if (document === null) return [{ fault: "unread", part: "file", message: printed.title }];
  const figures = rows.filter(({ value }) => value !== null);
  const byValue = new Map(printed.facts.map((fact) => [digits(fact.value), fact]));
  const seen = new Set<Fact>();
  const faults = figures.flatMap((row): Fault[] => {
    const fact = byValue.get(digits(row.value));
    if (fact === undefined)
      return [{ fault: "wrong", part: "value", message: `${toldOf(row)} (${row.raw}) is in no cell` }];
    seen.add(fact);
    return partsOf(row, fact, region).map(([part, open]) => ({
      fault: open ? "unknown" : "wrong",
      part,
      message: `${toldOf(row)} of ${row.region}, not ${wanted(fact)} of ${region}`,
    }));
  });
  const missing = printed.facts.filter((fact) => !seen.has(fact));
  return [
    ...faults,
    ...missing.map((fact): Fault => ({ fault: "missing", part: "row", message: wanted(fact) })),
  ].sort((one, other) => RANK[one.fault] - RANK[other.fault]);
}

const RANK = { unread: 0, wrong: 1, missing: 2, unknown: 3 } as const;

/** The parts in which a row differs from its fact, and whether it leaves the part open. */
export function partsOf(row: IndicatorRow, fact: Fact, region: string): [part: string, open: boolean][] {
  const differing: [string, boolean, boolean][] = [
    ["value", row.value !== fact.value, false],
    ["indicator", !isCalled(row.indicator, fact), false],
    ["unit", row.unit !== fact.unit, row.unit === null],
    ["qualifier", row.qualifier !== fact.qualifier, false],
    ["kind", row.kind !== fact.kind, row.kind === "unknown"],
    ["year", row.year !== fact.year, false],
    ["period", row.period !== fact.period, row.period === "unknown"],
    ["region", row.region !== region, row.region === null],
  ];
  return differing.flatMap(([part, differs, open]) => (differs ? [[part, open]] : []));
}

/** A part may be called by its whole before its own name. */
function isCalled(indicator: string, fact: Fact): boolean {
  const own = indicator.slice(indicator.lastIndexOf("·") + 1);
  return indicator === fact.indicator || (fact.part && canonicalName(own).indicator === fact.indicator);
}
