import { findQuantities, type Quantity } from "#text/quantity.ts";

/** What one cell says. */
export interface CellValue {
  /** Decimal digits, or null where the cell holds words or a dash. */
  readonly value: string | null;
  /** Unit printed in the cell itself, or null. */
  readonly unit: string | null;
  /** The words around the figure, or the whole cell when there is no figure; null for a bare figure or dash. */
  readonly qualifier: string | null;
  /** True where the cell says 增长 or 下降 before its figure. */
  readonly growth: boolean;
}

const DASH = /^[-—–－−―_/\\.…·]+$/;
const GROWTH = /^(?:同比|比上年|较上年|年均)?(?:实际|名义)?(?<verb>增长|增加|上升|提高|下降|降低|减少)/u;
const DOWN = /下降|降低|减少/u;
const RANK = /^第?(?<rank>\d+)[位名]$/;

/** Full-width digits and signs as half-width ones, marks and white space gone: same meaning, one spelling. */
export function plainCell(text: string): string {
  return text
    .replace(/[０-９％＋．－]/gu, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/\\([*#_])/g, "$1")
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/g, ",")
    .replace(/\*\*|\s/g, "");
}

/** Brackets around the whole remark and punctuation at its ends say nothing. */
function trimRemark(text: string): string {
  const bare = text.replace(/^[、，,；;：:。]+|[、，,；;：:。]+$/g, "");
  const whole = /^[（(](?<inside>[^（）()]*)[）)]$/.exec(bare)?.groups?.["inside"];
  return whole ?? bare.replace(/^[)）]+|[（(]+$/g, "");
}

function qualifierOf(lead: string, trail: string, quantity: Quantity): string | null {
  const more = /[余多]/.exec(quantity.raw)?.[0] ?? "";
  const upper = quantity.upper === null ? "" : `至${quantity.upper}`;
  const bracketed = lead === "[" && trail === "]";
  if (bracketed) return "累计";
  const parts = [trimRemark(lead), upper, more, trimRemark(trail)].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join(parts.length === 2 && upper !== "" ? "" : "、");
}

/**
 * Reads a cell as printed: `7 左右` → 7 左右; `≤0.021` → 0.021 ≤; `310 天以上` → 310 天 以上; `3.5、保持全市前列` →
 * 3.5 保持全市前列; `与上年持平` → words alone; `—` → nothing but itself; an empty cell → null.
 */
export function readCell(text: string): CellValue | null {
  const cell = plainCell(text);
  if (cell === "") return null;
  if (DASH.test(cell)) return { value: null, unit: null, qualifier: null, growth: false };
  const rank = RANK.exec(cell)?.groups?.["rank"];
  if (rank !== undefined) return { value: rank, unit: null, qualifier: null, growth: false };
  const quantity = findQuantities(cell)[0];
  if (quantity === undefined) return { value: null, unit: null, qualifier: cell, growth: false };
  const lead = cell.slice(0, quantity.start);
  const verb = GROWTH.exec(lead)?.groups?.["verb"];
  const down = verb !== undefined && DOWN.test(verb) && !quantity.value.startsWith("-");
  return {
    value: down ? `-${quantity.value}` : quantity.value,
    unit: quantity.unit,
    qualifier: qualifierOf(lead.replace(GROWTH, ""), cell.slice(quantity.end), quantity),
    growth: verb !== undefined,
  };
}

const LONGEST_WORDS = 16;
const WORDS_FOR_A_VALUE =
  /持平|下达|增长|下降|以内|以上|以下|左右|同步|控制|保持|完成|考核|高于|低于|不|待|略|优于|达/u;

/** True for cells a column of figures may hold: figures, dashes and the short words that stand for them. */
export function looksLikeValue(text: string): boolean {
  const cell = plainCell(text);
  if (DASH.test(cell) || RANK.test(cell)) return true;
  const quantity = findQuantities(cell)[0];
  if (quantity === undefined) return cell.length <= LONGEST_WORDS && WORDS_FOR_A_VALUE.test(cell);
  const words = cell.length - quantity.raw.length;
  return words <= LONGEST_WORDS && (quantity.start <= 2 || words <= 12);
}

/** True when the cell holds a figure. */
export function holdsFigure(text: string): boolean {
  return looksLikeValue(text) && readCell(text)?.value !== null;
}
