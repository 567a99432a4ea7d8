import type { Slots } from "#question/conversation/slots.ts";
import type { Side } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { kindsIn } from "./year-kinds.ts";

/**
 * 2022年网络销售额和2020年网络零售额比: two figures, each with a year of its own, as figures set beside each other. Unchanged
 * where the words do not pair each of two indicators with a year.
 */
export function withPairedYears(slots: Slots, folded: string): Slots {
  const { indicators, years, regions, sides, operation } = slots;
  if (operation !== "difference" && operation !== "compare" && operation !== "sum") return slots;
  if (indicators.length !== 2 || years.length !== 2 || regions.length !== 1 || sides.length > 0) return slots;
  const pieces = folded.split(/(?=(?:19|20)\d{2}年?)/u).slice(-2);
  const paired = pieces.flatMap((piece): Side[] => {
    const year = Number(/^\d{4}/.exec(piece)?.[0]);
    const [own, another] = indicators.filter(({ phrase }) => piece.includes(foldPlain(phrase)));
    if (own === undefined || another !== undefined || !years.includes(year)) return [];
    return [{ regions, years: [year], kinds: kindsIn(piece), indicators: [own], topic: own.phrase }];
  });
  const [one, two] = paired;
  if (one === undefined || two === undefined || one.indicators[0] === two.indicators[0]) return slots;
  return { ...slots, sides: [one, two] };
}
