import { pinyin } from "pinyin-pro";
import { concepts } from "#indicators/catalogue.ts";

/** Sounds shorter than this are other words too. */
const SHORTEST = 8;
const LATIN = /[a-z]{2,}(?:\s+[a-z]{2,})*/g;

let names: ReadonlyMap<string, string> | null = null;

/** Official names by their sound, the longest first; made when first needed. */
function namesBySound(): ReadonlyMap<string, string> {
  const written = concepts.flatMap(({ name, aliases }) => [name, ...aliases]);
  const entries = written
    .filter((name) => /^\p{Script=Han}+$/u.test(name))
    .map((name): [string, string] => [
      pinyin(name, { toneType: "none", type: "array", v: true }).join(""),
      name,
    ])
    .filter(([sound]) => sound.length >= SHORTEST)
    .sort(([a], [b]) => b.length - a.length);
  names ??= new Map(entries);
  return names;
}

/** 工业总产值 for gongye zongchanzhi: indicators typed as they sound, in a folded text that is otherwise left as it is. */
export function withNamesWritten(folded: string): string {
  return folded.replace(LATIN, (words) => {
    const sound = words.replace(/\s+/g, "");
    if (sound.length < SHORTEST || !mayBePinyin(sound)) return words;
    const found = [...namesBySound()].find(([each]) => sound.includes(each));
    return found === undefined ? words : sound.replace(found[0], ` ${found[1]} `).trim();
  });
}

/** One syllable of pinyin and no more. */
const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iu]?ang?|[iu]?eng?|i?ao|i?ong|[iu]?ai|[iu]?ei|i?ou|ing?|un|[uiv]e|[iu]?a|[uo]?o|er|e|i|u|v)$/;
const LONGEST_SYLLABLE = 6;

/**
 * True for Latin letters that can be read as syllables of pinyin throughout (leiji); English seldom can (glossary). Each
 * place is looked at once, so that chiongchiong…cc costs no more than other words of its length.
 */
export function mayBePinyin(word: string): boolean {
  // Whether the letters up to each place can be so read.
  const readable = [true];
  for (let end = 1; end <= word.length; end += 1) {
    const starts = Array.from({ length: Math.min(LONGEST_SYLLABLE, end) }, (_, back) => end - back - 1);
    readable.push(starts.some((start) => readable[start] === true && SYLLABLE.test(word.slice(start, end))));
  }
  return word !== "" && readable.at(-1) === true;
}
