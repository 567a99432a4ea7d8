import type { IndicatorRow } from "#domain/indicator.ts";
import { convert } from "#text/quantity-convert.ts";
import { conceptById } from "./catalogue.ts";
import { canonicalName } from "./catalogue-names.ts";

/** Amounts that stay in their size from year to year; shares, growths and what was done in a year do not. */
const STEADY: ReadonlySet<string> = new Set([
  "money",
  "count",
  "people",
  "area",
  "length",
  "mass",
  "energy",
  "volume",
]);
const OF_ONE_YEAR = /新|增|减|降|项目|案件|事故|到位|签约|发放|改造|培训|治理|整治|转移|造林|恢复/u;
/** Years that lie further apart may differ by growth alone. */
const NEAR = 3;
/** How far from a power of ten, in decimal digits: about 7.6 to 13 times. */
const TOLERANCE = 0.12;

const series = new Map<string, boolean>();

/** True for an amount whose values in following years are comparable. */
function steady(indicator: string): boolean {
  const known = series.get(indicator);
  if (known !== undefined) return known;
  const { concept, measure } = canonicalName(indicator);
  const dimension = concept === null ? undefined : conceptById(concept)?.dimension;
  const is =
    measure !== "growth" && dimension !== undefined && STEADY.has(dimension) && !OF_ONE_YEAR.test(indicator);
  series.set(indicator, is);
  return is;
}

/** How many powers of ten `row` lies above (below: less than 0) `other`; 0 for neither, null where not comparable. */
function powersOfTen(row: IndicatorRow, other: IndicatorRow): number | null {
  if (row.value === null || other.value === null || row.unit === null || other.unit === null) return null;
  const value = convert(row.value, row.unit, other.unit);
  const ratio = value === null ? 0 : Number(value) / Number(other.value);
  if (!(ratio > 0) || !Number.isFinite(ratio)) return null;
  const digits = Math.log10(ratio);
  const power = Math.round(digits);
  return Math.abs(digits - power) <= TOLERANCE ? power : 0;
}

function comparable(row: IndicatorRow, other: IndicatorRow): boolean {
  const years = Math.abs(row.year - other.year);
  return (
    other.id !== row.id &&
    other.indicator === row.indicator &&
    other.region === row.region &&
    other.period === row.period &&
    years <= NEAR &&
    (years > 0 || other.kind !== row.kind)
  );
}

/**
 * The nearest row of `among` whose value `row`'s differs from by about a factor of ten (or a hundred, …), where `row`
 * breaks with most of its series; null when nothing is odd. The series is the rows of the
 * same indicator and region, targets too, of at most three years before or after; others in `among` are not looked at.
 * Shares, growths, what was done in one year and names outside the catalogue are never suspect. Of two rows alone, each
 * breaks with the other: quote either as printed, with a caution.
 */
export function suspect(row: IndicatorRow, among: readonly IndicatorRow[]): IndicatorRow | null {
  if (!steady(row.indicator)) return null;
  const near = among
    .filter((other) => comparable(row, other))
    .map((other) => ({ other, power: powersOfTen(row, other) }))
    .filter(({ power }) => power !== null)
    .sort((a, b) => Math.abs(a.other.year - row.year) - Math.abs(b.other.year - row.year));
  const breaks = near.filter(({ power }) => power !== 0);
  return breaks.length > 0 && breaks.length * 2 > near.length ? (breaks[0]?.other ?? null) : null;
}
