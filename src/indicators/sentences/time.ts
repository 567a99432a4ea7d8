import type { SourceDocument } from "#domain/document.ts";
import { looksBackOnly } from "#domain/document-kind.ts";
import type { IndicatorKind } from "#domain/indicator.ts";
import { type Period, yearsTogether } from "#domain/period.ts";
import type { ReportPart } from "#indicators/extract-part.ts";
import { severalYears } from "#indicators/period-words.ts";
import { parseChineseNumber } from "#text/chinese-number.ts";
import type { YearsSpoken } from "./context.ts";
import { saysSeveral, spanNamed } from "./ending.ts";
import { anyOf, words } from "./words.ts";

export interface FigureTime {
  readonly year: number;
  readonly kind: IndicatorKind;
  readonly period: Period;
}

type Dated = Omit<FigureTime, "period">;

/** Where a figure stands in time: its document, the part of the report, its sentence up to it, and its own clause. */
export interface TimeContext {
  readonly document: SourceDocument;
  readonly part: ReportPart | null;
  /** The compact sentence up to the figure. */
  readonly before: string;
  /** The words from the last clause mark to the figure. */
  readonly clause: string;
  /** What follows the figure in its sentence. */
  readonly rest: string;
  /** True for a yearly growth over several years, which only a named year can place. */
  readonly yearly: boolean;
  /** True for a change against some year before. */
  readonly change: boolean;
  /** True when the section or paragraph speaks of several years together. */
  readonly manyYears: boolean;
  /** The last of several years, for a level that stands there; null for any other figure. */
  readonly ending: number | null;
  /** Several years, for what is told of them together (年均增长, 五年累计); null for any other figure. */
  readonly together: YearsSpoken | null;
}

const SUB_YEAR = new RegExp(anyOf(words.subYear), "u");
export const MANY_YEARS = new RegExp(anyOf(words.manyYears), "u");
const TARGET = new RegExp(anyOf(words.target), "u");
const STRONG_TARGET = new RegExp(anyOf(words.strongTarget), "u");
const OVER_TARGET = new RegExp(anyOf(words.overTarget), "u");
const PAST = new RegExp(anyOf(words.past), "u");
const AGAINST = /(?:比|较|与)(?:去年|上年)/gu;
const NOT = new RegExp(anyOf(words.not), "u");
const YEAR =
  /(?<lead>[比较与同自从由是为]|相当于)?(?<year>(?:19|20)\d\d)年(?!不变价|价|度[^，。；]{0,12}(?:奖|称号))(?<tail>以来|以前|之前|以后|起|开始|至|到|前|后)?/gu;
