import { z } from "zod";
import wordsFile from "./check-words.json" with { type: "json" };

const expressions = z.array(z.string().min(1)).transform((list) => new RegExp(list.join("|"), "giu"));

const parsed = z
  .object({
    target: expressions,
    actual: expressions,
    done: expressions,
    respectively: expressions,
    rise: expressions,
    fall: expressions,
    more: expressions,
    less: expressions,
    climbs: expressions,
    sinks: expressions,
    most: expressions,
    least: expressions,
    unmet: expressions,
    met: expressions,
    relativeYears: expressions,
    scopes: expressions,
    refusals: expressions,
    markup: expressions,
    connectives: z.string(),
    english: z.string().transform((words) => new Set(words.toLowerCase().split(" "))),
  })
  .parse(wordsFile);

/** The words by which a model's sentence is read, compiled once. */
export const checkWords = parsed;

/** Whether a text holds one of the words. */
export function says(text: string, words: RegExp): boolean {
  return text.search(words) >= 0;
}

/** Every place where one of the words stands. */
export function placesOf(text: string, words: RegExp): { word: string; start: number; end: number }[] {
  return [...text.matchAll(words)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
