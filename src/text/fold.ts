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
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (standsAsIs(text.charCodeAt(at))) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    folded += text.slice(from, at) + foldCharacter(character);
    from = at + character.length;
    at = from - 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** By code unit: 0 not looked at yet, 1 folded to itself, 2 folded to something else or half of a character. */
const asIs = new Uint8Array(0x10000);

/** Most characters of a report fold to themselves and are copied in runs. */
function standsAsIs(code: number): boolean {
  if (asIs[code] === 0) {
    const character = String.fromCharCode(code);
    asIs[code] = /\p{Surrogate}/u.test(character) || foldCharacter(character) !== character ? 2 : 1;
  }
  return asIs[code] === 1;
}
