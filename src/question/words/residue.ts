import { z } from "zod";
import type { Span } from "#domain/span.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { IndicatorMention } from "#indicators/catalogue-mentions.ts";
import type { Residue } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { type Word, wordsIn } from "#text/words.ts";
import wordsFile from "./function-words.json" with { type: "json" };
import { patterns } from "./patterns.ts";

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
/** 2022年年中: a part of the year, which the dictionary takes for two words that say nothing. */
const MID_YEAR = /年中(?=[的，,]|期|$|\p{Script=Han})(?!国|心|央|小|等|部|医|介|学|欧)/gu;
const MID_YEAR_ALONE = /^年中$/u;
/** 按常住人口算, 按户籍人口口径: what a figure is worked out by, though it names an indicator. */
const BY = /按\s*$/u;
const WORKED_OUT = /^\s*(?:来?计?算|口径|统计|测算)/u;
const OF = /^\s*(?:的?(?:里[头面]?|当?中|其中)的?)\s*$/u;
const WHOSE = /^\s*的?\s*$/u;

/** What a question's words are read from: the text with regions and years blanked, and the indicators named in it. */
interface Worded {
  readonly text: string;
  readonly mentions: readonly (Span & Pick<IndicatorMention, "via" | "phrase" | "concepts">)[];
  readonly claim: Span | null;
}

/** The residue of a question whose whole words are `asked`. */
export function residueOf({ text, mentions, claim }: Worded, asked: string): Residue[] {
  const excluded = [...text.matchAll(EXCLUDED), ...text.matchAll(MID_YEAR)].map(
    ({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
    }),
  );
  const read = [...mentions, ...excluded, ...(claim === null ? [] : [claim])];
  const left = read.reduce(blanked, text);
  // 老百姓逛街消费: what stands beside a citizen's word for an indicator is most often part of how it is put.
  const official = mentions.filter((mention) => mention.via !== "colloquial" || isPartOfName(mention));
  const runs = [...withoutAsking(left).matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const word = isAside(text, index, mentions) ? "" : namingPart(run);
    const start = index + run.indexOf(word);
    const span = { start, end: start + word.length };
    if (word === "") return [];
    const against = isOtherSide(text, span);
    return [{ start, word, against, beside: against || standsBeside(text, span, official) }];
  });
  const narrowing = [...narrowingMentions(text, mentions), ...excluded].map(({ start, end }) => ({
    start,
    word: text.slice(start, end).replace(/\s/gu, ""),
    against: false,
    beside: true,
  }));
  return [...runs, ...narrowing]
    .sort((a, b) => a.start - b.start)
    .map(({ start, ...one }) => ({ ...one, span: spanOf(one.word, asked, start) }));
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
      const word = run === one.word && MID_YEAR_ALONE.test(run) ? run : namingPart(run);
      const start = span.start + index + run.indexOf(word);
      const own = { start, end: start + word.length };
      const beside = one.beside || standsBeside(asked, own, said);
      return word === "" ? [] : [{ ...one, word, span: own, beside }];
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

/** 失业率 is the end of 城镇调查失业率. */
const isPartOfName = ({ phrase, concepts }: Worded["mentions"][number]): boolean =>
  concepts.some((concept) => foldPlain(conceptById(concept)?.name ?? "").endsWith(phrase));

/** 和主城区 behind a place, 主城区和 before one (places are white space here), 比纽约高, 超过东京: what a place is set against. */
function isOtherSide(text: string, { start, end }: Span): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  return (
    /(?:^|\s)\s*[和与跟同、]\s*$/u.test(before) ||
    /^\s*[和与跟同、]\s/u.test(behind) ||
    /(?:比(?![重例率])|超过|高于|低于|多于|少于|大于|小于|不如|[赶追]上|[赶追]超)了?\s*$/u.test(before)
  );
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
  const bases = mentions.filter(
    ({ start, end }) => BY.test(text.slice(0, start)) && WORKED_OUT.test(text.slice(end)),
  );
  if (bases.length > 0) return bases;
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
        const whole = starts.has(at) && ends.has(at + said.length);
        return whole && !countsAName(said, words, at + said.length) ? " ".repeat(said.length) : said;
      }),
    text,
  );
}

/** 三 in 三资企业 is part of the name behind it; in 三个 it counts. */
const countsAName = (said: string, words: readonly Word[], end: number): boolean => {
  const next = words.find(({ start }) => start === end)?.word ?? "";
  return NUMBER_WORDS.test(said) && /^\p{Script=Han}/u.test(next) && !functionWords.has(next);
};

/** 跑得, 签了, 升|到: what is said of the figure, not whose it is. */
const isDeed = (words: readonly Word[], at: number): boolean =>
  /.[得了着过到起]$/u.test(words[at]?.word ?? "") || /^[得了着过到起]/u.test(words[at + 1]?.word ?? "");

const SAYS_LITTLE = /^[\d.%一二三四五六七八九十百千万亿]+$/u;

/** 五一|假期, 一|季度: a number in words right before a word that names something is part of its name. */
const NUMBER_WORDS = /^[一二三四五六七八九十百千]+$/u;

/** The run without the function words at its ends; empty where nothing is left but a single character. */
function namingPart(run: string): string {
  const words = wordsIn(run);
  const isFunction = (at: number) => functionWords.has(words[at]?.word ?? "");
  const says = words.map(({ word }, at) => !isFunction(at) && !SAYS_LITTLE.test(word) && !isDeed(words, at));
  const [named, last] = [says.indexOf(true), says.lastIndexOf(true)];
  if (named < 0) return "";
  const first = NUMBER_WORDS.test(words[named - 1]?.word ?? "") ? named - 1 : named;
  const part = (from: number, to: number) => run.slice(words[from]?.start, words[to]?.end);
  if (part(first, last).length > 1) return part(first, last);
  // 家|电, 地方|级: a character of its own goes with the word before it, 双|十一 with the number behind it.
  if (first > 0) return functionWords.has(part(first - 1, first)) ? "" : part(first - 1, first);
  const next = words[1]?.word ?? "";
  if (NUMBER_WORDS.test(next)) return part(0, 1);
  // 华|为 is the name that stands there by itself.
  return words.length === 2 && run.length === 2 && isFunction(1) ? run : "";
}
