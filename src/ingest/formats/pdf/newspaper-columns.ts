import type { Glyph } from "./page-marks.ts";
import { segments, textLines } from "./text-lines.ts";

/** The white strip between two columns of running text, and the heights at which lines go over it. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
  readonly crossed: readonly (readonly [top: number, bottom: number])[];
}

/** So many lines at both sides show that a page is set in two columns. */
const fewest = 8;
/** A column of running text is at least so many characters wide; a narrower one is a table. */
const narrowest = 11;

/**
 * The gutter of a page set in two columns of running text, as newspapers and gazettes are; null where lines go over the
 * whole width. Headings across both columns may cut it.
 */
export function gutterOf(glyphs: readonly Glyph[], width: number): Gutter | null {
  const lines = textLines(glyphs);
  if (lines.length < fewest) return null;
  const parts = lines.map((line) => segments(line, 0.9));
  let best: { x: number; both: number } = { x: 0, both: 0 };
  for (let x = 0.35 * width; x < 0.65 * width; x += 2) {
    const crossing = parts.filter((each) => each.some(({ x0, x1 }) => x0 < x && x1 > x)).length;
    const both = parts.filter((each) => proseAtBothSides(each, x)).length;
    if (both >= fewest && crossing <= 0.3 * both && both > best.both) best = { x, both };
  }
  if (best.both === 0) return null;
  const beside = parts.filter((each) => proseAtBothSides(each, best.x)).flat();
  const from = Math.max(...beside.filter(({ x1 }) => x1 <= best.x).map(({ x1 }) => x1));
  const to = Math.min(...beside.filter(({ x0 }) => x0 >= best.x).map(({ x0 }) => x0));
  const crossed = parts.flatMap((each) =>
    each
      .filter(({ x0, x1 }) => x0 < from - 1 && x1 > to + 1)
      .map(({ y, size }) => [y - size, y + 0.3 * size] as const),
  );
  return { from, to, crossed };
}

function proseAtBothSides(parts: ReturnType<typeof segments>, x: number): boolean {
  const left = parts.filter(({ x1 }) => x1 <= x);
  const right = parts.filter(({ x0 }) => x0 >= x);
  if (left.length !== 1 || right.length !== 1) return false;
  return [...left, ...right].every(({ x0, x1, size }) => x1 - x0 >= narrowest * size);
}

/** The column in which a character stands; the whole width where the line goes over the gutter. */
export function sideOf({ x0, x1, y, size }: Glyph, gutter: Gutter | null): "" | "left" | "right" {
  if (gutter === null) return "";
  const middle = y - 0.36 * size;
  if (gutter.crossed.some(([top, bottom]) => middle > top && middle < bottom)) return "";
  return (x0 + x1) / 2 < (gutter.from + gutter.to) / 2 ? "left" : "right";
}
