import { fallsUnsaid, type IndicatorRow } from "./indicator.ts";

/** What of a row its figure is printed from. */
export type PrintedFigure = Pick<IndicatorRow, "value" | "unit" | "raw" | "qualifier">;

/**
 * The value as a reader should see it: as printed, with the unit put after the number where the table has it in
 * a header (`7左右` with `%` → `7%左右`).
 */
export function printedValue(row: PrintedFigure): string {
  const printed = qualified(row, withUnit(row));
  return fallsUnsaid(row) ? `下降${printed}` : printed;
}

/** Words that stand before the number they bound; all others stand behind it. */
const BEFORE =
  /^(?:[≤≥<>＜＞~约近超]|超过|突破|达到|不低于|不少于|不超过|不高于|低于|高于|至少|接近|大约|将近|力争|约为|只有)/;

/** Each word of the qualifier that the cell itself does not print (不低于, 以上, 突破), on its side of the figure. */
function qualified({ qualifier, value, raw }: PrintedFigure, printed: string): string {
  if (qualifier === null || value === null || raw.includes(qualifier)) return printed;
  const missing = qualifier.split("、").filter((word) => word.length <= LONGEST && !stands(word, raw));
  const [before, after] = [true, false].map((first) => missing.filter((word) => BEFORE.test(word) === first));
  return `${before?.join("") ?? ""}${printed}${after?.join("") ?? ""}`;
}

/** 3-5家 prints its other end. */
const stands = (word: string, raw: string): boolean =>
  raw.includes(word) || (word.startsWith("至") && raw.includes(word.slice(1)));

/** What is longer is a remark and not a bound: 保持全市前列. */
const LONGEST = 4;

function withUnit(row: PrintedFigure): string {
  if (row.value === null || row.unit === null || row.raw.includes(row.unit)) return row.raw;
  // A cell that names another unit (310天以上) needs none.
  const number = /[-−+]?\d[\d,]*(?:\.\d+)?/.exec(row.raw);
  if (number === null) return row.raw;
  const after = row.raw.slice(number.index + number[0].length);
  if (/^\s*[%％‰\u4e00-\u9fff]/.test(after) && !/^\s*(?:左右|以上|以下|以内|之内|及以上|、|，)/.test(after))
    return row.raw;
  return `${row.raw.slice(0, number.index)}${number[0]}${row.unit}${after}`;
}
