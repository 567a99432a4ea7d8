import type { SourceDocument } from "#domain/document.ts";
import type { ReportPart } from "#indicators/extract-part.ts";
import { parseChineseNumber } from "#text/chinese-number.ts";
import type { SentenceContext } from "./context.ts";
import type { Figure } from "./figures.ts";
import type { NamedFigure } from "./indicator-of.ts";
import type { LeadReading } from "./lead.ts";

/** “十四五”, 今后五年, 五年来: several years by their plan or their number; not 较“十五”末, which they are set against. */
const YEARS =
  /(?<![比较是与从由][“"]?)[“"]?十(?<plan>[一二三四五六]?)五[”"]?(?=时期|期间|以来|期?末|规划|[，、的]|$)|(?<count>[三五])年(?!级|以上|前)/gu;
/** Words that make a sentence itself speak of several years. */
const SAID =
  /(?:[五四三]年[来间后]|(?:今后|未来|过去的?)[五三]年|[“"]?十[一二三四五六]?五[”"]?(?:期间|时期|以来|期?末))/u;
/** 十五 is the plan from 2001 to 2005. */
const FIRST_PLAN_ENDS = 2005;

function planEnds(number: string): number {
  return FIRST_PLAN_ENDS + 5 * Number(number === "" ? 0 : (parseChineseNumber(number) ?? 0));
}

/** The last year of the years that `text` names last, counted from the plan year on; null where it names none. */
function lastNamed(text: string, planYear: number): number | null {
  const match = [...text.matchAll(YEARS)].at(-1)?.groups;
  if (match === undefined) return null;
  const plan = match["plan"];
  return plan === undefined ? planYear + (match["count"] === "三" ? 2 : 4) : planEnds(plan);
}

/**
 * The year in which the years end that a sentence is on: the reviewed one looking back; looking forward, that of the
 * plan or years named nearest, in the sentence, its paragraph (`before`) or the headings.
 */
export function endingYear(
  document: SourceDocument,
  part: ReportPart | null,
  texts: readonly string[],
): number | null {
  const { reviewYear, planYear } = document;
  if (part === null || reviewYear === null) return null;
  const from = planYear ?? reviewYear + 1;
  const named = texts.map((text) => lastNamed(text, from)).find((year) => year !== null) ?? null;
  if (part === "plan") return named !== null && named >= from ? named : null;
  return named !== null && named < reviewYear ? null : reviewYear;
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

/** True when a sentence or what stands before the figure in it speaks of several years, and not in passing. */
export function saysSeveral(before: string): boolean {
  return SAID.test(before);
}
