import { patterns } from "#question/patterns.ts";
import { contentOf } from "#question/turn.ts";
import { tellingWords } from "./telling-words.ts";

/** The words of a turn (folded) that name what it asks about; empty where it only asks. */
export function ownWords(asked: string): string {
  const content = contentOf(asked).replace(patterns.recall, " ").replace(patterns.filler, " ").trim();
  return content.replaceAll(" ", "").length < 2 ? "" : tellingWords(content, asked);
}
