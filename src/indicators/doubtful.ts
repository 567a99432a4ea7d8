import { Decimal } from "decimal.js";
import { hasUnknownPart, type IndicatorRow } from "#domain/indicator.ts";
import { convert } from "#text/quantity-convert.ts";
import { suspect } from "./suspect.ts";

/** Why a row should be looked at: read unsurely; kind, period or place unknown; out of its series by a factor of ten; told otherwise elsewhere. */
export type DoubtReason = "confidence" | "unknown" | "series" | "conflict";

export interface Doubt {
  readonly reason: DoubtReason;
  readonly row: IndicatorRow;
  /** The row it breaks with or differs from; null for a reading that is unsure in itself. */
  readonly other: IndicatorRow | null;
}

/** Readings below this are named. */
export const SURE_ENOUGH = 0.7;
/** 超500亿元 and 502亿元 tell the same: a figure with a qualifier may be this far off. */
const ABOUT = 0.05;

function rounded(exact: Decimal, printed: string): boolean {
  return exact.toDecimalPlaces(new Decimal(printed).decimalPlaces()).eq(printed);
}

/** True when both values are numbers in units that convert, and neither is the other, rounded or said roughly. */
function differ(row: IndicatorRow, other: IndicatorRow): boolean {
  if (row.value === null || other.value === null || row.unit === null || other.unit === null) return false;
  const there = convert(row.value, row.unit, other.unit);
  const back = convert(other.value, other.unit, row.unit);
  if (there === null || back === null) return false;
  if (rounded(new Decimal(there), other.value) || rounded(new Decimal(back), row.value)) return false;
  if (row.qualifier === null && other.qualifier === null) return true;
  return new Decimal(there).minus(other.value).abs().gt(new Decimal(other.value).abs().times(ABOUT));
}

function grouped(
  rows: readonly IndicatorRow[],
  keyOf: (row: IndicatorRow) => string,
): Map<string, IndicatorRow[]> {
  const groups = new Map<string, IndicatorRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const seriesKey = ({ region, indicator }: IndicatorRow) => `${region}|${indicator}`;
const factKey = (row: IndicatorRow) => `${seriesKey(row)}|${row.year}|${row.period}|${row.kind}`;

function conflicts(rows: readonly IndicatorRow[]): Doubt[] {
  return [...grouped(rows, factKey).values()].flatMap((facts) =>
    facts.flatMap((row, at) => {
      const other = facts.slice(0, at).find((earlier) => differ(row, earlier));
      return other === undefined ? [] : [{ reason: "conflict" as const, row, other }];
    }),
  );
}

function outOfSeries(rows: readonly IndicatorRow[]): Doubt[] {
  return [...grouped(rows, seriesKey).values()].flatMap((series) =>
    series.flatMap((row) => {
      const other = suspect(row, series);
      return other === null ? [] : [{ reason: "series" as const, row, other }];
    }),
  );
}

/**
 * The rows that a reader should check, reason by reason: those out of their series by about a factor of ten, those
 * told otherwise elsewhere (the later of the two, with the earlier), those whose kind, period or place the report
 * leaves open, and those read with little confidence.
 */
export function doubtfulRows(rows: readonly IndicatorRow[]): Doubt[] {
  const unsure = rows.filter(({ confidence }) => confidence < SURE_ENOUGH);
  return [
    ...outOfSeries(rows),
    ...conflicts(rows),
    ...rows.filter(hasUnknownPart).map((row) => ({ reason: "unknown" as const, row, other: null })),
    ...unsure.map((row) => ({ reason: "confidence" as const, row, other: null })),
  ];
}
