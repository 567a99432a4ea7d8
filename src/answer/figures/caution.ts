import type { Desk } from "#answer/desk.ts";
import { revisionOf } from "#answer/edited-figures.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { suspect } from "#indicators/suspect.ts";
import { printedValue } from "#text/quantity/printed-value.ts";

/**
 * A printed value that breaks its series by a factor of ten is told as printed, with a caution and the figure it is
 * out of line with; empty for all others.
 */
export function caution(desk: Desk, row: IndicatorRow): string[] {
  // Whoever looked at it vouches for it.
  if (row.region === null || row.value === null || revisionOf(desk.sources, row) !== null) return [];
  const series = desk.sources.rows({ regions: [row.region], indicators: [row.indicator] });
  const other = suspect(row, series);
  if (other === null || vouched(desk, row, other)) return [];
  const slots = { when: desk.year(other.year), value: printedValue(other), marks: desk.mark(other) };
  return [desk.say("caution", slots)];
}

/** Told with its growth, where the other is not, a value is the one that fits its series. */
function vouched(desk: Desk, row: IndicatorRow, other: IndicatorRow): boolean {
  const growth = ({ region, year, indicator }: IndicatorRow) =>
    region !== null &&
    desk.sources.rows({ regions: [region], years: [year], indicators: [`${indicator}增速`], limit: 1 })
      .length > 0;
  return row.year < other.year && growth(row) && !growth(other);
}
