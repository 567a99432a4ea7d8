import { Converter } from "opencc-js/t2cn";

/** Text brought to one form for comparing, with the way back to the original offsets. */
export interface Folded {
  readonly text: string;
  /** `map[i]` is the offset in the original of folded code unit `i`; one more entry marks the end. */
  readonly map: readonly number[];
}

const simplify = Converter({ from: "t", to: "cn" });
const cache = new Map<string, string>();

/**
 * One character in comparable form: NFKC, lower case, simplified. Characters are converted one at a time,
 * not by phrase, so that every folded character has one origin.
 */
function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const folded = simplify(character.normalize("NFKC").toLowerCase());
  cache.set(character, folded);
  return folded;
}

/** Folds `text` (NFKC, lower case, traditional to simplified) and keeps an offset map. */
export function fold(text: string): Folded {
  const map: number[] = [];
  let folded = "";
  let offset = 0;
  for (const character of text) {
    const to = foldCharacter(character);
    for (let i = 0; i < to.length; i++) map.push(offset);
    folded += to;
    offset += character.length;
  }
  map.push(offset);
  return { text: folded, map };
}

/** The folded text alone, for comparing and indexing. */
export function foldPlain(text: string): string {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}
