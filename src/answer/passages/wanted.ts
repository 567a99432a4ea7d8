import type { QuestionTerms } from "#read/query-terms.ts";
import type { Expectation } from "./expectation.ts";

/** What a question wants of a stretch. */
export interface Wanted {
  /** The question's words, and the same with official names for citizens' words; the best reading counts. */
  readonly wordings: readonly QuestionTerms[];
  readonly expectation: Expectation;
}
