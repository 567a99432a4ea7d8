import { patterns } from "#question/patterns.ts";
import { contentOf } from "#question/turn.ts";
import { tellingWords } from "#read/query-words.ts";
import { wordsIn } from "#text/words.ts";

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
