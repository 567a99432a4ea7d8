import type { Question } from "#question/question.ts";
import { contentOf } from "#question/words/content.ts";
import { patterns } from "#question/words/patterns.ts";
import { tellingWords } from "#read/query-words.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { wordsIn } from "#text/words.ts";

/**
 * Share of the pairs of characters of a name that the words hold: 再升科技 is no 新离子科技. Pairs no report has (那块)
 * are mere wording.
 */
export function namedShare(name: string, words: string, holds: (pair: string) => boolean): number {
  const pairs = pairsOf(name);
  const known = pairs.filter(holds);
  if (known.length === 0) return pairs.length === 0 ? 1 : 0;
  return known.filter((pair) => words.includes(pair)).length / known.length;
}

/** A question's words without the regions that it names, in full or short. */
export function withoutPlace(folded: string, { regions }: Pick<Question, "regions">): string {
  const names = regions.flatMap((region) => [region, region.replace(/[省市区县]$/, "")]);
  return names.reduce((words, name) => words.replace(name, " "), folded).trim();
}

const POINTING = /[这那]一?(?:些|个|项|家|件|条|类|块)|其中|上述/g;

/** The words of a turn (folded) that name what it asks about; empty where it only asks. */
export function ownWords(asked: string): string {
  const content = contentOf(asked).replace(patterns.recall, " ").replace(POINTING, " ");
  // 就 in 再就业 is no filler.
  const told = wordsIn(content)
    .map(({ word }) => word)
    .filter((word) => word.replace(patterns.filler, "").trim() !== "")
    .join("");
  return told.length < 2 ? "" : tellingWords(told, asked);
}
