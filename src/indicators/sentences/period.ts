import type { SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { MANY_YEARS } from "./time.ts";

/** The years that section and paragraph speak of: one; several together; or several and then the last of them. */
export type Period = "one" | "mixed" | "many";

/** Chapters on several years, which name none: “十五”时期的回顾; a chapter on the first or last of them is on one year. */
const PERIOD = /[“"]?十[一二三四五]?五[”"]?(?!.*(?:开局|第一年|首年|收官))|五年|本届政府/u;
const PARAGRAPH =
  /过去(?:的)?[五四三]年|[五四三]年来|[五四三]年间|本届政府|五年累计|“?十[一二三四]五”?(?:期间|时期)|未来[五三]年|今后[五三几]年/u;

/** Words that open a scope of one year within such a chapter; 是本届政府的收官之年 says no more. */
const ONE_YEAR = /(?:刚刚)?过去的(?:(?<year>(?:19|20)\d\d)年|一年)/gu;
const OF_THE_TERM = /是(?:本届政府|“?十[一二三四]五”?)[^，。]{0,8}之年/gu;

/** True when the paragraph before `offset` last spoke of the reviewed year alone. */
function oneYearOpened(document: SourceDocument, paragraph: string): boolean {
  const opening = [...paragraph.replace(OF_THE_TERM, "").matchAll(ONE_YEAR)].at(-1);
  if (opening === undefined) return false;
  const year = opening.groups?.["year"];
  return (
    (year === undefined || Number(year) === document.reviewYear) &&
    !PARAGRAPH.test(paragraph.slice(opening.index).replace(OF_THE_TERM, ""))
  );
}

const YEAR = /(?:19|20)\d\d|今年/u;
/** A heading says in its first words what its chapter is about; what follows may be the body run on. */
const HEADING = 26;

/** How many years the text around `sentence` speaks of; mixed where a heading names a period and a year together. */
export function periodAt(document: SourceDocument, path: readonly string[], sentence: Span): Period {
  const start = document.text.lastIndexOf("\n", sentence.start - 1) + 1;
  if (oneYearOpened(document, document.text.slice(start, sentence.end))) return "one";
  if (PARAGRAPH.test(document.text.slice(start, sentence.start))) return "many";
  if (document.kind === "five-year-plan") return "one";
  const titles = path.map((title) => title.slice(0, HEADING));
  const period = titles.findLastIndex((title) => MANY_YEARS.test(title) || PERIOD.test(title));
  const year = titles.findLastIndex((title) => YEAR.test(title));
  if (period < 0 || year > period) return "one";
  return year === period ? "mixed" : "many";
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
