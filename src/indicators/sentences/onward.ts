import type { Figure } from "./figures.ts";
import type { LeadReading } from "./lead.ts";

/** How a level told before may be told further. */
export interface Onward {
  /** The unit in which the level is told on: 突破11万亿元、达到11.6万亿元; 由27%提高到33%. */
  readonly unit: string | null;
  /** True after 由A增长到B: a growth told next is that of all the years between. */
  readonly grown: boolean;
}

/** 突破2万元、达到20793元: the same money, larger or smaller units. */
function sameMeasure(unit: string | null, other: string | null): boolean {
  const bare = (written: string | null) => written?.replace(/^[百千万亿]+/u, "") ?? null;
  return (
    unit === other || (unit !== null && other !== null && /元$/u.test(unit) && bare(unit) === bare(other))
  );
}

const PASSED = /突破|超过?|跨[过上越]|迈[过上]|[站跃登]上|越过/u;

/** True when a bare level tells more of the one before; 力争达到 tells of an aim beyond it. */
export function goesOn(last: Onward, lead: LeadReading, figure: Figure): boolean {
  return (
    lead.subject === "" &&
    lead.measure === "level" &&
    !lead.total &&
    lead.linked &&
    sameMeasure(last.unit, figure.quantity.unit) &&
    !/力争|争取|确保/u.test(figure.lead)
  );
}

/** True for a growth over all the years that 由A增长到B tells of, and not over the last one or a year's average. */
export function spansYears(last: Onward, lead: LeadReading, figure: Figure): boolean {
  return (
    last.grown &&
    lead.measure === "growth" &&
    lead.subject === "" &&
    lead.calibre === "" &&
    !/同比|[上去]年/u.test(figure.lead)
  );
}

/** What may follow: the level in the same unit after 从A and after 突破A, no growth of the year after 由A增长到B. */
export function onwardOf(last: Onward | null, lead: LeadReading, figure: Figure): Onward {
  const { quantity, lead: said } = figure;
  const passed = PASSED.test(said.slice(-4) + (quantity.before ?? ""));
  const unit = lead.measure === "level" && (lead.from || passed) ? quantity.unit : null;
  const ends = last?.grown === true && goesOn(last, lead, figure);
  return { unit, grown: lead.from || ends };
}

const BASE_YEAR =
  /(?<=[从由])(?:(?:19|20)\d\d年|[上去前]年|[“"]?十[一二三四五]?五[”"]?)(?:[期年]?[底末初])?(?=的?[^，；。]*$)/gu;

/** 从2017年的A增长到B: the words before B without the year of A. */
export function withoutBase(before: string): string {
  return before.replace(BASE_YEAR, "");
}
