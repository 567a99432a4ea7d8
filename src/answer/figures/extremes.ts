import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { differenceOf } from "./arithmetic.ts";

/** Which figure is the highest and which the lowest, each by what tells it from the others; empty when they do not compare. */
export function extremes(desk: Desk, rows: readonly IndicatorRow[]): string {
  const alike = ofOneKind(rows);
  const [one] = alike;
  if (one === undefined) return "";
  const ranked = alike
    .filter((row) => differenceOf(row, one) !== null)
    .sort((a, b) => differenceOf(b, a)?.sign ?? 0);
  const first = ranked[0];
  const last = ranked.at(-1);
  if (first === undefined || last === undefined || first === last) return "";
  const labels = labelsFor(desk, ranked);
  const { indicator } = first;
  const same = ranked.every((row) => row.indicator === indicator);
  return desk.say("compare.most", {
    indicator: same ? desk.indicator(indicator) : "",
    first: labels(first),
    firstValue: printedValue(first),
    marks: desk.mark(first),
    last: labels(last),
    lastValue: printedValue(last),
    marks2: desk.mark(last),
  });
}

/** Results are ranked among results; where there are not two, aims among aims. */
function ofOneKind(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const kinds = (["actual", "target", "estimate"] as const).map((kind) =>
    rows.filter((row) => row.kind === kind),
  );
  return kinds.find((found) => found.length > 1) ?? [];
}

/** Region, year, indicator and kind, each only where the rows differ in it. */
function labelsFor(desk: Desk, rows: readonly IndicatorRow[]): (row: IndicatorRow) => string {
  const differs = (of: (row: IndicatorRow) => unknown) => new Set(rows.map(of)).size > 1;
  const [regions, years] = [differs(({ region }) => region), differs(({ year }) => year)];
  const [names, kinds] = [differs(({ indicator }) => indicator), differs(({ kind }) => kind)];
  return (row) =>
    [
      regions ? desk.region(row.region) : "",
      years ? desk.year(row.year) : "",
      names ? desk.indicatorOf(row) : "",
      kinds ? desk.say(`kindname.${row.kind}`) : "",
    ].join("");
}

/** 哪个降得多: of two falls the deeper one is meant, which is the smaller number. */
const ASKS_FALL = /[降减跌落滑][^,，。?]{0,4}[多大快猛狠深凶]|降幅|跌幅/u;

/** True where a fall is asked about and both figures are falls. */
export const asksFall = (asked: string, figures: readonly { readonly value: string | null }[]): boolean =>
  ASKS_FALL.test(asked) && figures.every(({ value }) => value?.startsWith("-") === true);
