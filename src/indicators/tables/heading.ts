import type { TableColumn } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { isUnit, unitPattern } from "#text/quantity-units.ts";

/** The levels of one column's heading, with the years and the unit read out of them. */
export interface Heading {
  /** All levels joined, without units, marks and spaces. */
  readonly text: string;
  /** The innermost level, in the same form. */
  readonly inner: string;
  /** Each level in the same form, outermost first. */
  readonly levels: readonly string[];
  readonly unit: string | null;
  readonly years: readonly number[];
}

/** 上年=100, 以上年同期价格为100, 1978=100: what an index is measured by, and no time of its own. */
export const INDEX_BASE =
  /以?(?:上年|上期|同期|上月|基期|(?:19|20)\d\d年?)(?:同期|同月)?(?:的?价格)?[=＝为]100/u;
export const YEAR = /(?<year>(?:19|20)\d\d)\s?年?/gu;
const SHORT_YEAR = /(?<![\d.])[0-4]\d(?=年(?!均|内))/gu;
/** Not in 劳动生产率元/人, where the unit begins before the stroke. */
const UNIT_BEHIND = new RegExp(`(?<!${unitPattern})[/／](?<unit>[^/／（）()]{1,6})$`, "u");
const UNIT_BRACKET = /[（(](?:单位[:：])?(?<unit>[^（）()]+)[）)]/gu;

const DIGITS = "〇一二三四五六七八九";
const YEAR_IN_WORDS = /[一二][九○〇零O0][一二三四五六七八九○〇零O0]{2}年/gu;

/** 二○二四年决算数 → 2024年决算数. */
export function withArabicYears(text: string): string {
  return text.replace(YEAR_IN_WORDS, (year) =>
    [...year].map((char) => (char === "年" ? char : String(Math.max(DIGITS.indexOf(char), 0)))).join(""),
  );
}

/** 22年目标 → 2022年目标. */
function withFullYears(heading: string): string {
  return withArabicYears(heading).replace(SHORT_YEAR, (year) => `20${year}`);
}

/** 地表水资源量/亿立方米 as it is read elsewhere: 地表水资源量（亿立方米）. */
export const withUnitInBrackets = (title: string): string =>
  title.replace(UNIT_BEHIND, (whole, unit: string) => (isUnit(unit) ? `（${unit}）` : whole));

/** Takes the unit out of a heading: 总投资（亿元） and 总投资/亿元 are 总投资 and 亿元. */
function splitUnit(heading: string): { text: string; unit: string | null } {
  let unit: string | null = null;
  const bracketed = withUnitInBrackets(withFullYears(plainCell(heading)));
  const text = bracketed.replace(UNIT_BRACKET, (whole, inside: string) => {
    if (!isUnit(inside)) return whole;
    unit = inside;
    return "";
  });
  return { text: text.replace(/[*＊]/g, ""), unit };
}

/** The years that a text names, in its order. */
export function yearsNamed(text: string): number[] {
  return [...text.matchAll(YEAR)].map((match) => Number(match.groups?.["year"]));
}

/** Headings printed in two languages are read in Chinese: 年末户籍人口 / Household Registered Population. */
export function inChinese(levels: readonly string[]): readonly string[] {
  const chinese = levels.filter((level) => /\p{Script=Han}/u.test(level));
  if (chinese.length === 0 || !levels.some((level) => /[A-Za-z]{4}/.test(level))) return levels;
  return chinese;
}

export function headingOf(column: TableColumn): Heading {
  const levels = inChinese(column.levels).map(splitUnit);
  const whole = levels.map((level) => level.text).join("");
  const text = whole.replace(INDEX_BASE, "") || whole;
  const inner = levels.findLast((level) => level.text !== "")?.text ?? "";
  const unit = levels.findLast((level) => level.unit !== null)?.unit ?? null;
  return { text, inner, levels: levels.map((level) => level.text), unit, years: yearsNamed(text) };
}
