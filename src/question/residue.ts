import { z } from "zod";
import type { Span } from "#domain/span.ts";
import type { IndicatorMention } from "#indicators/catalogue-mentions.ts";
import { type Word, wordsIn } from "#text/words.ts";
import wordsFile from "./function-words.json" with { type: "json" };
import { patterns } from "./patterns.ts";
import type { Residue } from "./question.ts";

const file = z
  .object({ about: z.string(), exclusions: z.string().min(1), words: z.array(z.string().min(1)).min(1) })
  .parse(wordsFile);
const functionWords = new Set(file.words);

/** Words of asking and telling: they say nothing of what is asked about. */
const SAYS_NOTHING = [patterns.scaffolding, patterns.filler, patterns.ranging, patterns.recall] as const;

/** Latin letters alone are an abbreviation that is read elsewhere, or English. */
const RUN = /(?![a-z0-9.\s]+(?!\p{L}))[\p{L}\p{N}][\p{L}\p{N}.%·—–-]*/gu;
/** 不含房地产: what is left out narrows as much as what is taken in, whether or not it names an indicator. */
const EXCLUDED = new RegExp(
  `(?:${file.exclusions})\\p{Script=Han}{2,8}?(?=[的后外,，、。?？()（）\\s]|$)`,
  "gu",
);
/** Between two indicators, where one narrows the other: 老年人的工业总产值, 进出口总额里金融业. */
const OF = /^\s*(?:的?(?:里[头面]?|当?中|其中)的?)\s*$/u;
const WHOSE = /^\s*的?\s*$/u;

/** What a question's words are read from: the text with regions and years blanked, and the indicators named in it. */
interface Worded {
  readonly text: string;
  readonly mentions: readonly (Span & Pick<IndicatorMention, "via">)[];
  readonly claim: Span | null;
}

/** The residue of a question whose whole words are `asked`. */
export function residueOf({ text, mentions, claim }: Worded, asked: string): Residue[] {
  const excluded = [...text.matchAll(EXCLUDED)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const read = [...mentions, ...excluded, ...(claim === null ? [] : [claim])];
  const left = read.reduce(blanked, text);
  // 老百姓逛街消费: what stands beside a citizen's word for an indicator is most often part of how it is put.
  const official = mentions.filter(({ via }) => via !== "colloquial");
  const runs = [...withoutAsking(left).matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const word = isAside(text, index, mentions) ? "" : namingPart(run);
    const start = index + run.indexOf(word);
    const span = { start, end: start + word.length };
    return word === "" ? [] : [{ start, word, beside: standsBeside(text, span, official) }];
  });
  const narrowing = [...narrowingMentions(text, mentions), ...excluded].map(({ start, end }) => ({
    start,
    word: text.slice(start, end).replace(/\s/gu, ""),
    beside: true,
  }));
  return [...runs, ...narrowing]
    .sort((a, b) => a.start - b.start)
    .map(({ word, start, beside }) => ({ word, span: spanOf(word, asked, start), beside }));
}

/** The residue once more where a name is known that the question says: what stands right beside it narrows it. */
export function residueBeside(
  residue: readonly Residue[],
  asked: string,
  names: readonly string[],
): Residue[] {
  const said = names.flatMap((name) => {
    const start = name.length < SHORTEST_NAME ? -1 : asked.indexOf(name);
    return start < 0 ? [] : [{ start, end: start + name.length }];
  });
  return residue.flatMap((one) => {
    const { span } = one;
    if (span === null || said.length === 0) return [one];
    const left = said.reduce(blanked, asked).slice(span.start, span.end);
    return [...left.matchAll(RUN)].flatMap(({ 0: run, index }) => {
      const word = namingPart(run);
      const start = span.start + index + run.indexOf(word);
      const own = { start, end: start + word.length };
      const beside = one.beside || standsBeside(asked, own, said);
      return word === "" ? [] : [{ word, span: own, beside }];
    });
  });
}

const SHORTEST_NAME = 3;

