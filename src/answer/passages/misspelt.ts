import { pinyin } from "pinyin-pro";
import { mayBePinyin } from "#question/place/pinyin-names.ts";
import { wordsIn } from "#text/words.ts";

const HAN = /^[\u4e00-\u9fff]$/;
const MOST = 3;

/** What the corpus knows of pairs of characters, for choosing among corrections. */
interface Printed {
  /** Whether some report prints a pair of characters. */
  holds(pair: string): boolean;
  /** High for what is seldom printed. */
  weight(pair: string): number;
}

/**
 * A topic with its misspelt words put right (网络消售额增涨 → 网络销售额增长), null when there is none. A pair of
 * characters is misspelt when neither the run-time's dictionary nor any report knows it, and another character of the
 * same sound makes it a word that both know.
 */
export function spelledRight(topic: string, printed: Printed): string | null {
  let words = topic;
  for (let corrected = 0; corrected < MOST; corrected += 1) {
    const better = onceCorrected(words, printed);
    if (better === null) break;
    words = better;
  }
  return words === topic ? null : words;
}

/** A topic with the words typed as they sound (jiben公共卫生jingfei → 基本公共卫生经费): of several the one printed most. */
export function writtenOut(topic: string, { holds, weight }: Printed): string {
  return topic.replace(/(?<![a-z])[a-z]{4,}(?![a-z])/g, (letters) => {
    if (!mayBePinyin(letters)) return letters;
    const names = namesSpelt(letters, holds).filter((name) => isWord(name) || name.length > 2);
    const [commonest] = names.toSorted((a, b) => weight(a.slice(0, 2)) - weight(b.slice(0, 2)));
    return commonest ?? letters;
  });
}

function onceCorrected(topic: string, printed: Printed): string | null {
  const loose = looseCharacters(topic);
  let best: { words: string; weight: number } | null = null;
  for (const at of loose) {
    for (const [from, to] of [
      [at - 1, at],
      [at, at + 1],
    ] as const) {
      const [one, other] = [topic[from] ?? "", topic[to] ?? ""];
      if (!loose.has(from) || !loose.has(to) || !HAN.test(one) || !HAN.test(other)) continue;
      if (printed.holds(one + other)) continue;
      const wrong = at === from ? one : other;
      for (const right of soundingLike(wrong)) {
        const pair = at === from ? right + other : one + right;
        const weight = printed.weight(pair);
        if (!printed.holds(pair) || (best !== null && weight >= best.weight) || !isWord(pair)) continue;
        best = { words: topic.slice(0, at) + right + topic.slice(at + 1), weight };
      }
    }
  }
  return best?.words ?? null;
}

/** Offsets of the characters that the dictionary finds in no word. */
function looseCharacters(topic: string): ReadonlySet<number> {
  const lone = wordsIn(topic).filter(({ word }) => word.length === 1);
  return new Set(lone.map(({ start }) => start));
}

const isWord = (pair: string): boolean => wordsIn(pair).length === 1;

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

/** The other characters that may be read as this one, tones aside. */
function soundingLike(character: string): string[] {
  const { charactersOf, syllablesOf } = sounds();
  const alike = (syllablesOf.get(character) ?? []).flatMap((syllable) => charactersOf.get(syllable) ?? []);
  return [...new Set(alike)].filter((other) => other !== character);
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
