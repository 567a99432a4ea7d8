import { type SourceDocument, sectionAt } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { type Chapter, type Period, scopeBefore } from "./scope.ts";
import { MANY_YEARS } from "./time.ts";

/** Chapters on several years, which name none: “十五”时期的回顾; a chapter on the first or last of them is on one year. */
const PERIOD = /[“"]?十[一二三四五]?五[”"]?(?!.*(?:开局|第一年|首年|收官))|五年|本届政府/u;
const YEAR = /(?:19|20)\d\d|今年/u;
/** A heading says in its first words what its chapter is about; what follows may be the body run on. */
const HEADING = 26;
/** 2025年主要任务——决胜“十四五”: what stands behind the dash is a motto. */
const MOTTO = /(?<=.)(?:[—–―－]{1,3}|--).*$/u;

/** How many years a heading speaks of; null where it names none. */
function periodOfTitle(title: string): Period | null {
  const said = title.replace(MOTTO, "").slice(0, HEADING);
  const many = MANY_YEARS.test(said) || PERIOD.test(said);
  if (YEAR.test(said)) return many ? "mixed" : "one";
  return many ? "many" : null;
}

/** The chapter of the heading nearest above `offset` that says how many years it speaks of. */
function chapterAt(document: SourceDocument, offset: number): Chapter | null {
  const byId = new Map(document.sections.map((section) => [section.id, section]));
  let at = sectionAt(document, offset) ?? undefined;
  for (; at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) {
    const period = periodOfTitle(at.title);
    if (period !== null) return { from: at.heading.end, period };
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
const YEARLY = /比上年|较上年|比去年|较去年|同比|预计全年|预计(?:19|20)\d\d年/u;
const SEVERAL = /年均|累计|[五四三]年/u;

/** The clauses a figure stands in: its own and, for the amount, that of the growth right after it. */
function clausesAt(text: string, start: number, end: number): string {
  const from = Math.max(...["。", "；", "，", ";", ","].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const growth = /^[^，,；;。]{0,8}[，,]?(?:(?:比|较)(?:上年|去年)|同比)[^，,；;。]{0,16}/u.exec(
    text.slice(end),
  )?.[0];
  return text.slice(from, end) + (growth ?? "");
}

/** The period of one figure: a clause that compares with the year before stands out of a sentence on many years. */
export function periodOfFigure(period: Period, text: string, figure: Span): Period {
  if (period !== "many") return period;
  const yearly = (part: string) => YEARLY.test(part) && !SEVERAL.test(part);
  return yearly(text) || yearly(clausesAt(text, figure.start, figure.end)) ? "mixed" : "many";
}
