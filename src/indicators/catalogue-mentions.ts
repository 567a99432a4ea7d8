import { conceptById } from "./catalogue.ts";
import { breaks, growthLength, letsStand, levelLength, narrows } from "./catalogue-guards.ts";
import { IGNORED } from "./catalogue-key.ts";
import { type Phrase, phrases, type Via, words } from "./catalogue-phrases.ts";

/** An indicator spoken of in a question or sentence: `text.slice(start, end)` is `phrase`. */
export interface IndicatorMention {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  /** Ids; more than one when the phrase has several readings. */
  readonly concepts: readonly string[];
  /** What the phrase itself says: GDP增速 is a growth, GDP总量 a level, GDP alone neither. */
  readonly measure: "level" | "growth" | null;
  readonly via: Via;
  /** True when the phrase names all its concepts at once (城乡居民收入), false when it leaves open which. */
  readonly together: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  phrase: Phrase | null;
}

const root = trieOf(phrases);

function trieOf(entries: ReadonlyMap<string, Phrase>): Node {
  const top: Node = { next: new Map(), phrase: null };
  for (const [key, phrase] of entries) {
    let node = top;
    for (const character of key) {
      const child = node.next.get(character) ?? { next: new Map(), phrase: null };
      node.next.set(character, child);
      node = child;
    }
    node.phrase = phrase;
  }
  return top;
}

const LATIN = /[a-z]/u;
/** Words this short are parts of many others (出口, 低保): they count only where they can stand alone. */
const VAGUE_LENGTH = 2;
const YEAR = /^[,，]?在?(?:\d{4}年|去年|今年|明年|全年)(?:全年|度)?/u;
/** Words a question puts between the words of a name. */
const ASKED = new RegExp(
  `^(?:(?:${words.gaps.join("|")})|(?:有|了)?(?:多少|几)[个家张件户所名万亿吨辆部套亩米斤头只棵度块条座台位公里平方]{0,3})`,
  "u",
);

/**
 * Finds indicators in `text` (folded: NFKC, simplified, lower case), longest first, from left to right.
 * 的, spaces, brackets and quotation marks inside a phrase do not hinder; a phrase that is part of another
 * word or of a narrower indicator (汽车制造业固定资产投资) is no mention.
 */
export function findMentions(text: string): IndicatorMention[] {
  const mentions: IndicatorMention[] = [];
  for (let at = 0; at < text.length; ) {
    const found = longestAt(text, at);
    if (found === null) {
      at++;
      continue;
    }
    const mention = mentionOf(text, at, found);
    if (mention !== null) mentions.push(mention);
    at = mention?.end ?? found.end;
  }
  return mentions;
}

interface Found {
  readonly end: number;
  readonly phrase: Phrase;
}

/** The longest phrase that starts at `start` and does not cut a Latin word. */
function longestAt(text: string, start: number): Found | null {
  return cutsLatin(text, start) ? null : longestFrom(text, start, root);
}

/** The longest way to go on from `node` with the text at `at`: with its next character, or over what may stand between. */
function longestFrom(text: string, at: number, node: Node): Found | null {
  const own = node.phrase !== null && !cutsLatin(text, at) ? { end: at, phrase: node.phrase } : null;
  const child = node.next.get(text.charAt(at));
  const next = child === undefined ? null : longestFrom(text, at + 1, child);
  const gap = node === root ? 0 : gapLength(text, at);
  const beyond = gap === 0 ? null : longestFrom(text, at + gap, node);
  // What may stand between the words of a name is no part of it at its end.
  const over = own !== null && beyond?.phrase === own.phrase ? null : beyond;
  return [next, over, own].reduce(
    (best, found) => ((found?.end ?? -1) > (best?.end ?? -1) ? found : best),
    null,
  );
}

/** 脱贫的农户，2023年一个人一年纯收入: where the year was read already, white space is left of it. */
const YEAR_READ = /^[,，]\s+/u;

/** Length of what may stand inside a phrase at `at`: 的, a bracket, a year (老百姓2022年的收入), a word of asking (新增多少就业). */
function gapLength(text: string, at: number): number {
  if (IGNORED.test(text.charAt(at))) return 1;
  const ahead = text.slice(at, at + 10);
  return (YEAR.exec(ahead) ?? YEAR_READ.exec(ahead) ?? ASKED.exec(ahead))?.[0].length ?? 0;
}

/** True when `at` stands between two Latin letters. */
function cutsLatin(text: string, at: number): boolean {
  return LATIN.test(text.charAt(at - 1)) && LATIN.test(text.charAt(at));
}

function mentionOf(text: string, start: number, found: Found): IndicatorMention | null {
  const { phrase } = found;
  if (phrase.concepts.length === 0 || narrows(text.slice(0, start))) return null;
  if (ofOneKind(found, text, start)) return null;
  const after = text.slice(found.end);
  const growth = !phrase.growth && phrase.concepts.some(grows) ? growthLength(after) : 0;
  const level = growth === 0 ? levelLength(after) : 0;
  const share = phrase.growth ? 0 : shareTail(text, start, found.end);
  const end = found.end + growth + level + share;
  if (breaks(text.slice(end))) return null;
  const vague = phrase.concepts.length > 1 || found.end - start <= VAGUE_LENGTH;
  const bare =
    (vague || namesThings(found, text.slice(start, found.end))) &&
    growth + level === 0 &&
    !LATIN.test(text.charAt(start));
  if (bare && !letsStand(text.slice(end))) return null;
  const measure = phrase.growth || growth > 0 ? "growth" : level > 0 ? "level" : null;
  const { concepts, via, together = false } = phrase;
  return { start, end, phrase: text.slice(start, end), concepts, measure, via, together };
}

/** 研发占GDP|的比重: a name that says 占 may be followed by the word for a share. */
function shareTail(text: string, start: number, end: number): number {
  if (!text.slice(start, end).includes("占")) return 0;
  return SHARE.exec(text.slice(end, end + 6))?.[0].length ?? 0;
}
const SHARE = /^[的\s]*(?:比重|比例|份额|占比|百分比)/u;

/** 幼儿园, 高新技术企业: names things, and their number only where the words let it (高新技术企业多少家). */
function namesThings({ phrase }: Found, written: string): boolean {
  const [id = ""] = phrase.concepts;
  const dimension = conceptById(id)?.dimension;
  return (
    phrase.via === "alias" && (dimension === "count" || dimension === "people") && !COUNTED.test(written)
  );
}

/** 企业多少家, a plain word for things and how many of them; */
const PLAIN = /^[\u4e00-\u9fff]{2}(?:一共|总共)?有?(?:多少|几)/u;
/** 软信 before it makes them a kind, 全区有 does not. */
const NARROWING = /[\u4e00-\u9fff]$(?<![的有了共区市县省年全总各在地里个家是些])/u;

/** 软信企业多少家: things of one kind, which the total of all is not. */
function ofOneKind({ phrase, end }: Found, text: string, start: number): boolean {
  const dimension = conceptById(phrase.concepts[0] ?? "")?.dimension;
  if (phrase.via !== "colloquial" || (dimension !== "count" && dimension !== "people")) return false;
  return PLAIN.test(text.slice(start, end)) && NARROWING.test(text.slice(0, start));
}

const COUNTED = /数|量|人次|总|新增|新建|净增|人口|就业/u;

function grows(id: string): boolean {
  return (conceptById(id)?.growthName ?? null) !== null;
}
