import type { Question } from "#question/question.ts";
import type { Draft } from "./draft.ts";
import type { Sources } from "./sources.ts";

/** How a part of a question is asked by itself. */
export interface Rereading {
  readonly sources: Sources;
  /** Reads turns that are a conversation of their own. */
  readonly reread: (turns: readonly string[]) => Question;
  readonly answer: (question: Question) => Promise<Draft>;
}
