import { figureAsked } from "#answer/passages/measured.ts";
import { conceptById, type Dimension } from "#indicators/catalogue.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const MONEY = "1亿元";
const NEVER_MONEY: ReadonlySet<Dimension> = new Set(["count", "people", "area", "length"]);

/**
 * 加装电梯要花多少钱: money is asked of what the indicator only counts or measures, so that its words are the topic and
 * no indicator is meant. Any other question as it is.
 */
export function withCostAsked(question: Question): Question {
  const { asked, indicators, followUp, operation } = question;
  if (indicators.length === 0 || followUp || operation !== "value") return question;
  if (figureAsked(foldPlain(asked))?.test(MONEY) !== true) return question;
  const counted = indicators.every(({ concepts }) =>
    concepts.every((id) => NEVER_MONEY.has(conceptById(id)?.dimension ?? "money")),
  );
  return counted ? { ...question, indicators: [], indicatorShare: 0, operation: "passage" } : question;
}
