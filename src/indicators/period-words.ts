import { monthsOf, type Period, stateAt, yearsTogether } from "#domain/period.ts";
import { parseCount } from "#text/chinese-number.ts";

const COUNT = "\\d{1,2}|[一二三四五六七八九十]{1,2}";
/** 1-11月, 1至11月份, 一到三月 */
const MONTHS = new RegExp(`(?<from>${COUNT})月?[-—–－~～至到]{1,2}(?<to>${COUNT})月(?!\\d)`, "u");
const FIRST_MONTHS = new RegExp(`前(?<to>${COUNT})个月`, "u");
/** 前三季度, 1-3季度, 一至三季度 */
const QUARTERS = /(?:前|[一1](?:季度)?[-—–－~～至到]{1,2})(?<to>[二三四2-4两])个?季度/u;
const QUARTER = /第?(?<number>[一二三四1-4])季度/u;
const HALF = /(?<half>[上下])半年/u;
/** 截至11月底, 6月末: a state, and no sum of the year so far. */
const STATE = new RegExp(`(?<month>${COUNT})月(?:底|末|(?<day>\\d{1,2})日)`, "u");
const MONTH = new RegExp(`(?<![\\d月—–~至到-])(?<month>${COUNT})月(?:份|当月)?(?![\\d底末日])`, "u");
const SEVERAL = /(?<from>(?:19|20)\d\d)年?[-—–－~～至到]{1,2}(?<to>(?:19|20)\d\d)年/u;
/** “十四五”: the plan from 2021 to 2025; 十五 is that from 2001 to 2005. */
const PLAN = /[“"]?十(?<plan>[一二三四五六]?)五[”"]?/u;

const number = (text: string | undefined): number => parseCount(text ?? "") ?? 0;

/** The part of `year` or the date that a heading, caption or clause narrows a figure to; null where it names none. */
export function partOfYear(words: string, year: number): Period | null {
  const months = MONTHS.exec(words)?.groups;
  if (months !== undefined) return monthsOf(year, number(months["from"]), number(months["to"]));
  const first = FIRST_MONTHS.exec(words)?.groups;
  if (first !== undefined) return monthsOf(year, 1, number(first["to"]));
  const quarters = QUARTERS.exec(words)?.groups?.["to"];
  if (quarters !== undefined) return monthsOf(year, 1, (quarters === "两" ? 2 : number(quarters)) * 3);
  const quarter = QUARTER.exec(words)?.groups?.["number"];
  if (quarter !== undefined) return monthsOf(year, number(quarter) * 3 - 2, number(quarter) * 3);
  const half = HALF.exec(words)?.groups?.["half"];
  if (half !== undefined) return half === "上" ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
  const state = STATE.exec(words)?.groups;
  if (state !== undefined)
    return stateAt(
      year,
      number(state["month"]),
      state["day"] === undefined ? undefined : Number(state["day"]),
    );
  const month = MONTH.exec(words)?.groups?.["month"];
  return month === undefined ? null : monthsOf(year, number(month), number(month));
}

/** The years that words such as 2016—2020年 or “十三五” name together; null where they name none. */
export function severalYears(words: string): Period | null {
  const years = SEVERAL.exec(words)?.groups;
  if (years !== undefined) return yearsTogether(Number(years["from"]), Number(years["to"]));
  const plan = PLAN.exec(words)?.groups?.["plan"];
  if (plan === undefined) return null;
  const ends = 2005 + 5 * (plan === "" ? 0 : number(plan));
  return yearsTogether(ends - 4, ends);
}

const PARTS = [MONTHS, FIRST_MONTHS, QUARTERS, QUARTER, HALF, STATE, MONTH];

/** A heading without the part of the year it names: 1—11月完成数 → 完成数, 截至11月底累计 → 累计. */
export function withoutPart(words: string): string {
  const part = PARTS.map((pattern) => pattern.exec(words)).find((found) => found !== null);
  if (part == null) return words;
  const before = words.slice(0, part.index).replace(/截[至止]$/u, "");
  return before + words.slice(part.index + part[0].length).replace(/^份/u, "");
}
