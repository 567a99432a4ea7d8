import type { Item } from "#evaluate/sets/item.ts";
import { type Estimate, estimate, share } from "./estimate.ts";

export interface AnswerScores {
  /** Share of `must` groups that answers hold, mean over questions. */
  readonly completeness: Estimate;
  /** Share of answers that hold every `must` group. */
  readonly complete: Estimate;
  /** Share of answers that hold nothing of `must_not`. */
  readonly clean: Estimate;
}

/**
 * What answers hold of what they must and must not, over questions with gold that were answered.
 * Completeness is nugget recall (Voorhees, Overview of the TREC 2003 Question Answering Track).
 */
export function scoreAnswers(items: readonly Item[]): AnswerScores {
  const answered = items.filter(({ response, grade }) => response?.status === "answered" && grade !== null);
  const withMust = answered.filter(({ question }) => question.must.length > 0);
  const missing = withMust.map(({ question, grade }) => (grade?.missing.length ?? 0) / question.must.length);
  return {
    completeness: estimate(missing.map((part) => 1 - part)),
    complete: share(missing.map((part) => part === 0)),
    clean: share(answered.map(({ grade }) => grade?.forbidden.length === 0)),
  };
}
