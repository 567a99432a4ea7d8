import { readQuantities } from "./find-quantities.ts";
import { type PlainView, plainView } from "./plain-view.ts";
import type { DoubtReason, Quantity } from "./quantity.ts";
import type { Triangle } from "./sign.ts";

/** What one cell says. */
export interface CellValue {
  /** Decimal digits; null where the cell holds words, a dash, or a figure that cannot be read whole. */
  readonly value: string | null;
  /** Unit printed in the cell itself, or null. */
  readonly unit: string | null;
  /** The words around the figure, or the whole cell when there is no figure; null for a bare figure or dash. */
  readonly qualifier: string | null;
  /** True where the cell says 增长 or 下降 before its figure. */
  readonly growth: boolean;
  /** Footnote marks in the cell, as printed. */
  readonly marks: readonly string[];
  /** Why the figure is refused; null for a cell that is understood. */
  readonly doubt: DoubtReason | null;
}

const DASH = /^[-—–－−―_/\\.…·]+$/u;
const GROWTH =
  /^(?:同比|比上年|较上年|年均)?(?:实际|名义)?(?<verb>负增长|增长|增加|上升|提高|下降|降低|减少)/u;
const DOWN = /负增长|下降|降低|减少/u;
const RANK = /^第?(?<rank>\d{1,4})[位名]$/u;
/** (2.3): a loss, as accounts print it. */
const ACCOUNTED = /^[（(][^（）()]{1,24}[）)]$/u;
/** [12]: a sum over several years, as plans print it. */
const SUMMED = /^[[〔【](?<inside>[^[\]〔〕【】]{1,24})[\]〕】]$/u;
const YEAR = /^(?:19|20)\d\d$/u;
/** What stands between two figures that are set side by side: 45；41.6. */
const SIDE_BY_SIDE = /^[;；/、,，|]?$/u;

const viewOf = (text: string): PlainView => plainView(text, undefined, { spaces: "dropped", cell: true });

/** A cell or heading in plain form, without spaces: same meaning, one spelling. */
export function plainCell(text: string): string {
  return viewOf(text).text;
}

/** Brackets around the whole remark and punctuation at its ends say nothing. */
function trimRemark(text: string): string {
  const bare = text.replace(/^[、，,；;：:。]{1,9}|[、，,；;：:。]{1,9}$/gu, "");
  const whole = /^[（(](?<inside>[^（）()]*)[）)]$/u.exec(bare)?.groups?.["inside"];
  return whole ?? bare.replace(/^[)）]{1,9}|[（(]{1,9}$/gu, "");
}

function qualifierOf(lead: string, trail: string, quantity: Quantity): string | null {
  const more = /[余多]/u.exec(quantity.raw)?.[0] ?? "";
  const upper = quantity.upper === null ? "" : `至${quantity.upper}`;
  const parts = [trimRemark(lead), upper, more, trimRemark(trail)].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join(parts.length === 2 && upper !== "" ? "" : "、");
}

const words = (qualifier: string | null): CellValue => ({
  ...{ value: null, unit: null, qualifier, growth: false, marks: [], doubt: null },
});

/**
 * Reads a cell as printed: `7 左右` → 7 左右; `≤0.021` → 0.021 ≤; `310 天以上` → 310 天 以上; `↓1.6` and `(1.6)` → -1.6;
 * `3.5、保持全市前列` → 3.5 保持全市前列; `与上年持平` → words alone; `—` → nothing but itself; `45 41.6` → refused, with the
 * reason; an empty cell → null.
 */
export function readCell(text: string, triangle: Triangle = null): CellValue | null {
  const view = viewOf(text);
  const cell = view.text;
  if (cell === "") return text.trim() === "" ? null : words(text.trim());
  if (DASH.test(cell)) return words(null);
  const summed = SUMMED.exec(cell)?.groups?.["inside"] ?? "";
  if (isFigureCell(summed)) return { ...words("累计"), ...readCell(summed, triangle), qualifier: "累计" };
  const rank = RANK.exec(cell)?.groups?.["rank"];
  if (rank !== undefined) return { ...words(null), value: rank };
  const { quantities, doubts, marks } = readQuantities(text, { cell: true, triangle });
  const notes = marks.map(({ raw }) => raw);
  const [quantity, next] = quantities;
  if (doubts[0] !== undefined) return { ...words(cell), marks: notes, doubt: doubts[0].reason };
  if (quantity === undefined) return { ...words(cell), marks: notes };
  if (next !== undefined && SIDE_BY_SIDE.test(plainCell(text.slice(quantity.end, next.start))))
    return { ...words(cell), marks: notes, doubt: "several" };
  return { ...figureOf(view, quantity), marks: notes, doubt: null };
}

type Figure = Omit<CellValue, "marks" | "doubt">;

function figureOf(view: PlainView, quantity: Quantity): Figure {
  const { value, unit } = quantity;
  if (isAccounted(view, quantity)) return { value: `-${value}`, unit, qualifier: null, growth: false };
  const lead = view.before(quantity.start);
  const verb = GROWTH.exec(lead)?.groups?.["verb"];
  const down = verb !== undefined && DOWN.test(verb) && !value.startsWith("-");
  return {
    value: down ? `-${value}` : value,
    unit,
    qualifier: qualifierOf(lead.replace(GROWTH, ""), view.from(quantity.end), quantity),
    growth: verb !== undefined,
  };
}

/** True for (2.3) and （2.3%）, with nothing else in the brackets; not for (2023). */
function isAccounted(view: PlainView, { value, start, end, upper }: Quantity): boolean {
  if (!ACCOUNTED.test(view.text) || upper !== null || value.startsWith("-") || YEAR.test(value)) return false;
  return view.before(start).length === 1 && view.from(end).length === 1;
}

/** True for a cell that is one figure with its unit and bounds, and nothing else: `-4.3%`, `≤0.021`, `7左右`; no year. */
export function isFigureCell(text: string): boolean {
  const { quantities, doubts } = readQuantities(text, { cell: true, triangle: "fall" });
  const [quantity, more] = quantities;
  if (quantity === undefined || more !== undefined || doubts.length > 0) return false;
  if (YEAR.test(quantity.value) && quantity.unit === null) return false;
  const view = viewOf(text);
  if (isAccounted(view, quantity)) return true;
  const lead = view.before(quantity.start);
  const trail = view.from(quantity.end);
  return lead === (quantity.before ?? "") && (trail === "" || trail === quantity.after);
}
