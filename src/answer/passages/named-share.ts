import { pairsOf } from "#text/character-pairs.ts";

/**
 * Share of the pairs of characters of a name that the words hold: 再升科技 is no 新离子科技. Pairs no report has (那块)
 * are mere wording.
 */
export function namedShare(name: string, words: string, holds: (pair: string) => boolean): number {
  const pairs = pairsOf(name);
  const known = pairs.filter(holds);
  if (known.length === 0) return pairs.length === 0 ? 1 : 0;
  return known.filter((pair) => words.includes(pair)).length / known.length;
}
