/** A concept that a phrase may mean; `score` is 1 for the same words and falls with every character that differs. */
export interface Suggestion {
  readonly concept: string;
  readonly score: number;
}

/** A printed name that a phrase may mean. */
export interface FuzzyName {
  readonly name: string;
  readonly score: number;
}

/** Concepts whose phrases look or sound like `phrase`, best first; none when nothing comes close. */
export function suggestConcepts(_phrase: string, _limit: number): Suggestion[] {
  return [];
}

/** Those of `names` that look or sound like `phrase`, best first; for printed names outside the catalogue. */
export function fuzzyNames(_phrase: string, _names: readonly string[], _limit: number): FuzzyName[] {
  return [];
}
