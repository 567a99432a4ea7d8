import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { GlossaryEntry } from "#answer/passages/definition.ts";
import type { Sources } from "#answer/sources.ts";
import type { Question } from "#question/question.ts";

/** A question on its way through the steps. */
export interface Asked {
  readonly question: Question;
  readonly sources: Sources;
  readonly glossary: readonly GlossaryEntry[];
  /** A new desk for each try: citations of one that failed are not kept. */
  readonly desk: () => Desk;
}

/**
 * One way to answer: a draft, null where the question is of this step and nothing held answers it, undefined where it
 * is another step's.
 */
export type Step = (asked: Asked) => Draft | null | undefined | Promise<Draft | null | undefined>;

/** A question as the steps take it. */
export function askedOf(question: Question, sources: Sources, glossary: readonly GlossaryEntry[]): Asked {
  return { question, sources, glossary, desk: () => new Desk(question, sources) };
}

/** Share of a bare topic a caption must hold to be what is meant (20件民生实事). */
export const CAPTION_NAMED = 0.75;
