import type { Glyph } from "./page-marks.ts";

const markable = /^[\d①-⓿*＊†‡[\]［］()（）〔〕注,，、-]$/u;

/** A circled number may stand a little apart from what it belongs to. */
const circled = /^[①-⓿]$/u;

/**
 * Finds the small raised characters that follow a figure or a word, and puts them on its baseline with the remark that they
 * are raised: 25,090,332⁴ is the figure 25,090,332 with mark 4, and never 250,903,324.
 */
export function withRaisedMarks(glyphs: readonly Glyph[]): Glyph[] {
  const places = new Map<string, Glyph[]>();
  const key = (x: number, y: number) => `${Math.round(x / 16)}|${Math.round(y / 8)}`;
  for (const glyph of glyphs) {
    if (glyph.text === " ") continue;
    const place = key(glyph.x1, glyph.y);
    const others = places.get(place);
    if (others === undefined) places.set(place, [glyph]);
    else others.push(glyph);
  }
  const near = ({ x0, y }: Glyph) =>
    [-16, 0, 16].flatMap((left) => [-8, 0, 8, 16].flatMap((up) => places.get(key(x0 + left, y + up)) ?? []));
  const raised = new Map<Glyph, number>();
  const candidates = glyphs.filter(({ text }) => markable.test(text)).sort((a, b) => a.x0 - b.x0);
  for (const glyph of candidates) {
    const beside = near(glyph).find((other) => other !== glyph && carries(other, glyph, raised));
    if (beside !== undefined) raised.set(glyph, raised.get(beside) ?? beside.y);
    else {
      const behind = near({ ...glyph, x0: glyph.x0 + 16 }).find((other) => leads(glyph, other));
      if (behind !== undefined) raised.set(glyph, behind.y);
    }
  }
  return glyphs.map((glyph) => {
    const y = raised.get(glyph);
    return y === undefined ? glyph : { ...glyph, y, raised: true };
  });
}

/** Whether the left one ends where the small one begins, and is larger and lower, or itself a raised mark at its side. */
function carries(left: Glyph, mark: Glyph, raised: ReadonlyMap<Glyph, number>): boolean {
  const gap = mark.x0 - left.x1;
  if (raised.has(left))
    return Math.abs(left.y - mark.y) < 0.15 * mark.size && gap > -0.3 * mark.size && gap < 0.5 * mark.size;
  const round = circled.test(mark.text);
  if (mark.size > (round ? 1.05 : 0.8) * left.size) return false;
  if (gap < -0.2 * left.size || gap > (round ? 1.6 : 0.45) * left.size) return false;
  const lift = left.y - mark.y;
  return lift > (round ? 0.25 : 0.16) * left.size && lift < 0.85 * left.size;
}

/** Whether the small one stands right before a larger and lower character: the mark with which a note begins. */
function leads(mark: Glyph, right: Glyph): boolean {
  const gap = right.x0 - mark.x1;
  if (mark.size > 0.7 * right.size || gap < -0.1 * right.size || gap > 0.7 * right.size) return false;
  const lift = right.y - mark.y;
  return lift > 0.2 * right.size && lift < 0.85 * right.size;
}
