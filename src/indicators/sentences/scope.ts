import type { SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";

/** The years that a text speaks of: one; several together; or several and the last of them. */
export type Period = "one" | "mixed" | "many";

const MANY =
  /过去(?:的)?[五四三]年|[五四三]年来|[五四三]年间|本届政府|五年累计|“?十[一二三四]五”?(?:期间|时期)|未来[五三]年|今后[五三几]年|这(?:[五三十]年|是[^，。；]{0,30}的[五三]年)/u;

/** Words that open a scope of one year within a chapter on several; 是本届政府的收官之年 says no more. */
const ONE = /(?:刚刚)?过去的(?:(?<year>(?:19|20)\d\d)年|一年)/gu;
const OF_THE_TERM = /是(?:本届政府|“?十[一二三四]五”?)[^，。]{0,8}之年/gu;

/** 各位代表！, —— and spaces before what a paragraph opens with. */
const BEFORE_OPENING = /^(?:\s|各位(?:代表|委员)[！!，,：:、]?|[—–―－]|--)+/u;
const OPENS_MANY =
  /^这是[^，。；]{0,30}的[五三]年|^.{0,16}?(?:[五四三]年[来的间]|[过未]去?来?的?[五四三]年|[这今]后?[五四三几]年|本届政府|“?十[一二三四]五”?(?:期间|时期|的|以来))/u;
/** 2020年是大战大考之年, 过去一年，…: this paragraph and those behind it are on that year. */
const OPENS_YEAR =
  /^(?:(?:回[顾首眸望]|即将|刚刚)?过去的?(?:(?<year>(?:19|20)\d\d)\s?年|一年)|(?:回[顾首眸望])?(?<that>(?:19|20)\d\d)\s?年[，,]?[是极])/u;
/** 2016年，…: this paragraph, and those behind it where the heading names the year, too. */
const NAMES_YEAR =
  /^(?:特别是|尤其是|回[顾首眸望])?(?:(?<year>(?:19|20)\d\d)\s?年|去年|一年)(?=[，,、]|里|在|以来|我们|全[国省市县区])/u;
const GOES_ON = /^(?:这一年|一年来|一年[，,]|年内)/u;
/** 2023年要重点抓好 …, 今年经济社会发展的主要预期目标是: what follows is for that year. */
const SETS_YEAR =
  /(?:今年|(?<year>(?:19|20)\d\d)\s?年)(?!以来|至|到|底|末|前)[^。；\d]{0,24}(?:(?:重点|着力|突出|全力|认真|主要|努力|集中力量)(?:要)?(?:抓好|做好|推进|实施|完成)|(?:主要|重点|中心)(?:任务|工作)|工作(?:任务|重点|安排|思路|要求|部署)|(?:预期|主要|奋斗)目标)/u;

/** The year a match names is `wanted`; a match without one says so itself. */
function isYear(match: RegExpMatchArray, wanted: number | null): boolean {
  const year = match.groups?.["year"] ?? match.groups?.["that"];
  return year === undefined || Number(year) === wanted;
}

/** What a paragraph's opening or its aims say of the years it and those behind it speak of; null for nothing. */
function scopeOf(document: SourceDocument, paragraph: string): Period | null {
  const { reviewYear, planYear } = document;
  const text = paragraph.replace(BEFORE_OPENING, "");
  const names = NAMES_YEAR.exec(text);
  const opens = OPENS_YEAR.exec(text);
  const year = opens ?? names;
  if (year !== null) {
    if (!isYear(year, reviewYear) && !isYear(year, planYear)) return "many";
    return opens === null ? "mixed" : "one";
  }
  if (OPENS_MANY.test(text)) return "many";
  if (GOES_ON.test(text)) return "one";
  const set = SETS_YEAR.exec(text);
  return set !== null && isYear(set, planYear) ? "one" : null;
}

const known = new WeakMap<SourceDocument, Map<number, Period | null>>();

/** What the whole paragraph from `start` to `end` says, remembered: every sentence behind it asks again. */
function scopeOfParagraph(document: SourceDocument, start: number, end: number): Period | null {
  const scopes = known.get(document) ?? new Map<number, Period | null>();
  known.set(document, scopes);
  const remembered = scopes.get(start);
  if (remembered !== undefined) return remembered;
  const scope = scopeOf(document, document.text.slice(start, end));
  scopes.set(start, scope);
  return scope;
}

/** What the paragraph says before the sentence ends: the last year alone, or several; null for neither. */
function scopeWithin(document: SourceDocument, start: number, sentence: Span): Period | null {
  const paragraph = document.text.slice(start, sentence.end).replace(OF_THE_TERM, "");
  const one = [...paragraph.matchAll(ONE)].at(-1);
  if (one !== undefined && isYear(one, document.reviewYear) && !MANY.test(paragraph.slice(one.index)))
    return "one";
  const before = document.text.slice(start, sentence.start).replace(OF_THE_TERM, "");
  return MANY.test(before) ? "many" : null;
}

/** Paragraphs looked back over at most. */
const FARTHEST = 300;

/** The chapter a sentence stands in: where its body begins, and what its heading says. */
export interface Chapter {
  readonly from: number;
  readonly period: Period;
}

/**
 * How many years a sentence's paragraph speaks of, or the paragraphs of its chapter before it; null where none says.
 * Without a chapter only the paragraph is looked at.
 */
export function scopeBefore(
  document: SourceDocument,
  sentence: Span,
  chapter: Chapter | null,
): Period | null {
  const start = document.text.lastIndexOf("\n", sentence.start - 1) + 1;
  const within = scopeWithin(document, start, sentence);
  if (within !== null || chapter === null) return within;
  const own = scopeOf(document, document.text.slice(start, sentence.end));
  if (own !== null) return own === "mixed" && chapter.period === "mixed" ? "one" : own;
  let end = start;
  for (let paragraphs = 0; end > chapter.from && paragraphs < FARTHEST; paragraphs++) {
    const at = document.text.lastIndexOf("\n", end - 2) + 1;
    const scope = at < chapter.from ? null : scopeOfParagraph(document, at, end);
    if (scope === "one" || scope === "many") return scope;
    if (scope === "mixed" && chapter.period === "mixed") return "one";
    end = at;
  }
  return null;
}
