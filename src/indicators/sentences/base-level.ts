import { INHERITED, type SentenceContext } from "./context.ts";
import { saysSeveral, spanNamed } from "./ending.ts";
import { type Fact, type FactReading, qualifierOf } from "./fact.ts";
import type { Figure } from "./figures.ts";
import { indicatorOf } from "./indicator-of.ts";

/** The year a change began in: named (从2015年的45.58亿元增长到70.11亿元), or the one before the several years told of. */
export function baseYear(
  { part, period, text, years }: SentenceContext,
  { lead, from }: Figure,
): number | null {
  const year = /[从由](?<year>(?:19|20)\d\d)年(?:底|末)?的?$/u.exec(lead)?.groups?.["year"];
  if (year !== undefined) return Number(year);
  const before = text.slice(0, from);
  const span = spanNamed(before);
  if (span?.count != null) return span.last - span.count;
  const many = period === "many" || saysSeveral(before);
  if (part !== "review" || !many || years?.count == null || /(?:19|20)\d\d年/u.test(text)) return null;
  return years.last - years.count;
}

/** The level that a change began with, for indicators of the catalogue. */
export function baseFact(
  year: number,
  figure: Figure,
  { lead, subject, unit, confidence }: FactReading,
): Fact | null {
  const named = indicatorOf(subject, { lead, unit, linked: true, changed: false });
  if (named === null || !named.known || named.flow) return null;
  const { value, start, end } = figure.quantity;
  return {
    ...{
      year,
      kind: "actual",
      period: "year",
      indicator: named.indicator,
      name: subject.name,
      region: subject.region,
    },
    ...{ value, unit, qualifier: qualifierOf(figure), start, end },
    confidence: Number(Math.min(confidence, INHERITED).toFixed(2)),
  };
}
