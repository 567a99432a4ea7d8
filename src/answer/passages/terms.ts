import { answerWords } from "#answer/answer-words.ts";
import type { Sources } from "#answer/sources.ts";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";

/** The weighted words of a question, to be looked for in a sentence. */
export interface QuestionTerms {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Terms of the topic with their weights; pairs made with a function word (的区, 给老) tell nothing and are left out. */
export function termsOf(sources: Sources, topic: string): QuestionTerms {
  const all = [...new Set(tokens(topic))];
  const telling = all.filter(
    (term) => ![...term].some((character) => answerWords.stopCharacters.has(character)),
  );
  const weights = new Map(
    (telling.length > 0 ? telling : all).map((term) => [term, sources.termWeight(term)]),
  );
  return { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** Which terms a text holds, as the set of their names. */
export function heldTerms({ weights }: QuestionTerms, text: string): ReadonlySet<string> {
  const present = new Set(tokens(foldPlain(text)));
  return new Set([...weights.keys()].filter((term) => present.has(term)));
}

/** Share of the terms' weight in `held`, 0 to 1. */
export function shareOf({ weights, total }: QuestionTerms, held: ReadonlySet<string>): number {
  if (total === 0) return 0;
  let sum = 0;
  for (const term of held) sum += weights.get(term) ?? 0;
  return sum / total;
}
