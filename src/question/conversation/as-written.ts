import { findMentions } from "#indicators/catalogue-mentions.ts";
import { readYears } from "#question/period/years.ts";
import type { ReadRegions } from "#question/place/regions.ts";
import { ASKS } from "#question/words/asking-part.ts";
import { contentOf } from "#question/words/content.ts";
import { patterns } from "#question/words/patterns.ts";
import { type Placed, placedFirst, plainly } from "#question/words/plain-words.ts";

/** What was typed, put plainly. */
export function inPlainWords(typed: string, readRegions: ReadRegions): string {
  const placed = (words: string): Placed => {
    const { held, other, rest } = readRegions(words);
    const { years, relative, rest: left } = readYears(rest);
    const [place, year] = [held.length + other.length > 0, years.length + relative.length > 0];
    return { place, year, only: (place || year) && contentOf(left) === "" };
  };
  const names = (words: string): boolean => {
    const { place, year } = placed(words);
    return place || year || findMentions(words).length > 0;
  };
  return placedFirst(plainly(typed, names), placed);
}

/** Spoken words in the written language. */
export function written(folded: string): string {
  const text = patterns.dialect.reduce(
    (words, { spoken, written: word }) => words.replace(spoken, word),
    folded,
  );
  // 调运了好多猪牛: with no other word of asking, 好多 asks how many.
  return ASKS.test(text.replace(/[?]/g, "")) ? text : text.replaceAll("好多", "多少");
}

/** What stands before words that are left out; all of a turn that has no others. */
export const keepingAsk = (words: string, at: number, whole: string): string =>
  words.length === whole.length ? words : /^[?？]/.test(words) ? "?" : at === 0 ? "" : ",";
