import type { Glyph } from "./page-marks.ts";
import { settledText, spaceBetween } from "./printed-text.ts";

/** Characters on one baseline. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** Characters gathered by baseline, lines from the top down, characters from the left; blank lines are none. */
export function textLines(glyphs: readonly Glyph[]): Line[] {
  const sorted = glyphs.filter(({ text }) => text !== "").sort((a, b) => a.y - b.y);
  const groups: Glyph[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const glyph of sorted) {
    const group = groups.at(-1);
    if (group === undefined || glyph.y - base > 0.32 * Math.max(Math.min(size, glyph.size), 4)) {
      groups.push([glyph]);
      base = glyph.y;
      size = glyph.size;
    } else {
      group.push(glyph);
      size = Math.max(size, glyph.size);
    }
  }
  return groups.flatMap((group) => {
    const line = lineOf(group);
    return line === undefined ? [] : [line];
  });
}

export function lineOf(glyphs: readonly Glyph[]): Line | undefined {
  const printed = glyphs.filter(({ text }) => text !== " ");
  if (printed.length === 0) return undefined;
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0);
  return {
    glyphs: sorted,
    x0: Math.min(...printed.map(({ x0 }) => x0)),
    x1: Math.max(...printed.map(({ x1 }) => x1)),
    y: commonest(printed.map(({ y }) => y)),
    size: commonest(printed.filter(({ raised }) => !raised).map(({ size: each }) => each)),
  };
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value * 2) / 2;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 0;
}

/** The parts of a line that stand apart by more than so many heights of its font. */
export function segments(line: Line, apart: number): Line[] {
  const parts: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of line.glyphs) {
    if (glyph.text === " ") continue;
    const group = parts.at(-1);
    if (group === undefined || glyph.x0 - end > apart * line.size) parts.push([glyph]);
    else group.push(glyph);
    end = Math.max(end, glyph.x1);
  }
  return parts.flatMap((part) => {
    const segment = lineOf(part);
    return segment === undefined ? [] : [segment];
  });
}

/** How a raised mark is written: `bracketed` as [4], `dropped` where a figure must stand alone. */
export type Marks = "bracketed" | "dropped";

/**
 * The words of a line. A gap is a space where western letters or figures meet, or where it is as wide as `blank` heights of
 * the font between other characters (a heading's number set apart).
 */
export function lineText(line: Line, marks: Marks = "bracketed", blank = Number.POSITIVE_INFINITY): string {
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  let spaced = false;
  let mark = "";
  const closeMark = () => {
    if (mark !== "" && marks === "bracketed") text += written(mark, text);
    mark = "";
  };
  for (const glyph of line.glyphs) {
    if (glyph.text === " ") {
      spaced = true;
      continue;
    }
    if (glyph.raised) {
      mark += glyph.text;
      end = glyph.x1;
      continue;
    }
    closeMark();
    const gap = glyph.x0 - end;
    const western = spaceBetween(text.slice(-1), glyph.text.slice(0, 1));
    if (western && ((spaced && gap > 0.08 * line.size) || gap > 0.26 * line.size)) text += " ";
    else if (gap > blank * line.size && text !== "") text += " ";
    text += glyph.text;
    end = Math.max(end, glyph.x1);
    spaced = false;
  }
  closeMark();
  return settledText(text.trim());
}

/** A raised 2 or 3 behind a letter is a power (km²); all else is the mark of a note. */
function written(mark: string, before: string): string {
  if (/^[23]$/.test(mark) && /[A-Za-z]$/.test(before)) return mark === "2" ? "²" : "³";
  const bare = mark.replace(/[[\]［］〔〕()（）]/gu, "");
  return bare === "" ? "" : `[${bare}]`;
}
