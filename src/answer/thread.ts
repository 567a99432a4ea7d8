import type { Question } from "#question/question.ts";
import type { Draft } from "./draft.ts";

/** What the turn before was answered with. */
export interface Thread {
  readonly question: Question;
  readonly draft: Draft;
  /** What that one leant on in its turn. */
  readonly before: Thread | null;
}

/** Words of a report were quoted, not figures looked up. */
export const toldInWords = ({ draft }: Thread): boolean =>
  draft.status === "answered" && draft.used.length === 0;
