import { alternation, unitData } from "#text/quantity-units.ts";

/** 以上500强: its 上 belongs to what stands before. */
const BEFORE = new RegExp(`(?<!以|之|及)(?:${alternation(unitData.before)})\\s?$`, "u");
const AFTER = new RegExp(`\\s?(?<word>${alternation(unitData.after)})`, "uy");
/** No word before a figure is longer. */
const LONGEST = Math.max(...unitData.before.map((word) => word.length)) + 2;

/** The word that bounds or loosens the figure beginning at `at` (不低于, 近, ≥), or null. */
export function wordBefore(text: string, at: number): string | null {
  return BEFORE.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0].trimEnd() ?? null;
}

/** The word behind the figure that ends at `at` (左右, 以上, 余) and where it ends, or null. */
export function wordAfter(text: string, at: number): { word: string; end: number } | null {
  AFTER.lastIndex = at;
  const word = AFTER.exec(text)?.groups?.["word"];
  return word === undefined ? null : { word, end: AFTER.lastIndex };
}