const CHINESE_YEAR = /[一二][〇○零一二三四五六七八九]{3}(?=年)/gu;
const AIMS = /(?:预期|主要|奋斗|调控|发展)目标[^，。；]{0,4}(?:是|为|：)|目标(?:是|：)/u;
/** 对贫困发生率50%以上的村 …: a condition, not a fact. */
const CONCERNED = /(?:^|[，；。：])并?(?:对|针对|面向)[^，；。：]*$/u;
/** 在去年1098个村的基础上，新增2000个: what something builds on. */
const BASIS = /在?[^，。；]{0,8}(?:去年|上年)[^，。；]*基础上/gu;
/** “十三五”期间 is no part of a year. */
const PLAN_PERIOD = /(?<=五[”"]?)期间/gu;
const QUOTED = /[《“][^》”]*[》”]/gu;

/** A year that only the clause before compared with: 比2019年调整预算收入增长7%，固定资产投资 …; not 与2019年相比， …. */
function comparedBefore(match: RegExpMatchArray, text: string): boolean {
  const { lead, tail } = match.groups ?? {};
  const rest = text.slice((match.index ?? 0) + match[0].length);
  return (
    lead !== undefined &&
    tail === undefined &&
    /[，,；;]/u.test(rest) &&
    !/^[^，,；;]{0,6}(?:相比|比较)/u.test(rest)
  );
}

/** 1992年同1987年相比，…达到784元: a level is that of the year that is set against the other. */
const SET_AGAINST = /(?<year>(?:19|20)\d\d年)[同与和](?:19|20)\d\d年相比/gu;
const NOTHING = /(?<year>)$^/u;

/** True when the clause goes on comparing with the year of a clause before: 比2002年增长3.6倍；收入48亿元，增长3.8倍. */
function comparesOn({ document, change, clause, before }: TimeContext, year: number): boolean {
  if (/累计/u.test(clause)) return true;
  return change && year < (document.reviewYear ?? year) - 1 && !/同比|上年|去年/u.test(before.slice(-16));
}

/** The last year named before the figure; "base" when it is what the figure is compared with. */
function yearNamed(context: TimeContext): number | "base" | null {
  const { before, change } = context;
  const plain = before
    .replace(QUOTED, "")
    .replace(change ? NOTHING : SET_AGAINST, "$<year>")
    .replace(CHINESE_YEAR, (year) => parseChineseNumber(year.replaceAll("○", "〇")) ?? year);
  const match = [...plain.matchAll(YEAR)].findLast(
    (year) => !comparedBefore(year, plain) || comparesOn(context, Number(year.groups?.["year"])),
  )?.groups;
  if (match === undefined) return null;
  if (match["lead"] !== undefined || /./u.test(match["tail"] ?? "")) return "base";
  return Number(match["year"]);
}

function relativeYear(document: SourceDocument, before: string): number | "unclear" | null {
  const { reviewYear, planYear, kind } = document;
  const match = [
    ...before
      .replace(BASIS, "")
      .matchAll(
        /(?<!比|较|与|于|同|和|超|是|从|由|相比|上年同期|(?:控制|保持|稳定|维持)在|超过)(?<word>去年|上年|今年|明年|前年)(?!初|同期|[^，；。]{0,4}(?:出台|制定|推出|启动|确定|提出|部署|下达|发行|结转)[^，；。\d]{0,3}的)/gu,
      ),
  ].at(-1);
  const word = match?.groups?.["word"];
  if (word === undefined) return null;
  if (kind === "news" || kind === "other" || looksBackOnly(kind)) return "unclear";
  if (word === "去年") return reviewYear ?? "unclear";
  if (word === "今年") return planYear ?? "unclear";
  return "unclear";
}

/** 力争增长7%，全年实际增长6.2%: the result behind it shows that the aim was for the same year. */
const RESULT_BEHIND = /^[^。；\d]{0,12}实际(?:增长|完成|达到|实现|下降|为)/u;

function kindOfYear(
  { document, part, clause, before, rest }: TimeContext,
  year: number,
): IndicatorKind | null {
  const { reviewYear } = document;
  if (AIMS.test(before)) return "target";
  const aim = STRONG_TARGET.test(clause);
  if (reviewYear === null) return aim || part === "plan" ? "target" : "actual";
  if (year > reviewYear) return "target";
  return aim ? (RESULT_BEHIND.test(rest) ? "target" : null) : "actual";
}

function usual({ document, part, clause, before, rest }: TimeContext): Dated | null {
  const { reviewYear, planYear, kind } = document;
  if (kind === "five-year-plan") return null;
  if (AIMS.test(before)) return planYear === null ? null : { year: planYear, kind: "target" };
  if (part === "plan") {
    if (planYear === null || PAST.test(clause.replace(AGAINST, ""))) return null;
    return { year: planYear, kind: "target" };
  }
  if (part === "review" || looksBackOnly(kind)) {
    if (reviewYear === null) return null;
    if (STRONG_TARGET.test(clause))
      return RESULT_BEHIND.test(rest) ? { year: reviewYear, kind: "target" } : null;
    return { year: reviewYear, kind: "actual" };
  }
  if (kind === "news" && part === null && reviewYear !== null && !TARGET.test(clause)) {
    return { year: reviewYear, kind: "actual" };
  }
  if (TARGET.test(clause) && planYear !== null && /目标|力争|确保/u.test(before))
    return { year: planYear, kind: "target" };
  return null;
}

/** 今后五年的目标是：到2026年，生产总值达到 …: the year by which, though several are spoken of before. */
const BY_YEAR = /(?:^|[，；：。、])(?:力争|确保)?[到至](?:19|20)\d\d年(?:底|末)?(?<rest>[^；。]*)$/u;

/** True where several years are spoken of and no year is named behind them: 结合“十四五”目标，…，提出2023年增长7%. */
function severalNow(before: string): boolean {
  const many = before.search(MANY_YEARS);
  if (many < 0) return false;
  const rest = before.slice(many);
  const year = [...rest.matchAll(YEAR)].at(-1);
  const { lead, tail } = year?.groups ?? {};
  return (
    year === undefined || lead !== undefined || tail !== undefined || MANY_YEARS.test(rest.slice(year.index))
  );
}

function ofYear(context: TimeContext, year: number): Dated | null {
  const { before, change, document } = context;
  const by = BY_YEAR.exec(before)?.groups?.["rest"];
  const reached = by !== undefined && !change && !MANY_YEARS.test(by);
  const several = /共|累计|合计|总计/u.test(context.clause) ? MANY_YEARS.test(before) : severalNow(before);
  if (several && !reached && !/^[到至]|[到至](?:19|20)\d\d年(?:底|末)?的?$/u.test(before)) return null;
  if (context.yearly && document.reviewYear !== null && year <= document.reviewYear) return null;
  const kind = kindOfYear(context, year);
  return kind === null ? null : { year, kind };
}

/** A level told of several years, in the last of them. */
function atEnd({ part, clause, ending }: TimeContext): Dated | null {
  if (ending === null) return null;
  if (part === "plan") return PAST.test(clause) ? null : { year: ending, kind: "target" };
  return STRONG_TARGET.test(clause) ? null : { year: ending, kind: "actual" };
}

/** 预计全年实现…: thought to be so, and not yet reached. */
const ESTIMATED = /预计(?!目标|增加值)/u;
const ESTIMATED_YEAR = /预计(?:全年|今年|(?:19|20)\d\d年)/u;

/** 预计 governs what follows up to the next semicolon (预计生产总值6300亿元，增长12.1%), with a year the whole sentence. */
function isEstimated({ before, clause }: TimeContext): boolean {
  if (ESTIMATED.test(clause) || ESTIMATED_YEAR.test(before)) return true;
  return ESTIMATED.test(before.slice(before.lastIndexOf("；") + 1)) && !clause.includes("已");
}

/** 连续五年保持两位数增长, 是1994年以来的最高增幅: said of one year's figure, and no word of the years that the next one is of. */
const IN_PASSING =
  /连续[一二三四五六七八九十\d]{1,2}年|(?:是|为|创下?)[^，；。：]{0,10}(?:以来|年来)[^，；。：]{0,10}(?:最[高快大好低长多]|首次|新高|少有)/gu;

/** Year, kind and period of a figure, or null when the sentence does not make them clear. */
export function timeOf(told: TimeContext): FigureTime | null {
  const context = { ...told, before: told.before.replace(IN_PASSING, "") };
  const dated = datedOf(context);
  if (dated === null) return ofYearsTogether(context);
  return {
    year: dated.year,
    kind: dated.kind === "actual" && isEstimated(context) ? "estimate" : dated.kind,
    period: context.yearly ? yearsOf(context, dated.year) : "year",
  };
}

/** The years that a yearly growth is of: those named before it, else those of the plan that ends in its year. */
function yearsOf({ document, before }: TimeContext, year: number): Period {
  const named = severalYears(before);
  if (named !== null) return named;
  const first =
    document.kind === "five-year-plan" && document.years.at(-1) === year ? document.years[0] : undefined;
  return first === undefined ? "unknown" : yearsTogether(first, year);
}

/** 五年累计新增就业114万人, “十二五”年均增长9.6%: of all the years its sentence or chapter is on, and of no single one. */
function ofYearsTogether(context: TimeContext): FigureTime | null {
  const { before, clause, document, manyYears, part, yearly } = context;
  const span = yearly ? spanNamed(before) : null;
  const together = span ?? context.together;
  if (together === null || together.count === null || isNoFact(context)) return null;
  if (span === null) {
    if (!manyYears && !saysSeveral(before)) return null;
    if (yearNamed(context) !== null || relativeYear(document, before) !== null) return null;
  } else if (span.last > (document.reviewYear ?? span.last)) return null;
  const { last, count } = together;
  const aim = AIMS.test(before) || STRONG_TARGET.test(clause);
  if (part === "plan" ? PAST.test(clause) : aim) return null;
  return {
    year: last,
    kind: part === "plan" ? "target" : "actual",
    period: yearsTogether(last - count + 1, last),
  };
}

function isNoFact({ before, clause }: TimeContext): boolean {
  if (CONCERNED.test(before) || NOT.test(clause) || OVER_TARGET.test(clause)) return true;
  // 针对三季度回落的情况，…，全年地区生产总值增长4.9%: the year is named again behind its part; 2007年下半年的影响，全年涨幅 is of another.
  const again = before.lastIndexOf("全年");
  const whole = again > 0 && before.slice(0, again).search(YEAR) < 0 ? again : 0;
  return SUB_YEAR.test(before.slice(whole).replace(PLAN_PERIOD, ""));
}

function datedOf(context: TimeContext): Dated | null {
  const { before, document, manyYears } = context;
  if (isNoFact(context)) return null;
  const named = yearNamed(context);
  if (named === "base") return null;
  if (named !== null) return ofYear(context, named);
  if (context.yearly) return null;
  const relative = relativeYear(document, before);
  if (MANY_YEARS.test(before)) return relative === null && saysSeveral(before) ? atEnd(context) : null;
  if (relative === "unclear") return null;
  if (relative !== null) {
    const kind = kindOfYear(context, relative);
    return kind === null ? null : { year: relative, kind };
  }
  return manyYears ? atEnd(context) : usual(context);
}
