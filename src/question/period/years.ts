import { readPlanYears } from "./plan-years.ts";

/** A stretch of years as written in a question; relative words are resolved by the caller. */
export interface YearsRead {
  /** Explicit years, ascending, without repeats; a range is filled in. */
  readonly years: readonly number[];
  /** True when the years came as a range (2020到2022年). */
  readonly range: boolean;
  /** 去年, 今年, 明年, 前年, 近N年 … with their distance from the newest report, earliest first. */
  readonly relative: readonly RelativeYears[];
  /** 第二年, 上一年: years counted from the year talked of before; 0 when there is no such word. */
  readonly shift: number;
  /** The question without its years. */
  readonly rest: string;
}

export interface RelativeYears {
  readonly phrase: string;
  /** Counted from the year the newest report looks back on: 去年 is 0, 今年 is 1. */
  readonly from: number;
  readonly to: number;
}

const SHIFTS: readonly [RegExp, number][] = [
  [/第二年|次年|下一?年|后一年|the next year/, 1],
  [/上一年|前一年|头一年|the year before/, -1],
];
const DIGITS = "〇零一二三四五六七八九";
const CHINESE_YEAR =
  /(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?=年)|二[〇零○][〇零○一二][〇零○一二三四五六七八九]/g;
const SHORT_YEAR = /(?<![\d.近去第a-z])([0-3]\d)年(?!来|前|内|期|后|多(?![少了出])|以)/g;
/** 92年, 86年: of the century before; 80年代 and 承包70年 are no years. */
const OLD_YEAR = /(?<![\d.近去第a-z承期约限满])([7-9]\d)年(?!来|前|内|期|后|代|多|以|不变|产权|使用)/g;
const RELATIVE: readonly [RegExp, number, number][] = [
  [/(?:近|最近|过去|这)(?:三|3)年/, -2, 0],
  [/(?:近|最近|过去|这)(?:两|二|2)年/, -1, 0],
  [/(?:近|最近|过去|这)(?:五|5)年/, -4, 0],
  [/前年|year before last/, -1, -1],
  [/去年|(?<![比较与同和])上一?年度?|last year/, 0, 0],
  [/今年|本年度?|this year/, 1, 1],
  [/明年|下一年|next year/, 2, 2],
];
/** 19年多少，今年目标多少: beside a year by its number, a word for the coming one that something is aimed at. */
const AIMED: readonly [RegExp, number, number][] = [
  [/今年(?=[^,，。;；?？]{0,6}(?:目标|打算|计划|预期|准备|力争))/, 1, 1],
];
/** A four-digit number before one of these is an amount, not a year. */
const NOT_A_YEAR =
  /^(?:\s*(?:元|万|亿|人(?!均)|个|户|家|件|%|米|公里|亩|吨|套|号|项|天|多(?![少了出])|余)|\d|\.\d)/;

/** 二〇二二年 and 22年 as 2022年, 92年 as 1992年. */
export function withYearsInDigits(text: string): string {
  return text
    .replace(CHINESE_YEAR, (year) =>
      [...year.replaceAll("○", "〇")].map((digit) => Math.max(0, DIGITS.indexOf(digit) - 1)).join(""),
    )
    .replace(SHORT_YEAR, "20$1年")
    .replace(OLD_YEAR, "19$1年");
}

const YEAR_NAMED = /(?<!\d)((?:19|20)\d{2})年/g;
const DONE_BEFORE = /(?<![比较与同和])上一?年(?:度)?(?=的?(?:实际)?(?:完成|实现|执行|达到|实绩))/u;

/** 2023年打算新增多少: a year that something is aimed at. */
const AIMED_AT = /\d年[^年]{0,14}?(?:目标|打算|计划|预期|准备|力争|争取|想|要)/u;
const LAST_YEAR = /(?<![比较与同和])去年/u;

/** 2023年目标及上年完成情况, 2023年打算新增多少，去年实际多少: the year before the only one named. */
export function withYearBefore(text: string): string {
  const [year, another] = [...text.matchAll(YEAR_NAMED)].map(([, digits]) => Number(digits));
  if (year === undefined || another !== undefined) return text;
  const before = AIMED_AT.test(text) ? text.replace(LAST_YEAR, `${year - 1}年`) : text;
  return before.replace(DONE_BEFORE, `${year - 1}年`);
}

/** Reads years out of a folded question. 二〇二二年, 2022年, 22年, 2020-2022, 去年 are understood. */
export function readYears(folded: string): YearsRead {
  let rest = withYearsInDigits(folded);
  const years = new Set<number>();
  let range = false;
  rest = rest.replace(
    /(?<!\d)((?:19|20)?\d{2})年?((?:的|(?:实际|目标|预期|计划|完成)的?[数值]?){0,3})\s*(?:到|至|-|~|—|–|to)\s*((?:19|20)\d{2}|\d{2}(?=年))年?/g,
    (all, from: string, kind: string, to: string) => {
      const [first, last] = [fullYear(from), fullYear(to)];
      if (first === null || last === null || last <= first || last - first > 30) return all;
      for (let year = first; year <= last; year++) years.add(year);
      range = true;
      return ` ${kind} `;
    },
  );
  rest = rest.replace(
    /(?<![\d.])((?:19[5-9]|20[0-4])\d)(年(?:度|底|末|初)?)?/g,
    (all, digits: string, mark, at: number) => {
      if (mark === undefined && NOT_A_YEAR.test(rest.slice(at + all.length))) return all;
      years.add(Number(digits));
      return " ";
    },
  );
  const plan = years.size > 0 ? null : readPlanYears(rest);
  for (const year of plan?.years ?? []) years.add(year);
  rest = plan?.rest ?? rest;
  const shifts = years.size > 0 ? undefined : SHIFTS.find(([pattern]) => pattern.test(rest));
  const shift = shifts?.[1] ?? 0;
  const relative: RelativeYears[] = [];
  for (const [pattern, from, to] of years.size > 0 ? AIMED : RELATIVE) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    relative.push({ phrase: found[0], from, to });
    rest = rest.replace(pattern, " ");
    // 近三年 holds the single years.
    if (from < to) break;
  }
  if (shifts !== undefined) rest = rest.replace(shifts[0], " ");
  return { years: [...years].sort((a, b) => a - b), range, relative, shift, rest };
}

function fullYear(digits: string): number | null {
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return year >= 1950 && year <= 2049 ? year : null;
}
