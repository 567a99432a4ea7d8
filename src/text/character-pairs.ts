/**
 * Every two characters that stand beside each other in a text, in its order: 产业园区 → 产业, 业园, 园区. What two Chinese
 * names share is counted in these, as it is in words where words have spaces between them (Jurafsky & Martin, Speech and
 * Language Processing, chapter 3, character n-grams). Empty for a text of fewer than two characters.
 */
export function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ""}${character}`);
}
