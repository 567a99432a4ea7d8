import { z } from "zod";
import choicesData from "./catalogue/choices.json" with { type: "json" };
import { conceptById } from "./catalogue.ts";

const choices = z
  .array(z.strictObject({ words: z.string().min(1), concepts: z.array(z.string()).min(1) }))
  .parse(choicesData.choices)
  .map(({ words, concepts }) => ({ words: new RegExp(words, "u"), concepts: new Set(concepts) }));

/**
 * Which of the readings of an ambiguous phrase the words around it mean: 财政 with 花出去 is the expenditure. All of
 * them where the words do not tell. `text` is folded.
 */
export function chosen(concepts: readonly string[], text: string): readonly string[] {
  if (concepts.length < 2) return concepts;
  for (const choice of choices) {
    const left = concepts.filter((id) => choice.concepts.has(id));
    if (left.length > 0 && left.length < concepts.length && choice.words.test(text)) return left;
  }
  return concepts;
}

/**
 * Of several readings those that count the same as the indicators named beside them: 文化产业 in 文化产业和旅游产业增加值 is
 * the value added, no share. All of them where none does, or nothing is named beside them.
 */
export function alikeTo(concepts: readonly string[], beside: readonly string[]): readonly string[] {
  if (concepts.length < 2) return concepts;
  const dimensions = new Set(beside.map((id) => conceptById(id)?.dimension));
  const left = concepts.filter((id) => dimensions.has(conceptById(id)?.dimension));
  return left.length > 0 ? left : concepts;
}
