import { Decimal } from "decimal.js";
import { convert } from "#text/quantity-convert.ts";
import { unitData } from "#text/quantity-units.ts";
import { wordAfter, wordBefore } from "./around.ts";
import { isDate, isNoQuantity } from "./no-quantity.ts";
import { type Numeral, numeralAt } from "./numeral.ts";
import type { DoubtReason, Quantity } from "./quantity.ts";
import { type Sign, signBefore, type Triangle } from "./sign.ts";
import { type UnitRead, unitAt } from "./unit-at.ts";

/** What begins at a digit: a figure, one that is refused, or digits that count nothing. Offsets are into the view. */
export type FigureRead =
  | { readonly figure: Quantity; readonly end: number }
  | { readonly doubt: DoubtReason; readonly start: number; readonly end: number }
  | { readonly end: number };

export interface FigureOptions {
  readonly cell: boolean;
  readonly triangle: Triangle;
}

/** What joins the bounds of a range. */
const JOINS = /\s?(?:[-－—–~～至到]{1,2})\s?/uy;
const DASHES = /^\s?[-－—–~～]/u;
/** 由A至B, 从A到B tell a change and no range. */
const CHANGES = /[从由自][^，；。]{0,16}$/u;

interface Bounds {
  readonly upper: string | null;
  /** 左右 behind the first bound: 5.5%左右至6%. */
  readonly after: string | null;
  readonly end: number;
  readonly doubt: DoubtReason | null;
  /** True for 2018—2035年. */
  readonly dated?: boolean;
}

const YEAR = /^(?:19|20)\d\d$/;

const numberOf = (numeral: Numeral): string | null => ("value" in numeral ? numeral.value : null);

/** The second bound of the range whose first ends at `end` with `unit` (empty where it stands behind the second only). */
function boundsAt(
  text: string,
  first: { start: number; end: number; value: string },
  options: FigureOptions,
): Bounds {
  const none: Bounds = { upper: null, after: null, end: first.end, doubt: null };
  const own = unitAt(text, first.end);
  const loose = wordAfter(text, own.end);
  const from = loose?.end ?? own.end;
  JOINS.lastIndex = from;
  const join = JOINS.exec(text)?.[0];
  if (join === undefined || !/\d/.test(text.charAt(from + join.length))) return none;
  const second = numeralAt(text, from + join.length, options.cell);
  const upper = numberOf(second);
  if (upper === null) return { ...none, end: second.end, doubt: "range" };
  const unit = unitAt(text, second.end);
  if (isDate(upper, unit.unit, text.slice(second.end, second.end + 2)))
    return YEAR.test(upper) && !YEAR.test(first.value) ? none : { ...none, end: second.end, dated: true };
  if (
    !mayShare(
      own,
      unit,
      DASHES.test(join) || !CHANGES.test(text.slice(Math.max(0, first.start - 18), first.start)),
    )
  )
    return none;
  const after = loose?.word ?? null;
  const descends = new Decimal(upper).lt(first.value) && (own.unit === "" || own.unit === unit.unit);
  return { upper, after, end: second.end, doubt: descends ? "range" : null };
}

/** Bounds share a unit printed once, behind both alike, or with its size at the first: 5万至10万元. */
function mayShare(first: UnitRead, second: UnitRead, isRange: boolean): boolean {
  if (first.unit === "" || first.unit === "%" || first.unit === "‰") return true;
  if (first.unit === first.size) return true;
  return isRange && first.unit === second.unit;
}

const MEASURES: ReadonlySet<string> = new Set(unitData.families.flatMap(({ units }) => Object.keys(units)));

/** 3亿5000万元: the smaller size goes on from the larger; null where nothing goes on, without a value where it does not add up. */
function compoundAt(
  text: string,
  first: string,
  unit: UnitRead,
  cell: boolean,
): { value: string | null; unit: string; end: number } | null {
  if (unit.unit === "" || unit.unit !== unit.size || !/\d/.test(text.charAt(unit.end))) return null;
  const rest = numeralAt(text, unit.end, cell);
  const value = numberOf(rest);
  if (value === null) return { value, unit: "", end: rest.end };
  const smaller = unitAt(text, rest.end);
  const base = smaller.unit.slice(smaller.size.length);
  const part = convert(value, smaller.unit, `${unit.size}${base}`);
  // 600万65岁以上老人 are two figures.
  if (smaller.size === "" && !MEASURES.has(base)) return null;
  if (part === null || new Decimal(part).gte(1)) return { value: null, unit: "", end: smaller.end };
  return { value: new Decimal(first).plus(part).toFixed(), unit: `${unit.size}${base}`, end: smaller.end };
}

/** Reads what begins with the digit at `at` of the view `text`. */
export function arabicFigureAt(text: string, at: number, options: FigureOptions): FigureRead {
  const numeral = numeralAt(text, at, options.cell);
  const sign = signBefore(text, at, options.triangle);
  if ("version" in numeral) return { end: numeral.end };
  if ("doubt" in numeral) return { doubt: numeral.doubt, start: sign.start, end: numeral.end };
  const bounds = boundsAt(text, { start: sign.start, end: numeral.end, value: numeral.value }, options);
  const unit = unitAt(text, bounds.end);
  const end = unit.end;
  const standing = { start: sign.start, end, unit: unit.unit };
  const after = text.slice(end, end + 2);
  if (bounds.dated === true || isNoQuantity(text, standing) || isDate(numeral.printed, unit.unit, after))
    return { end: Math.max(end, numeral.end) };
  const doubt = sign.doubt ?? bounds.doubt;
  if (doubt !== null) return { doubt, start: sign.start, end };
  const compound = bounds.upper === null ? compoundAt(text, numeral.value, unit, options.cell) : null;
  if (compound?.value === null) return { doubt: "compound", start: sign.start, end: compound.end };
  const last = compound?.end ?? end;
  const figure = {
    sign,
    value: compound?.value ?? numeral.value,
    unit: compound?.unit ?? unit.unit,
    end: last,
  };
  return {
    figure: quantityOf(text, figure, { upper: bounds.upper, after: bounds.after ?? unit.more }),
    end: last,
  };
}

interface Parts {
  readonly sign: Sign;
  readonly value: string;
  readonly unit: string;
  readonly end: number;
}

function quantityOf(
  text: string,
  { sign, value, unit, end }: Parts,
  said: { upper: string | null; after: string | null },
): Quantity {
  return {
    start: sign.start,
    end,
    raw: text.slice(sign.start, end),
    value: sign.negative ? `-${value}` : value,
    upper: said.upper,
    unit: unit === "" ? null : unit,
    before: wordBefore(text, sign.start),
    after: said.after ?? wordAfter(text, end)?.word ?? null,
  };
}
