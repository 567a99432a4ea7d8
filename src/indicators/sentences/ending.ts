import type { SourceDocument } from "#domain/document.ts";
import type { ReportPart } from "#indicators/extract-part.ts";
import { parseChineseNumber } from "#text/chinese-number.ts";
import type { SentenceContext, YearsSpoken } from "./context.ts";
import type { Figure } from "./figures.ts";
import type { NamedFigure } from "./indicator-of.ts";
import type { LeadReading } from "./lead.ts";

/** “十四五”, 今后五年, 五年来: several years by their plan or their number; not 较“十五”末, which they are set against. */
const YEARS =
  /(?<![比较是与从由][“"]?)[“"]?十(?<plan>[一二三四五六]?)五[”"]?(?=时期|期间|以来|期?末|规划|[，、的]|$)|(?<count>[三五])年(?!级|以上|前|行动|计划|攻坚|工程)/gu;
/** Words that make a sentence itself speak of several years. */
const SAID =
  /(?:[五四三]年[来间后]|(?:经过|历经)[五四三]年|(?:今后|未来|过去的?)[五三]年|[“"]?十[一二三四五六]?五[”"]?(?:期间|时期|以来|期?末))/u;
/** 十五 is the plan from 2001 to 2005. */
const FIRST_PLAN_ENDS = 2005;

function planEnds(number: string): number {
  return FIRST_PLAN_ENDS + 5 * Number(number === "" ? 0 : (parseChineseNumber(number) ?? 0));
}

/** How many years `text` names last, and where a plan names them the year it ends; null where it names none. */
function lastNamed(text: string): { readonly ends: number | null; readonly count: number } | null {
  const match = [...text.matchAll(YEARS)].at(-1)?.groups;
  if (match === undefined) return null;
  const plan = match["plan"];
  return { ends: plan === undefined ? null : planEnds(plan), count: match["count"] === "三" ? 3 : 5 };
}

/**
 * The several years that a sentence is on: looking back those up to the reviewed one; looking forward, those of the
 * plan or years named nearest, in the sentence, its paragraph (`before`) or the headings.
 */
export function yearsSpoken(
  document: SourceDocument,
  part: ReportPart | null,
  texts: readonly string[],
): YearsSpoken | null {
  const { reviewYear, planYear } = document;
  if (part === null || reviewYear === null) return null;
  const from = planYear ?? reviewYear + 1;
  const named = texts.map(lastNamed).find((years) => years !== null) ?? null;
  const last =
    named === null ? null : (named.ends ?? (part === "plan" ? from + named.count - 1 : reviewYear));
  if (part === "plan")
    return named !== null && last !== null && last >= from ? { last, count: named.count } : null;
  if (last !== null && last < reviewYear) return null;
  // “十四五” in its third year is not over: how many years are told of is left open.
  return { last: reviewYear, count: last === reviewYear ? (named?.count ?? null) : null };
}

/** How a figure is told: its own name, its lead, and whether a level told before leads up to it. */
export interface Told {
  readonly named: NamedFigure;
  readonly lead: LeadReading;
  readonly name: string;
  /** True for B of 由A增加到B. */
  readonly risen: boolean;
}

/** Sums over the years, and steps on the way. */
const SUMMED = /累计|合计|共|新增|新建|每年|年均|先后|连续|以来最|期间/u;
const SPENT = /投资|支出|投入|资金|外资|补贴|补助|到位|发放|减免|贷款$|采购|募/u;
/** 比2006年提高5.3个百分点, 年均增长12%: what follows a level shows that it stands at the end. */
const FROM_BASE =
  /^[^，；。\d]{0,8}[，,、]?(?:按照?可比口径(?:计算)?[，,])?(?:(?:比|较|是)(?:(?:19|20)\d\d年|[“"]?十[一二三四五]?五[”"]?期?末)|年均(?:分别)?(?:增长|递增|提高))/u;
const PASSES = /^(?:突破|超过?|迈[过上]|跨[过越]|站上)$/u;

/** True when a level told of several years is that of the last: reached by then, or compared with the first. */
export function standsAtEnd(context: SentenceContext, figure: Figure, told: Told): boolean {
  const { lead, named, name } = told;
  if (lead.measure !== "level" || named.flow || named.deed === true || SUMMED.test(figure.lead)) return false;
  const money = /元$/u.test(figure.quantity.unit ?? "");
  const based = told.risen || (context.part === "review" && FROM_BASE.test(context.text.slice(figure.end)));
  if (based) return named.known || !money;
  if (SPENT.test(name) || (money && !named.known)) return false;
  const passes = named.known && PASSES.test(figure.quantity.before ?? "");
  return lead.reached || passes;
}

const SUMS = /累计|合计|总计|[五四三]年共/u;
const FLOW = /新增|新引进|再就业|转移/u;

/** 从2005年的3905亿元增加到2010年的11655亿元，年均增长17.6%: from the year after the one to the other. */
const SPAN =
  /[从由](?<from>(?:19|20)\d\d)年(?:[^，；。]|，(?![^，；。]{0,12}[从由])){0,40}?[到至为](?<to>(?:19|20)\d\d)年/gu;

/** The years from one named to another, in the words before a figure; null where they name none. */
export function spanNamed(before: string): YearsSpoken | null {
  const { from, to } = [...before.matchAll(SPAN)].at(-1)?.groups ?? {};
  const count = Number(to) - Number(from);
  return count > 1 ? { last: Number(to), count } : null;
}

/** 年均增长9.6%, 五年城镇新增就业681万人, 累计利用外资532亿美元: what is told of all the years together. */
export function sumsUp(figure: Figure, { lead, named }: Told): boolean {
  if (lead.measure === "growth") return named.known && /年均|年平均/u.test(lead.calibre);
  return named.known && !lead.from && (named.flow || FLOW.test(named.indicator) || SUMS.test(figure.lead));
}

/** True when a sentence or what stands before the figure in it speaks of several years, and not in passing. */
export function saysSeveral(before: string): boolean {
  return SAID.test(before);
}
