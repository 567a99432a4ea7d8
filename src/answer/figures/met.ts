import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { factFor } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Block } from "#protocol/chat.ts";
import { convert } from "#text/quantity-convert.ts";
import { differenceOf, ratioOf } from "./arithmetic.ts";
import { assumptions, spoken } from "./clause.ts";
import { candidateRows, regionsInScope, yearsInScope } from "./grid.ts";

/**
 * Target and actual side by side with the gap, what arithmetic says and what the report says: 完成预期 after a
 * footnote is not the same as a target reached, so both are told. Null unless both figures are held.
 */
export function metDraft(desk: Desk): Draft | null {
  const blocks: Block[] = [];
  for (const indicator of desk.question.indicators) {
    const rows = candidateRows(desk, indicator);
    const regions = regionsInScope(desk, rows);
    const years =
      desk.question.years.length > 0
        ? desk.question.years
        : yearsInScope(
            desk,
            rows.filter(({ kind }) => kind === "actual"),
            regions,
          );
    for (const region of regions) {
      for (const year of years) blocks.push(...verdict(desk, { region, year }, indicator.names));
    }
    const last = blocks.at(-1);
    if (last?.type === "paragraph") last.text += assumptions(desk, regions, years);
  }
  return blocks.length === 0 ? null : desk.draft("met", blocks);
}

function verdict(desk: Desk, place: { region: string; year: number }, names: readonly string[]): Block[] {
  for (const name of names) {
    const target = factFor(desk.sources, { ...place, kind: "target", names: [name] })?.row;
    const actual = factFor(desk.sources, { ...place, kind: "actual", names: [name] })?.row;
    if (target === undefined || actual === undefined) continue;
    const met = metByArithmetic(target, actual);
    const key = met === null ? "met.words" : met ? "met.yes" : "met.no";
    let text = desk.say(key, {
      where: desk.region(place.region),
      when: desk.year(place.year),
      indicator: desk.indicator(name),
      target: spoken(desk, target),
      actual: spoken(desk, actual),
      marks: desk.marks([target, actual]),
    });
    const gap = differenceOf(actual, target);
    if (gap !== null && gap.sign !== 0) {
      for (const number of gap.numbers) desk.computed(number);
      text += desk.say("difference", { result: gap.result, expression: gap.expression, marks: "" });
    }
    const times = /倍|times/.test(desk.question.asked) ? ratioOf(actual, target) : null;
    if (times !== null) {
      for (const number of times.numbers) desk.computed(number);
      text += desk.say("ratio", { result: times.result, expression: times.expression });
    }
    const { status, note } = actual;
    const marks = desk.mark(actual);
    if (status !== null)
      text += desk.sentence(desk.say(/^[是否]$/.test(status) ? "status.yesno" : "status", { status, marks }));
    if (note !== null) text += desk.sentence(desk.say("note", { note, marks }));
    return [{ type: "paragraph", text }];
  }
  return [];
}

/** Bounds that say by themselves which side is good. */
const AT_MOST = /[≤<]|以内|以下|之内|不超过|低于|控制在/;
const AT_LEAST = /[≥>]|以上|不低于|不少于|超过|突破/;

/**
 * Whether arithmetic says the target was met: by the target's own bound (≤, 以上), else by which side the
 * catalogue knows to be better. Null when a figure is missing or neither is known.
 */
export function metByArithmetic(target: IndicatorRow, actual: IndicatorRow): boolean | null {
  if (target.value === null || actual.value === null) return null;
  const printed = `${target.raw}${target.qualifier ?? ""}`;
  const higher = AT_MOST.test(printed)
    ? false
    : AT_LEAST.test(printed)
      ? true
      : higherIsBetter(target.indicator);
  if (higher === null) return null;
  const value =
    actual.unit === target.unit || actual.unit === null || target.unit === null
      ? actual.value
      : convert(actual.value, actual.unit, target.unit);
  if (value === null) return null;
  const order = new Decimal(value).cmp(new Decimal(target.value));
  return higher ? order >= 0 : order <= 0;
}

function higherIsBetter(indicator: string): boolean | null {
  const { concept } = canonicalName(indicator);
  return concept === null ? null : (conceptById(concept)?.higherIsBetter ?? null);
}

const REPORTED_UNMET = /^(?:否|未|没有?|不)|未完成|未达/;
const REPORTED_MET = /^是$|完成|达到|超过|实现/;

/** What the report's own 完成情况 says; null where it says nothing. */
export function metByReport(status: string | null): boolean | null {
  if (status === null) return null;
  if (REPORTED_UNMET.test(status)) return false;
  return REPORTED_MET.test(status) ? true : null;
}
