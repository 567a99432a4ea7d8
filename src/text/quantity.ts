import type { Span } from "#domain/span.ts";
import { CHINESE_NUMERAL, parseChineseNumber } from "./chinese-number.ts";
import { alternation, basePattern, magnitudePattern, unitData } from "./quantity-units.ts";

/** A number with its unit, as printed. */
export interface Quantity extends Span {
  /** `text.slice(start, end)`: sign, number and unit, without the qualifiers around it. */
  readonly raw: string;
  /** Decimal digits in the printed unit: 1.9万亿元 is `1.9`; of a range the first bound. */
  readonly value: string;
  /** The second bound of a range (3至5家), or null. */
  readonly upper: string | null;
  /** 亿元, 万亿元, %, 个百分点, 公里/平方公里 …; null for a bare number. */
  readonly unit: string | null;
  /** 近, 超, 突破, 约, 不低于, ≥ …, or null. */
  readonly before: string | null;
  /** 左右, 以上, 以内, 余 …, or null. */
  readonly after: string | null;
}

const before = `(?<before>${alternation(unitData.before)})?\\s?`;
const after = `(?:\\s?(?<after>${alternation(unitData.after)}))?`;
const digits = "\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const unit = `(?:${magnitudePattern})?\\s?(?<more>余|多)?\\s?(?:${basePattern})?`;
const range = `(?:(?:${magnitudePattern})?(?:[%％‰])?\\s?[-－—–~～至到]{1,2}\\s?(?<upper>${digits})(?!\\d))?`;

/** Arabic figures; what may not stand before and after them is checked by `isFigure`. */
const arabic = new RegExp(
  `${before}(?<number>(?<sign>(?<![\\d\\w%％)）元个项年月日])[-－−+]\\s?)?(?<digits>${digits})${range}(?<early>\\s?[余多])?\\s?(?<unit>${unit}))${after}`,
  "gu",
);
const numeral = `[${CHINESE_NUMERAL}]+`;
const chinese = new RegExp(
  `${before}(?<number>(?<percent>百分之(?<part>${numeral}))|(?<![数几第上])(?<run>${numeral})(?<more>余|多)?(?<unit>${alternation(unitData.strict)}))${after}`,
  "gu",
);

/** Words that begin right after a figure and make its last characters no unit: 5年级, 3个月 is a unit but 3月 a date. */
const YEAR = /^(?:19|20)\d\d$/;

/** False for parts of codes (5G, 2.0版), ordinals (第3位), ratios (3.9:39), dates and document numbers. */
function isFigure(text: string, start: number, end: number, unitText: string): boolean {
  const prior = text.slice(Math.max(0, start - 2), start);
  const next = text.slice(end, end + 2);
  if (
    /[A-Za-z0-9_.+·／/〔[#＃№]$/.test(prior) ||
    /第\s?$/.test(prior) ||
    (/[:：∶]$/.test(prior) && /\d[:：∶]$/.test(prior))
  )
    return false;
  if (/[A-Za-z]$/.test(unitText) ? false : /^[A-Za-z_+·]/.test(next)) return false;
  if (unitText === "" && /^(?:[:：∶/]\d|[月日号条版路栋楼届.])/.test(next)) return false;
  return !(/[“"'‘]$/.test(prior) && unitText === "" && /^[”"'’]/.test(next));
}

function isDate(number: string, unitText: string, text: string, end: number): boolean {
  if (unitText === "年" && YEAR.test(number)) return true;
  if (unitText === "" && /^\s?年/.test(text.slice(end)) && YEAR.test(number)) return true;
  return unitText === "" && /^\s?(?:月|日)/.test(text.slice(end, end + 2));
}

function plain(number: string): string {
  return number.replaceAll(",", "");
}

function signed(sign: string | undefined, number: string): string {
  return sign !== undefined && /[-－−]/.test(sign) ? `-${plain(number)}` : plain(number);
}

function arabicQuantity(match: RegExpExecArray, text: string): Quantity | null {
  const groups = match.groups ?? {};
  const body = groups["number"] ?? "";
  const start = match.index + match[0].indexOf(body, (groups["before"] ?? "").length);
  const end = start + body.trimEnd().length;
  const printed = groups["digits"] ?? "";
  const unitText = (groups["unit"] ?? "").replace(/[余多\s]/g, "");
  if (!isFigure(text, start, end, unitText) || isDate(printed, unitText, text, end)) return null;
  const upper = groups["upper"];
  if (upper !== undefined && isDate(upper, unitText, text, end)) return null;
  const more = groups["more"] ?? groups["early"]?.trim();
  return {
    start,
    end,
    raw: text.slice(start, end),
    value: signed(groups["sign"], printed),
    upper: upper === undefined ? null : plain(upper),
    unit: unitText === "" ? null : unitText.replace("％", "%"),
    before: groups["before"] ?? null,
    after: more ?? groups["after"] ?? null,
  };
}

/** 五百七十九亿 + 元 → 579 亿元; 三万五千 + 人 → 35000 人. */
function chineseValue(run: string, unitText: string): { value: string; unit: string } | null {
  const tail = /^(?<head>[^万亿]+)(?<size>万亿|亿|万)$/.exec(run)?.groups;
  const value = parseChineseNumber(tail?.["head"] ?? run);
  if (value === null || /^[百千万亿点]/.test(run)) return null;
  if (run.length === 1 && !["倍", "成", "个百分点", "百分点"].includes(unitText)) return null;
  return { value, unit: `${tail?.["size"] ?? ""}${unitText}` };
}

function chineseQuantity(match: RegExpExecArray, text: string): Quantity | null {
  const groups = match.groups ?? {};
  const body = groups["number"] ?? "";
  const start = match.index + match[0].indexOf(body, (groups["before"] ?? "").length);
  const part = groups["part"];
  const read =
    part === undefined
      ? chineseValue(groups["run"] ?? "", groups["unit"] ?? "")
      : { value: parseChineseNumber(part), unit: "%" };
  if (read === null || read.value === null) return null;
  return {
    start,
    end: start + body.length,
    raw: text.slice(start, start + body.length),
    value: read.value,
    upper: null,
    unit: read.unit,
    before: groups["before"] ?? null,
    after: groups["more"] ?? groups["after"] ?? null,
  };
}

/**
 * Every number with its unit in `text`, in order: `突破1.9万亿元` is value 1.9, unit 万亿元, before 突破.
 * Years, dates, ordinals, ratios and the digits of names (5G, “12345”) are no quantities.
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(arabic)) {
    const quantity = arabicQuantity(match, text);
    if (quantity !== null) found.push(quantity);
  }
  for (const match of text.matchAll(chinese)) {
    const quantity = chineseQuantity(match, text);
    if (
      quantity !== null &&
      !found.some((other) => other.start < quantity.end && quantity.start < other.end)
    ) {
      found.push(quantity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
