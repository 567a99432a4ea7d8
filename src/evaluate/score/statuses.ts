import type { Item } from "#evaluate/sets/item.ts";
import type { Expectation } from "#evaluate/sets/question-set.ts";
import type { AnswerStatus } from "#protocol/chat.ts";
import { type Estimate, share } from "./estimate.ts";
import { allowedStatuses } from "./grade.ts";

/** How a question ended; `failed` when there was no answer. */
export type Outcome = AnswerStatus | "failed";
export const OUTCOMES = ["answered", "clarify", "refused", "failed"] as const;

export interface StatusScores {
  /** Questions by expectation (row) and outcome (column). */
  readonly confusion: Readonly<Partial<Record<Expectation, Readonly<Record<Outcome, number>>>>>;
  readonly right: Estimate;
  /** Of the questions refused, those that should be. */
  readonly refusalPrecision: Estimate;
  /** Of the questions that should be refused, those that were. */
  readonly refusalRecall: Estimate;
  /** Of the questions that have an answer, those refused. */
  readonly overRefusal: Estimate;
  /** Of the questions that need an answer at once, those met with a question back. */
  readonly overClarification: Estimate;
}

/**
 * Confusion of expected and actual endings, precision and recall of refusals, and over-refusal.
 * Source: Rajpurkar et al., Know What You Don't Know (SQuAD 2.0), ACL 2018; over-refusal after Röttger et al., XSTest, 2024.
 */
export function scoreStatuses(items: readonly Item[]): StatusScores {
  const graded = items.filter(({ grade }) => grade !== null);
  const refused = graded.filter((item) => outcomeOf(item) === "refused");
  const toRefuse = graded.filter(({ question }) => question.expect === "refuse");
  const toAnswer = graded.filter(({ question }) => question.expect !== "refuse");
  const toAnswerAtOnce = graded.filter(({ question }) => question.expect === "answer");
  return {
    confusion: confusionOf(graded),
    right: share(graded.map((item) => allowedStatuses(item.question).some((one) => one === outcomeOf(item)))),
    refusalPrecision: share(refused.map(({ question }) => question.expect === "refuse")),
    refusalRecall: share(toRefuse.map((item) => outcomeOf(item) === "refused")),
    overRefusal: share(toAnswer.map((item) => outcomeOf(item) === "refused")),
    overClarification: share(toAnswerAtOnce.map((item) => outcomeOf(item) === "clarify")),
  };
}

export function outcomeOf({ response }: Item): Outcome {
  return response?.status ?? "failed";
}

function confusionOf(items: readonly Item[]): StatusScores["confusion"] {
  const confusion: Partial<Record<Expectation, Record<Outcome, number>>> = {};
  for (const item of items) {
    const { expect } = item.question;
    const row = confusion[expect] ?? { answered: 0, clarify: 0, refused: 0, failed: 0 };
    row[outcomeOf(item)] += 1;
    confusion[expect] = row;
  }
  return confusion;
}
