import { unsupported } from "#answer/asked/residue-supported.ts";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { isSurelyRead } from "#answer/passages/read-choice.ts";
import { onlyNearest } from "#answer/several/joined-drafts.ts";
import { groupIn } from "#indicators/catalogue-groups.ts";
import { wordsIn } from "#text/words.ts";
import type { Asked } from "./step.ts";

/**
 * The words that the draft speaks of nowhere. Where a passage is quoted of which the reader is sure, it has weighed them: what
 * it says in other words (入驻 for 入住, 房屋 for 房子) is said. A figure of the table it has not chosen.
 */
export async function leftOut({ question, sources, desk }: Asked, draft: Draft): Promise<readonly string[]> {
  const words = unsupported(question, draft, sources);
  if (words.length === 0 || draft.used.length > 0 || !(await isSurelyRead(desk(), draft))) return words;
  const quoted = draft.book.citations.map(({ quote }) => quote).join("");
  // Another group of people is no other word for the one asked about.
  return words.filter((word) => groupIn(word) !== null || !isPutOtherwise(word, quoted));
}

const TIME_WITHIN = /[旬季月年假]/u;

/** 入驻 for 入住, 按摩店铺 for 按摩店: half of the characters, one of them at the head of a word or beside the same one. */
function isPutOtherwise(word: string, quoted: string): boolean {
  const signs = [...word];
  if (signs.filter((sign) => quoted.includes(sign)).length * 2 < signs.length) return false;
  if (signs.length > 2) return signs.some((sign, at) => at > 0 && quoted.includes(`${signs[at - 1]}${sign}`));
  return !TIME_WITHIN.test(word) && wordsIn(quoted).some((said) => said.word.startsWith(word.charAt(0)));
}

/** 茶叶产值 where only the value of all crops is told: that is said, and the wider figure is the nearest thing. */
export function withoutResidue(desk: Desk, wider: Draft, words: readonly string[]): Draft {
  const said = words.map((word) => `“${word}”`).join("、");
  return onlyNearest(desk, wider, desk.say("refuse.residue", { words: said }));
}
