import { fallsUnsaid, type IndicatorRow } from "#domain/indicator.ts";
import { readQuantities } from "./find-quantities.ts";
import { plainView } from "./plain-view.ts";

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

const PLAIN = { spaces: "dropped", cell: true } as const;

/** The cell in plain form (1 402.8 → 1402.8, ８１２．４ → 812.4, without footnote marks), the unit right behind its figure. */
function withUnit({ value, unit, raw }: PrintedFigure): string {
  if (value === null) return raw;
  const [quantity] = readQuantities(raw, { cell: true, triangle: "fall" }).quantities;
  if (quantity === undefined) return raw;
  const view = plainView(raw, undefined, PLAIN);
  const figure = plainView(quantity.raw, undefined, PLAIN).text.replace(/，(?=\d)/gu, "");
  const around = (printed: string) => `${view.before(quantity.start)}${printed}${view.from(quantity.end)}`;
  // A figure that names its unit (310天以上, 百分之十三点四) needs none; 1.2万 of 万元 lacks its 元.
  const size = quantity.unit ?? "";
  const isBare = size === "" || (unit !== size && unit?.startsWith(size) === true && figure.endsWith(size));
  if (unit === null || view.text.includes(unit) || !isBare) return around(figure);
  const whole = `${size === "" ? figure : figure.slice(0, -size.length)}${unit}`;
  return around(/^[%‰]$/u.test(unit) ? whole.replace(/(?<=\d)(?=[-－—–~～至到])/u, unit) : whole);
}
