import { CHINESE_NUMERAL, parseChineseNumber } from "#text/chinese-number.ts";
import { alternation, unitData } from "#text/quantity-units.ts";
import { wordAfter, wordBefore } from "./around.ts";
import type { Quantity } from "./quantity.ts";

/** No numeral is longer; a run of more characters is none. */
const RUN = new RegExp(`[${CHINESE_NUMERAL}]{1,24}`, "uy");
const STRICT = new RegExp(`(?<more>余|多)?(?<unit>${alternation(unitData.strict)})`, "uy");
const NUMERAL = `[${CHINESE_NUMERAL}]{1,24}`;
/** 百分之七点四, 千分之三, 三分之二 */
const PART = new RegExp(`(?<whole>${NUMERAL})分之(?<part>${NUMERAL})`, "uy");
/** 翻一番, 翻两番 */
const DOUBLED = /翻了?(?<times>[一两二三四])番/uy;
/** After these a numeral counts nothing: 第三, 数百, 几十, 上百. */
const ORDINAL = /[数几第上]$/u;
/** Units after which one character is enough: 五成, 一倍. */
const ALONE: ReadonlySet<string> = new Set(["倍", "成", "个百分点", "百分点"]);

/** 五百七十九亿 + 元 → 579 亿元; 三万五千 + 人 → 35000 人. */
function runValue(run: string, unit: string): { value: string; unit: string } | null {
  const tail = /^(?<head>[^万亿]+)(?<size>万亿|亿|万)$/u.exec(run)?.groups;
  const value = parseChineseNumber(tail?.["head"] ?? run);
  if (value === null || /^[百千万亿点]/u.test(run)) return null;
  if (run.length === 1 && !ALONE.has(unit)) return null;
  return { value, unit: `${tail?.["size"] ?? ""}${unit}` };
}

/** The unit that a fraction counts: of 百分之 %, of 千分之 ‰, of 三分之 a third (`1/3`). */
function unitOfPart(whole: string): string | null {
  if (whole === "百") return "%";
  if (whole === "千") return "‰";
  const number = parseChineseNumber(whole === "十" ? "十" : whole);
  return number === null || number.includes(".") || Number(number) < 2 ? null : `1/${number}`;
}

interface Read {
  readonly value: string;
  readonly unit: string;
  readonly end: number;
  readonly more: string | null;
}

function partAt(text: string, at: number): Read | null {
  PART.lastIndex = at;
  const groups = PART.exec(text)?.groups;
  if (groups === undefined) return null;
  const value = parseChineseNumber(groups["part"] ?? "");
  const unit = unitOfPart(groups["whole"] ?? "");
  return value === null || unit === null ? null : { value, unit, end: PART.lastIndex, more: null };
}

function doubledAt(text: string, at: number): Read | null {
  DOUBLED.lastIndex = at;
  const times = DOUBLED.exec(text)?.groups?.["times"];
  const value = times === undefined ? null : parseChineseNumber(times);
  return value === null ? null : { value, unit: "番", end: DOUBLED.lastIndex, more: null };
}

/** A numeral with one of the units that are sure to follow a number: 三大攻坚战 and 千亿元产业 are none. */
function countedAt(text: string, at: number, runEnd: number): Read | null {
  STRICT.lastIndex = runEnd;
  const groups = STRICT.exec(text)?.groups;
  if (groups === undefined || ORDINAL.test(text.slice(Math.max(0, at - 1), at))) return null;
  const read = runValue(text.slice(at, runEnd), groups["unit"] ?? "");
  return read === null ? null : { ...read, end: STRICT.lastIndex, more: groups["more"] ?? null };
}

/** What begins at `at` in Chinese numerals: the figure, or null, and where to go on from. */
export function chineseFigureAt(text: string, at: number): { figure: Quantity | null; end: number } {
  RUN.lastIndex = at;
  const runEnd = RUN.test(text) ? RUN.lastIndex : at;
  const read = partAt(text, at) ?? doubledAt(text, at) ?? (runEnd > at ? countedAt(text, at, runEnd) : null);
  if (read === null) return { figure: null, end: Math.max(runEnd, at + 1) };
  const { value, unit, end, more } = read;
  const figure = {
    start: at,
    end,
    raw: text.slice(at, end),
    value,
    upper: null,
    unit,
    before: wordBefore(text, at),
    after: more ?? wordAfter(text, end)?.word ?? null,
  };
  return { figure, end };
}

/** True for a character that a figure in Chinese numerals may begin with. */
export function beginsChinese(character: string): boolean {
  return character === "翻" || CHINESE_NUMERAL.includes(character);
}
