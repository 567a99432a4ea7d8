import { Decimal } from "decimal.js";
import type { IndicatorRow } from "#domain/indicator.ts";
import { convert } from "#text/quantity-convert.ts";

/** What is computed with: a figure in its unit. */
export type Measured = Pick<IndicatorRow, "value" | "unit">;

/** A stated subtraction of two printed figures, in the unit of the first. */
export interface Difference {
  /** First minus second; its sign says which is larger. */
  readonly sign: -1 | 0 | 1;
  /** The distance without sign, with unit. */
  readonly result: string;
  /** The computation as written, larger minus smaller: `17.1 − 7.9 = 9.2`. */
  readonly expression: string;
  readonly numbers: readonly string[];
}

/** Subtracts decimally; null when a figure is missing or the units do not convert. */
export function differenceOf(first: Measured, second: Measured): Difference | null {
  const other = first.value === null ? null : inUnitOf(first, second);
  if (first.value === null || other === null) return null;
  const [a, b] = [new Decimal(first.value), other.value];
  const result = a.minus(b).abs().toFixed();
  const [larger, smaller] = a.gte(b) ? [first.value, other.text] : [other.text, first.value];
  return {
    sign: a.gt(b) ? 1 : a.lt(b) ? -1 : 0,
    result: `${result}${differenceUnit(first.unit ?? second.unit)}`,
    expression: `${other.conversion}${larger} − ${bracketed(smaller)} = ${result}`,
    numbers: [result, larger, smaller, ...other.numbers],
  };
}

/** A figure in another's unit, with the conversion written out where there was one: `45489 ÷ 10000 = 4.5489；`. */
interface Converted {
  readonly value: Decimal;
  /** The value as it is written: 7.0 as the report prints it. */
  readonly text: string;
  readonly conversion: string;
  readonly numbers: readonly string[];
}

/** A figure said in another unit of the same kind; null where the two do not convert or nothing is to be converted. */
export function saidIn(unit: string, row: IndicatorRow): Omit<Difference, "sign"> | null {
  if (row.unit === null || row.unit === unit) return null;
  const converted = inUnitOf({ unit }, row);
  if (converted === null || converted.numbers.length === 0) return null;
  const { value, conversion, numbers } = converted;
  return { result: `${value.toFixed()}${unit}`, expression: conversion.slice(0, -1), numbers };
}

function inUnitOf({ unit }: Pick<IndicatorRow, "unit">, row: Measured): Converted | null {
  if (row.value === null) return null;
  const same = { value: new Decimal(row.value), text: row.value, conversion: "", numbers: [] };
  if (row.unit === unit || row.unit === null || unit === null) return same;
  const converted = convert(row.value, row.unit, unit);
  const factor = convert("1", row.unit, unit);
  if (converted === null || factor === null) return null;
  if (factor === "1") return same;
  const inverse = new Decimal(1).div(factor);
  // Whichever is shorter to write: × 5, ÷ 10000, ÷ 0.0015.
  const shrinks = inverse.toFixed().length < factor.length;
  const by = shrinks ? inverse : new Decimal(factor);
  return {
    value: new Decimal(converted),
    text: converted,
    conversion: `${row.value} ${shrinks ? "÷" : "×"} ${by.toFixed()} = ${converted}；`,
    numbers: [converted, by.toFixed()],
  };
}

/** How many times the second the first is, to two decimals; null when a figure is missing, zero, or in another unit. */
export function ratioOf(first: Measured, second: Measured): Omit<Difference, "sign"> | null {
  if (first.value === null || second.value === null || first.unit !== second.unit) return null;
  const [a, b] = [new Decimal(first.value), new Decimal(second.value)];
  if (b.isZero()) return null;
  const result = a.div(b).toDecimalPlaces(2).toFixed();
  return {
    result,
    expression: `${first.value} ÷ ${second.value} ≈ ${result}`,
    numbers: [result, first.value, second.value],
  };
}

/** The sum in the unit of the first figure; null when one is missing or the units do not convert. */
export function sumOf(rows: readonly Measured[]): Omit<Difference, "sign"> | null {
  const [first] = rows;
  const parts = first === undefined ? [] : rows.map((row) => inUnitOf(first, row));
  const terms = parts.filter((part) => part !== null);
  if (first === undefined || terms.length < rows.length || terms.length < 2) return null;
  const result = terms.reduce((sum, { value }) => sum.plus(value), new Decimal(0)).toFixed();
  return {
    result: `${result}${first.unit ?? ""}`,
    expression: `${terms.map(({ conversion }) => conversion).join("")}${terms.map(({ text }) => bracketed(text)).join(" + ")} = ${result}`,
    numbers: [result, ...terms.flatMap(({ text, numbers }) => [text, ...numbers])],
  };
}

/** Which share of the larger the smaller is, in per cent to one decimal; null where {@link ratioOf} is. */
export function shareOf(first: Measured, second: Measured): Omit<Difference, "sign"> | null {
  if (first.value === null || second.value === null || first.unit !== second.unit) return null;
  const [a, b] = [new Decimal(first.value), new Decimal(second.value)];
  const [part, whole] = a.lte(b) ? [first.value, second.value] : [second.value, first.value];
  if (new Decimal(whole).isZero()) return null;
  const result = `${new Decimal(part).div(whole).times(100).toDecimalPlaces(1).toFixed()}%`;
  const expression = `${part} ÷ ${whole} × 100% ≈ ${result}`;
  return { result, expression, numbers: [result, part, whole, "100"] };
}

/** Shares and rates differ by percentage points. */
function differenceUnit(unit: string | null): string {
  if (unit === "%" || unit === "％") return "个百分点";
  return unit ?? "";
}

function bracketed(value: string): string {
  return value.startsWith("-") ? `(${value})` : value;
}
