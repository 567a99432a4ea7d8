import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Question } from "#question/question.ts";
import { saysMoved } from "./tells-figure.ts";

/** 居民消费价格涨幅 asked where only the index may be printed: the question about the index; null for all others. */
export function withIndex(question: Question): Question | null {
  const [indicator, another] = question.indicators;
  const [id = ""] = indicator?.concepts ?? [];
  const concept = conceptById(id);
  if (indicator === undefined || another !== undefined || concept?.dimension !== "index") return null;
  if (concept.growthName === null || indicator.names.includes(concept.name)) return null;
  return { ...question, indicators: [{ ...indicator, names: [concept.name] }] };
}

/** An index in the year before is 100; one farther from it is of another base. */
const BASE = new Decimal(100);
const FARTHEST = 30;

/** 100.0 where the year before is 100, asked how much it rose: the same as then; 101.2 is 1.2% more. Empty for all other figures. */
export function changeOfIndex(desk: Desk, { indicator, value, unit }: IndicatorRow): string[] {
  const { question } = desk;
  const { concept } = canonicalName(indicator);
  if (concept === null || conceptById(concept)?.dimension !== "index" || value === null) return [];
  if (unit !== null && !/=\s*100/u.test(unit)) return [];
  if (question.measure !== "growth" && !saysMoved(question)) return [];
  const change = new Decimal(value).minus(BASE);
  if (change.isZero()) return [desk.say("index.same")];
  if (change.abs().gt(FARTHEST)) return [];
  const result = change.abs().toFixed();
  for (const number of [result, value, BASE.toFixed()]) desk.computed(number);
  const expression = change.isNegative() ? `100 − ${value} = ${result}` : `${value} − 100 = ${result}`;
  return [desk.say(change.isNegative() ? "index.fell" : "index.rose", { result: `${result}%`, expression })];
}
