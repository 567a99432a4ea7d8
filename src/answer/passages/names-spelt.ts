import { pinyin } from "pinyin-pro";

/** GB 2312: every character a report is likely to use. */
const FIRST_ROW = 0xb0;
const LAST_ROW = 0xf7;
const FIRST_CELL = 0xa1;
const LAST_CELL = 0xfe;

interface Sounds {
  readonly charactersOf: ReadonlyMap<string, readonly string[]>;
  readonly syllablesOf: ReadonlyMap<string, readonly string[]>;
}

let built: Sounds | null = null;

/** Made once, when first asked for: reading all characters takes a moment. */
function sounds(): Sounds {
  if (built !== null) return built;
  const charactersOf = new Map<string, string[]>();
  const syllablesOf = new Map<string, readonly string[]>();
  const decoder = new TextDecoder("gb18030");
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const read = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
      const syllables = [...new Set(read)];
      syllablesOf.set(character, syllables);
      for (const syllable of syllables) {
        const alike = charactersOf.get(syllable);
        if (alike === undefined) charactersOf.set(syllable, [character]);
        else alike.push(character);
      }
    }
  }
  built = { charactersOf, syllablesOf };
  return built;
}

const LONGEST_SYLLABLE = 6;
const MOST_NAMES = 2;

/**
 * The names of two to four characters that Latin letters without tones may spell (beibin → 北滨), of which every pair of
 * neighbouring characters passes `holds`. At most two.
 */
export function namesSpelt(letters: string, holds: (pair: string) => boolean): string[] {
  const found: string[] = [];
  const { charactersOf } = sounds();
  const extend = (name: string, at: number): void => {
    if (found.length >= MOST_NAMES || name.length > 4) return;
    if (at === letters.length) {
      if (name.length >= 2) found.push(name);
      return;
    }
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - at); length >= 1; length -= 1) {
      for (const character of charactersOf.get(letters.slice(at, at + length)) ?? []) {
        if (name === "" || holds(`${name.slice(-1)}${character}`)) extend(`${name}${character}`, at + length);
      }
    }
  };
  if (/^[a-z]{4,24}$/.test(letters)) extend("", 0);
  return found;
}
