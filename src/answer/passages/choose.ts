import { answerWords } from "#answer/answer-words.ts";
import type { Sources } from "#answer/sources.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import { sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { type Expectation, meets } from "./expectation.ts";
import { heldTerms, type QuestionTerms, shareOf } from "./terms.ts";
import { type Window, windowsOf } from "./windows.ts";

/** A stretch of a report that may answer. */
export interface Candidate {
  readonly documentId: string;
  readonly passage: RankedPassage;
  readonly window: Window;
  /** Share of the question's weight in the words themselves, 0 to 1. */
  readonly direct: number;
  /** The same with what the section path and title add. */
  readonly covered: number;
  /** How well it fits what was asked for (a number, a date), 0 to 1. */
  readonly fit: number;
  readonly score: number;
}

export interface Wanted {
  readonly terms: QuestionTerms;
  readonly expectation: Expectation;
  /** True for 为什么: words of cause count. */
  readonly cause: boolean;
}

/** What the section path knows counts, but less than what the sentence says. */
const CONTEXT_SHARE = 0.5;
const PER_EXTRA_SENTENCE = 0.05;
const RANK_PRIOR = 0.12;
const FIT_SHARE = 0.25;
const CAUSE_SHARE = 0.15;

/** Scores every window of the passages; best first, ties in reading order. */
export function candidatesOf(
  sources: Sources,
  passages: readonly RankedPassage[],
  wanted: Wanted,
): Candidate[] {
  const candidates = passages.flatMap((passage, rank) => {
    const document = sources.document(passage.chunk.documentId);
    if (document === null) return [];
    const around = heldTerms(wanted.terms, passage.chunk.context);
    return windowsOf(document, passage.chunk).map((window) => {
      const folded = foldPlain(sliceOf(document.text, window));
      const held = heldTerms(wanted.terms, folded);
      const direct = shareOf(wanted.terms, held);
      const added = shareOf(wanted.terms, new Set([...around].filter((term) => !held.has(term))));
      const covered = direct + CONTEXT_SHARE * added;
      const fit = meets(wanted.expectation, folded);
      const cause = wanted.cause && answerWords.cause.test(folded) ? CAUSE_SHARE : 0;
      const score =
        covered +
        cause +
        FIT_SHARE * fit +
        RANK_PRIOR / (1 + rank) -
        PER_EXTRA_SENTENCE * (window.sentences - 1);
      return { documentId: document.id, passage, window, direct, covered, fit, score };
    });
  });
  return candidates.sort(
    (a, b) =>
      b.score - a.score || a.documentId.localeCompare(b.documentId) || a.window.start - b.window.start,
  );
}