/** Whether a word stands right before a name (茶叶的产值), or is set apart right behind it (产值中茶叶的, 产值（茶叶）). */
function standsBeside(text: string, { start, end }: Span, names: readonly Span[]): boolean {
  return names.some((name) => {
    if (end <= name.start) return onlyBinds(text.slice(end, name.start));
    const between = text.slice(name.end, start);
    return name.end <= start && SETS_APART.test(between) && onlyBinds(between);
  });
}

const SETS_APART = /里|中|在|\(|（/u;

const onlyBinds = (words: string): boolean =>
  wordsIn(words).every(({ word }) => !/\p{L}/u.test(word) || functionWords.has(word) || BINDS.test(word));
const BINDS = /^(?:其中|里[头面]?|中|在|按|年)$/u;

/** 种菜的问：, 老人爬楼恼火，: a clause that names no indicator, place or year only tells who asks and why, where another does. */
function isAside(text: string, at: number, mentions: readonly Span[]): boolean {
  const start = Math.max(...CLAUSE_ENDS.map((mark) => text.lastIndexOf(mark, at))) + 1;
  const ends = CLAUSE_ENDS.map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  const end = Math.min(text.length, ...ends);
  const says = (from: number, to: number) =>
    // Where a place or a year was read there is white space.
    /\s/u.test(text.slice(from, to).trimEnd()) ||
    mentions.some((mention) => mention.start < to && from < mention.end);
  return !says(start, end) && (says(0, start) || says(end, text.length));
}

const CLAUSE_ENDS = [",", "，", "。", "；", ";", "：", ":", "？", "?", "！", "!"];

/** The indicators that narrow the one beside them. */
function narrowingMentions(text: string, mentions: readonly Span[]): Span[] {
  if (mentions.length !== 2) return [];
  return mentions.flatMap((one, at) => {
    const next = mentions[at + 1];
    if (next === undefined) return [];
    const between = text.slice(one.end, next.start);
    return OF.test(between) ? [next] : WHOSE.test(between) ? [one] : [];
  });
}

/** Where a word stands in the question: the place nearest to where it was read. */
function spanOf(word: string, asked: string, near: number): Span | null {
  const behind = asked.indexOf(word, Math.max(0, near - word.length));
  const start = behind >= 0 ? behind : asked.indexOf(word);
  return start < 0 ? null : { start, end: start + word.length };
}

const blanked = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

/** A word of asking counts only where it is whole words: 大 is none in 大学生. */
function withoutAsking(text: string): string {
  const words = wordsIn(text);
  const starts = new Set(words.map(({ start }) => start));
  const ends = new Set(words.map(({ end }) => end));
  return SAYS_NOTHING.reduce(
    (left, pattern) =>
      left.replace(pattern, (said, ...rest) => {
        const at = Number(rest.findLast((one) => typeof one === "number"));
        return starts.has(at) && ends.has(at + said.length) ? " ".repeat(said.length) : said;
      }),
    text,
  );
}

/** 跑得, 签了, 升|到: what is said of the figure, not whose it is. */
const isDeed = (words: readonly Word[], at: number): boolean =>
  /.[得了着过到起]$/u.test(words[at]?.word ?? "") || /^[得了着过到起]/u.test(words[at + 1]?.word ?? "");

const SAYS_LITTLE = /^[\d.%一二三四五六七八九十百千万亿]+$/u;

/** The run without the function words at its ends; empty where nothing is left but a single character. */
function namingPart(run: string): string {
  const words = wordsIn(run);
  const says = words.map(
    ({ word }, at) => !functionWords.has(word) && !SAYS_LITTLE.test(word) && !isDeed(words, at),
  );
  const [first, last] = [says.indexOf(true), says.lastIndexOf(true)];
  if (first < 0) return "";
  const part = (from: number, to: number) => run.slice(words[from]?.start, words[to]?.end);
  if (part(first, last).length > 1) return part(first, last);
  // 家|电, 地方|级: a character of its own goes with the word before it.
  return first > 0 ? part(first - 1, first) : "";
}
