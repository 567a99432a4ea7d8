import { z } from "zod";
import { mayBePinyin } from "#question/place/pinyin-names.ts";
import { foldPlain } from "#text/fold.ts";
import englishFile from "./english.json" with { type: "json" };
import { namesSpelt } from "./names-spelt.ts";

const { words, silent } = z
  .object({
    words: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
    silent: z.array(z.string().min(1)),
  })
  .parse(englishFile);

const chinese = new Map(Object.entries(words));
const says = new Set(silent);
/** zero-waste, of zero-waste city. */
const hyphened = new Set([...chinese.keys()].flatMap((phrase) => phrase.split(" ")));
const LONGEST_PHRASE = Math.max(...[...chinese.keys()].map((phrase) => phrase.split(" ").length));
const MOST_WORDINGS = 3;

/** Endings and what stands for them in the dictionary: companies → company, approved → approve. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, "y"],
  [/es$/, ""],
  [/s$/, ""],
  [/ed$/, "e"],
  [/ed$/, ""],
  [/ing$/, "e"],
  [/ing$/, ""],
];

/** optimise, organisations: British spelling. */
const BRITISH = /is(?=(?:e[ds]?|ing|ations?)$)/;

function lookedUp(phrase: string): readonly string[] | null {
  const exact = chinese.get(phrase);
  if (exact !== undefined) return exact;
  if (BRITISH.test(phrase)) {
    const american = lookedUp(phrase.replace(BRITISH, "iz"));
    if (american !== null) return american;
  }
  for (const [ending, instead] of ENDINGS) {
    const found = ending.test(phrase) ? chinese.get(phrase.replace(ending, instead)) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * An English topic in the words reports print: each word by its Chinese counterparts, names by their sound
 * (Beibin Road → 北滨路). One wording for each choice of counterparts, the likeliest first; none when nothing is known.
 * `holds` tells whether some report prints a pair of characters.
 */
export function chineseWordings(topic: string, holds: (pair: string) => boolean): string[] {
  const given = wordsOf(
    foldPlain(topic.replaceAll(/['’]s\b/g, "").replaceAll(/(?<=[a-z])['’](?=[a-z])/gi, "")),
  );
  // The Fengqiao Experience (枫桥经验): where the Chinese is given, what no dictionary has only spells it.
  const named = given.some((word) => /^[\u4e00-\u9fff]{2}/.test(word));
  const choices: (readonly string[])[] = [];
  for (let at = 0; at < given.length; ) {
    const { length, options } = phraseAt(given, at, holds);
    const spelt = named && options.every((option) => /^[a-z]/.test(option) && !mayBePinyin(option));
    if (options.length > 0 && !spelt) choices.push(options);
    at += length;
  }
  if (!choices.some((options) => options.some((option) => /[\u4e00-\u9fff]/.test(option)))) return [];
  const deepest = Math.max(...choices.map(({ length }) => length));
  const wordings = Array.from({ length: deepest }, (_, choice) =>
    joined(choices.map((options) => options[choice] ?? options[0] ?? "")),
  );
  return [...new Set(wordings)].slice(0, MOST_WORDINGS);
}

/** elderly-care is elderly care, where the dictionary does not have it so. */
const wordsOf = (folded: string): string[] =>
  (folded.match(/[a-z0-9]+(?:[-'.&][a-z0-9]+)*|[\u4e00-\u9fff]+/g) ?? []).flatMap((word) =>
    /^[a-z]{2,}(?:-[a-z]{2,})+$/.test(word) && !hyphened.has(word) ? word.split("-") : [word],
  );

/** face, faced, faces. */
const isSilent = (word: string): boolean =>
  says.has(word) ||
  ENDINGS.some(([ending, instead]) => ending.test(word) && says.has(word.replace(ending, instead)));

function phraseAt(given: readonly string[], at: number, holds: (pair: string) => boolean) {
  for (let length = Math.min(LONGEST_PHRASE, given.length - at); length >= 1; length -= 1) {
    const options = lookedUp(given.slice(at, at + length).join(" "));
    if (options !== null) return { length, options };
  }
  const word = given[at] ?? "";
  if (isSilent(word)) return { length: 1, options: [] };
  const names = namesSpelt(word, holds);
  return { length: 1, options: names.length > 0 ? names : [word] };
}

/** 北滨 and 路 are one name; other words stand apart. */
function joined(pieces: readonly string[]): string {
  return pieces
    .reduce((all, piece) => {
      const oneName = /[\u4e00-\u9fff]$/.test(all) && /^[路街桥山河江湖港站镇村]$/.test(piece);
      return oneName ? `${all}${piece}` : `${all} ${piece}`;
    })
    .trim();
}
