import { type SourceDocument, sectionAt, sectionsAbove } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { PRESENTS_PLAN } from "#indicators/extract-part.ts";
import { type Chapter, type Period, scopeBefore } from "./scope.ts";
import { MANY_YEARS } from "./time.ts";

/** What a heading calls several years: 五年, “十三五”. */
const SEVERAL_YEARS = new RegExp(`${MANY_YEARS.source}|[“"]?十[一二三四五六]?五[”"]?|五年|本届政府`, "u");
/** “十四五”收官之年: the first or last of several years is one year. */
const OF_SEVERAL =
  /[“"]?十[一二三四五六]?五[”"]?(?:规划)?的?(?:实现)?(?:良好|精彩|坚实|强势)?(?:开局|第一年|首年|收官|起步|开篇)/gu;
const YEAR = /(?:19|20)\d\d|今年/u;
/** A heading says in its first words what its chapter is about; what follows may be the body run on. */
const HEADING = 26;
/** 2025年主要任务——决胜“十四五”: what stands behind the dash is a motto. */
const MOTTO = /(?<=.)(?:[—–―－]{1,3}|--).*$/u;

/**
 * How many years a heading speaks of; null where it names none. 2017年及本届政府工作回顾 is on both; 2017年工作安排 with
 * 五年 only in the body run on is on one.
 */
function periodOfTitle(title: string): Period | null {
  const said = title.replace(MOTTO, "").replace(OF_SEVERAL, "").slice(0, HEADING);
  const many = SEVERAL_YEARS.exec(said)?.index;
  const one = YEAR.exec(said)?.index;
  if (many === undefined || one === undefined)
    return many !== undefined ? "many" : one !== undefined ? "one" : null;
  if (/[和与及、，暨兼\s]/u.test(said.slice(Math.min(many, one), Math.max(many, one)))) return "mixed";
  return one < many ? "one" : "many";
}

/** 目标：生产总值年均增长10%以上，…; 今后五年，…: a chapter whose heading names no years, and whose first aims are for several. */
const OPENS_SEVERAL =
  /^\s*(?:(?:今后|未来)[五三]年|[^。]{0,40}目标[^，。；\d]{0,6}(?:是|为|：)[^。]{0,60}年均)/u;

/** The chapter of the heading nearest above `offset` that says how many years it speaks of. */
function chapterAt(document: SourceDocument, offset: number): Chapter | null {
  const innermost = sectionAt(document, offset);
  const above = innermost === null ? [] : sectionsAbove(document, innermost);
  for (const at of above.reverse()) {
    const period = periodOfTitle(at.title);
    if (period !== null) return { from: at.heading.end, period };
    const { heading, span } = at;
    const opening = document.text.slice(heading.end, span.end).slice(0, 200).trimStart();
    if (at.parent === null && (OPENS_SEVERAL.test(opening) || PRESENTS_PLAN.test(opening)))
      return { from: heading.end, period: "many" };
  }
  return null;
}

/**
 * How many years the text around `sentence` speaks of; mixed where a heading names a period and a year together. What
 * its paragraph says before it decides, else the last paragraph of the chapter that opens a period, else the heading.
 */
export function periodAt(document: SourceDocument, sentence: Span): Period {
  const chapter = document.kind === "five-year-plan" ? null : chapterAt(document, sentence.start);
  const said = scopeBefore(document, sentence, chapter?.period === "one" ? null : chapter);
  return said ?? chapter?.period ?? "one";
}

/** Within a chapter on several years, a comparison with the year before speaks of the last year alone. */
const YEARLY =
  /比上年|较上年|比去年|较去年|同比|预计全年|全年(?:全[国省市县区]|地区|生产总值|实现|完成)|预计(?:19|20)\d\d年/u;
const SEVERAL = /年均|累计|[五四三]年/u;

/** The clauses a figure stands in: its own and, for the amount, that of the growth right after it. */
function clausesAt(text: string, start: number, end: number): string {
  const from = Math.max(...["。", "；", "，", ";", ","].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const growth = /^[^，,；;。]{0,8}[，,]?(?:(?:比|较)(?:上年|去年)|同比)[^，,；;。]{0,16}/u.exec(
    text.slice(end),
  )?.[0];
  return text.slice(from, end) + (growth ?? "");
}

/** 主要预期目标是：生产总值增长7.5%，…: growth that is not called yearly is that of the coming year, whatever the heading ranges over. */
const OF_ONE_YEAR = /(?:预期|主要|奋斗|发展)目标[^，。；]{0,4}[是为：:][^比]*增长\d/u;
/** 到2020年, 翻一番: the aim is for a year further on. */
const FURTHER = /[到至](?:19|20)\d\d年|翻[一两]番/u;

/** The period of one figure: a clause that compares with the year before stands out of a sentence on many years. */
export function periodOfFigure(period: Period, text: string, figure: Span): Period {
  if (period !== "one" && OF_ONE_YEAR.test(text) && !SEVERAL.test(text) && !FURTHER.test(text)) return "one";
  if (period !== "many") return period;
  const yearly = (part: string) => YEARLY.test(part) && !SEVERAL.test(part);
  return yearly(text) || yearly(clausesAt(text, figure.start, figure.end)) ? "mixed" : "many";
}
