import type { Desk } from "#answer/desk.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "#read/query-terms.ts";
import { subjectOf, wantedBy } from "./find-candidates.ts";

/** The wording of the question that the words hold most of: what a trimmed quote must keep. */
export function closestWording(desk: Desk, words: string): QuestionTerms {
  const [first, ...others] = wantedBy(desk).wordings;
  const plain = first ?? termsOf(desk.sources, subjectOf(desk.question));
  const share = (terms: QuestionTerms) => shareOf(terms, heldTerms(terms, words));
  return others.reduce((closest, terms) => (share(terms) > share(closest) ? terms : closest), plain);
}
