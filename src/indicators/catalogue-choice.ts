import { z } from "zod";
import choicesData from "./catalogue/choices.json" with { type: "json" };

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
