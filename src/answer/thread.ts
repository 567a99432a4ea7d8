import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import type { Draft } from "./draft.ts";

/** What the turn before was answered with. */
export interface Thread {
  readonly question: Question;
  readonly draft: Draft;
  /** What that one leant on in its turn, or is set together with. */
  readonly before: Thread | null;
}

/**
 * Whether a turn is asked of the last answer first: words of a report were quoted there, not figures looked up, or the
 * turn says more than an indicator's name (年度投资).
 */
export const asksThread = (question: Question, { draft }: Thread): boolean =>
  draft.status === "answered" && (draft.used.length === 0 || !isMostlyIndicator(question));
