import type { Matrix } from "./page-marks.ts";
import type { Shown } from "./text-state.ts";

/** Arguments of a drawing operator come untyped from the library; here they are looked at before they are believed. */

export function numberAt(values: unknown, at: number): number {
  const value: unknown = isList(values) ? values[at] : undefined;
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

export function numbers(values: unknown): number[] {
  return isList(values) ? Array.from(values, (value) => (typeof value === "number" ? value : 0)) : [];
}

export function matrixOf(values: unknown): Matrix | undefined {
  const [a, b, c, d, e, f] = numbers(values);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (d === undefined || e === undefined || f === undefined) return undefined;
  return [a, b, c, d, e, f];
}

export function at(values: unknown, index: number): unknown {
  return isList(values) ? values[index] : undefined;
}

export function textAt(values: unknown, index: number): string {
  const value = at(values, index);
  return typeof value === "string" ? value : "";
}

export function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The characters of a showing operator: a glyph with its text and width, or a correction of the pen. */
export function shownOf(values: unknown): Shown[] {
  if (!isList(values)) return [];
  return Array.from(values).flatMap((value: unknown): Shown[] => {
    if (typeof value === "number") return [value];
    const text = property(value, "unicode");
    const width = property(value, "width");
    if (typeof text !== "string" || typeof width !== "number") return [];
    const vertical = at(property(value, "vmetric"), 0);
    const space = property(value, "isSpace") === true;
    return [{ text, width, space, advance: typeof vertical === "number" ? vertical : null }];
  });
}

function isList(values: unknown): values is ArrayLike<unknown> {
  return Array.isArray(values) || ArrayBuffer.isView(values);
}
