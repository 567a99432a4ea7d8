import { fold, foldPlain } from "#text/fold.ts";

/** A word in comparable form and what is put in its place; null for a whole form, which stays as it is. */
interface Entry {
  readonly word: string;
  readonly full: string | null;
}

/** The site's own words and what they stand for. */
export interface Synonyms {
  /** By their first character, longest first: thousands of words cost a question no more than a few. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** `line 3: …`; a bad line is left out, the others count. */
  readonly problems: readonly string[];
}

const LONGEST = 60;
const MOST_LINES = 2_000;
/** A question that would grow beyond this stays as it was typed. */
const LONGEST_QUESTION = 2_000;

/** Reads lines such as `江开区 = 江北经济开发区`; `#` begins a remark. */
export function parseSynonyms(text: string): Synonyms {
  const entries = new Map<string, string>();
  const problems: string[] = [];
  for (const [at, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    const line = raw.replace(/#.*$/, "").trim();
    if (line === "") continue;
    const [word = "", full = "", ...more] = line.split(/[=＝]/).map((side) => side.trim());
    const [short, folded] = [foldPlain(word), foldPlain(full)];
    const problem = more.length > 0 ? "holds more than one =" : problemOf(short, folded);
    const earlier = entries.has(short) ? `${word} stands in an earlier line, which counts` : null;
    const found = problem ?? earlier ?? (entries.size >= MOST_LINES ? `more than ${MOST_LINES} words` : null);
    if (found === null) entries.set(short, full);
    else problems.push(`line ${at + 1}: ${found}`);
  }
  return { entries: byFirstCharacter(entries), problems };
}

function byFirstCharacter(words: ReadonlyMap<string, string>): Synonyms["entries"] {
  const entries = [...words].flatMap(([word, full]): Entry[] => {
    const whole = foldPlain(full);
    return whole.includes(word)
      ? [
          { word: whole, full: null },
          { word, full },
        ]
      : [{ word, full }];
  });
  const sorted = new Map<string, Entry[]>();
  for (const entry of entries.sort((a, b) => b.word.length - a.word.length)) {
    const first = entry.word.charAt(0);
    sorted.set(first, [...(sorted.get(first) ?? []), entry]);
  }
  return sorted;
}

function problemOf(short: string, full: string): string | null {
  if (full === "") return "is no line such as 江开区 = 江北经济开发区";
  if (short.length < 2) return "a word has at least 2 characters";
  if (!/\p{L}/u.test(short)) return "a word holds a letter";
  if (short.length > LONGEST || full.length > LONGEST) return `a word has at most ${LONGEST} characters`;
  return short === full ? "both sides are the same" : null;
}

/**
 * The question with the site's words in the place of what they stand for: 江开区有多少企业 → 江北经济开发区有多少企业. Whole forms stay
 * (两江 = 两江新区 leaves 两江新区 as it is), Latin words are replaced as whole words, and what was put is not looked at again.
 */
export function inFullWords({ entries }: Synonyms, question: string): string {
  if (entries.size === 0) return question;
  const { text, map } = fold(question);
  let said = "";
  for (let at = 0; at < text.length; ) {
    const entry = entries.get(text.charAt(at))?.find(({ word }) => stands(text, word, at));
    const length = entry?.word.length ?? 1;
    said += entry?.full ?? question.slice(map[at], map[at + length]);
    at += length;
  }
  return said.length > LONGEST_QUESTION ? question : said;
}

const LATIN = /[a-z0-9]/;

/** AI stands in 用AI做什么 and not in 用MAIN做什么. */
function stands(text: string, word: string, at: number): boolean {
  if (!text.startsWith(word, at)) return false;
  const end = at + word.length;
  const joins = (one: string, other: string) => LATIN.test(one) && LATIN.test(other);
  return (
    !joins(text.charAt(at - 1), word.charAt(0)) && !joins(word.charAt(word.length - 1), text.charAt(end))
  );
}
