import type { Draft } from "#answer/draft.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const JOINT = /[和与跟及、,，;；?？]|还有|另外/;

/** True where the indicators of a question stand side by side (GDP和财政收入), false where one says whose the other is (重点项目投资). */
export function joinsIndicators({ asked, indicators }: Question): boolean {
  const [first, second] = indicators;
  if (first === undefined || second === undefined) return false;
  const folded = foldPlain(asked);
  const [one, two] = [first, second].map(({ phrase }) => folded.indexOf(foldPlain(phrase)));
  if (one === undefined || two === undefined || one < 0 || two < 0) return false;
  // 城乡居民收入 names both.
  if (one === two) return true;
  const [from, to] = one < two ? [one, two] : [two, one];
  return JOINT.test(folded.slice(from, to));
}

/** True where the figures tell of fewer indicators than a question names by words that do not stand side by side. */
export function leavesOwner(question: Question, { used }: Draft): boolean {
  const { indicators, followUp } = question;
  if (indicators.length !== 2 || followUp || joinsIndicators(question)) return false;
  return indicators.some(({ names }) => !used.some(({ row }) => names.includes(row.indicator)));
}
