import { z } from "zod";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";
import questionWords from "./question-words.json" with { type: "json" };

/** Longest first, so that 是多少 goes before 多少. */
const WORDS = z
  .array(z.string().min(1))
  .parse(questionWords)
  .sort((one, other) => other.length - one.length);

/**
 * The terms of a question, without the words that only make it a question: reports seldom hold those, so they
 * would weigh most and match least. A question of nothing else keeps its terms.
 */
export function questionTerms(question: string): string[] {
  const folded = foldPlain(question);
  const bare = WORDS.reduce((text, word) => text.replaceAll(word, " "), folded);
  const terms = tokens(bare);
  return terms.length === 0 ? tokens(folded) : terms;
}
