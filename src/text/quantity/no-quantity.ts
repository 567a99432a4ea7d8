/** Digits that count nothing, by what they are written with. Each begins at a digit or at the sign before it. */
const DATES = [
  /** 2023-06-30, 2023/6/30, 2023.06.30 */
  /(?:19|20)\d\d(?<mark>[-/.．])(?:0?[1-9]|1[0-2])\k<mark>(?:0?[1-9]|[12]\d|3[01])(?!\d)/y,
  /** 12:30, 12:30:05 */
  /(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?=时|分|[，,。；\s]|$)/uy,
];
/** 3.9:39.0:57.1, 1∶2 */
const RATIO = /\d{1,9}(?:\.\d{1,9})?(?:\s?[:：∶]\s?\d{1,9}(?:\.\d{1,9})?){1,9}/uy;
const YEAR = /^(?:19|20)\d\d$/;

/** The end of a date or ratio that begins at `at`, or null. */
export function dateOrRatioEnd(text: string, at: number): number | null {
  for (const pattern of [...DATES, RATIO]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return at + found[0].length;
  }
  return null;
}

/** What a number stands in: its offsets with sign and unit, and its unit. */
export interface Standing {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
}

/** True for parts of codes (5G, 2.0版), ordinals and ranks (第3位, 前10位), fractions, dates, document numbers and quoted names. */
export function isNoQuantity(text: string, { start, end, unit }: Standing): boolean {
  const prior = text.slice(Math.max(0, start - 2), start);
  const next = text.slice(end, end + 2);
  if (/[A-Za-z0-9_.+·／/〔[#＃№]$/.test(prior) || /第\s?$/.test(prior)) return true;
  // COVID-19, A-1
  if (/[A-Za-z][-－–—]$/.test(prior)) return true;
  if (/[:：∶]$/.test(prior) && /\d[:：∶]$/.test(prior)) return true;
  if (!/[A-Za-z]$/.test(unit) && /^[A-Za-z_+·]/.test(next)) return true;
  if (unit === "" && /^(?:[:：∶/]\d|[月日号条版路栋楼届.])/.test(next)) return true;
  return /[“"'‘]$/.test(prior) && unit === "" && /^[”"'’]/.test(next);
}

/** True for 2022年 and for 5月, 3日. */
export function isDate(number: string, unit: string, after: string): boolean {
  if (unit === "年" && YEAR.test(number)) return true;
  if (unit === "" && /^\s?年/.test(after) && YEAR.test(number)) return true;
  return unit === "" && /^\s?(?:月|日)/.test(after);
}
