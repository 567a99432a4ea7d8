import fc from "fast-check";
import { concepts } from "#indicators/catalogue.ts";
import phrasesFile from "../../src/answer/phrases.json" with { type: "json" };
import patternsFile from "../../src/question/words/patterns.json" with { type: "json" };

/** The stretches of Chinese in a data file's strings, whatever their shape. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return value.match(/\p{Script=Han}{1,8}/gu) ?? [];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(wordsIn);
  return [];
}

const names = concepts.flatMap(({ name, aliases }) => [name, ...aliases]);
const VOCABULARY = [...new Set([...names, ...wordsIn(patternsFile), ...wordsIn(phrasesFile)])];
const MARKS = ["，", "、", "。", "？", "和", "的", "比", "2022年", "江北区", "大渡口区"];

/** Questions of so many characters, made of the product's own words: the same for the same seed. */
export function questionsOf(length: number, count: number, seed: number): string[] {
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...VOCABULARY) },
    { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
  );
  const sentence = fc.array(word, { minLength: length, maxLength: length });
  return fc.sample(sentence, { numRuns: count, seed }).map((words) => words.join("").slice(0, length));
}
