import { readQuantities } from "#text/quantity/find-quantities.ts";
import { plainCell, readCell } from "#text/quantity/read-cell.ts";

const DASH = /^[-—–－−―_/\\.…·]+$/u;
const RANK = /^第?\d{1,4}[位名]$/u;
const LONGEST_WORDS = 16;
const WORDS_FOR_A_VALUE =
  /持平|下达|增长|下降|以内|以上|以下|左右|同步|控制|保持|完成|考核|高于|低于|不|待|略|优于|达/u;

/** True for cells a column of figures may hold: figures, dashes and the short words that stand for them. */
export function looksLikeValue(text: string): boolean {
  const cell = plainCell(text);
  if (DASH.test(cell) || RANK.test(cell)) return true;
  // A figure that is refused (▲3.2) is a figure all the same.
  const quantity = readQuantities(text, { cell: true, triangle: "fall" }).quantities[0];
  if (quantity === undefined) return cell.length <= LONGEST_WORDS && WORDS_FOR_A_VALUE.test(cell);
  const words = cell.length - quantity.raw.length;
  return words <= LONGEST_WORDS && (quantity.start <= 2 || words <= 12);
}

/** True when the cell holds a figure. */
export function holdsFigure(text: string): boolean {
  return looksLikeValue(text) && readCell(text, "fall")?.value !== null;
}
