import type { Box, DrawnGlyph, DrawnPage, Glyph, PageMarks, Rule } from "./page-marks.ts";
import { printedText } from "./printed-text.ts";
import { withRaisedMarks } from "./raised-marks.ts";
import { withWidePunctuation } from "./wide-punctuation.ts";

/** Quarter turns clockwise by which text runs: 0 to the right, 1 downwards, 2 to the left, 3 upwards; null when askew. */
type Turn = 0 | 1 | 2 | 3;

/** Fewer characters than this in another direction are a page number or a stamp on a turned page. */
const fewest = 24;

/**
 * A page turned so that its text reads upright: a wide table is often printed along the long side of a standing page. Text
 * in a second direction becomes a page of its own behind it; text askew is a watermark and left out.
 */
export function uprightPages(drawn: DrawnPage): PageMarks[] {
  const byTurn = new Map<Turn, DrawnGlyph[]>();
  for (const glyph of drawn.glyphs) {
    const turn = turnOf(glyph);
    if (turn === null) continue;
    const others = byTurn.get(turn);
    if (others === undefined) byTurn.set(turn, [glyph]);
    else others.push(glyph);
  }
  const counts = [...byTurn].sort(([, a], [, b]) => b.length - a.length);
  const main = counts[0]?.[0] ?? 0;
  const pages = counts.length === 0 ? [[main, []] as const] : counts;
  return pages
    .filter(
      ([turn, glyphs]) => turn === main || glyphs.filter(({ text }) => text.trim() !== "").length >= fewest,
    )
    .map(([turn, glyphs]) => turned(drawn, turn, glyphs, turn === main));
}

function turnOf({ start, end }: DrawnGlyph): Turn | null {
  const x = end[0] - start[0];
  const y = end[1] - start[1];
  const slant = 0.06;
  if (Math.abs(y) <= slant * Math.abs(x)) return x >= 0 ? 0 : 2;
  if (Math.abs(x) <= slant * Math.abs(y)) return y >= 0 ? 1 : 3;
  return null;
}

function turned(drawn: DrawnPage, turn: Turn, glyphs: readonly DrawnGlyph[], rules: boolean): PageMarks {
  const { width, height } = drawn;
  const point = ([x, y]: readonly [number, number]): readonly [number, number] => {
    if (turn === 1) return [y, width - x];
    if (turn === 2) return [width - x, height - y];
    if (turn === 3) return [height - y, x];
    return [x, y];
  };
  const sideways = turn === 1 || turn === 3;
  return {
    page: drawn.page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    glyphs: withRaisedMarks(onceEach(withWidePunctuation(glyphs.flatMap((glyph) => upright(glyph, point))))),
    rules: rules ? drawn.rules.map((rule) => turnedRule(rule, point)) : [],
    pictures: rules ? drawn.pictures.map((box) => turnedBox(box, point)) : [],
  };
}

type Carry = (point: readonly [number, number]) => readonly [number, number];

function upright(glyph: DrawnGlyph, carry: Carry): Glyph[] {
  const text = printedText(glyph.text);
  if (text === "") return [];
  const [x0, y] = carry(glyph.start);
  const [x1] = carry(glyph.end);
  const { size, font, bold, stroke } = glyph;
  return [{ text, x0: Math.min(x0, x1), x1: Math.max(x0, x1), y, size, font, bold, stroke, raised: false }];
}

function turnedBox({ x0, y0, x1, y1 }: Box, carry: Carry): Box {
  const [ax, ay] = carry([x0, y0]);
  const [bx, by] = carry([x1, y1]);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

function turnedRule({ lies, at, from, to }: Rule, carry: Carry): Rule {
  const box = turnedBox(
    lies ? { x0: from, y0: at, x1: to, y1: at } : { x0: at, y0: from, x1: at, y1: to },
    carry,
  );
  return box.x1 - box.x0 >= box.y1 - box.y0
    ? { lies: true, at: box.y0, from: box.x0, to: box.x1 }
    : { lies: false, at: box.x0, from: box.y0, to: box.y1 };
}

/** A bold letter may be drawn two to four times, each a hair aside: it is one letter. */
function onceEach(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const column = Math.round(glyph.x0 / 4);
    const twin = [column - 1, column, column + 1]
      .flatMap((near) => seen.get(`${glyph.text}|${near}`) ?? [])
      .some(
        (other) =>
          Math.abs(other.x0 - glyph.x0) < 0.22 * glyph.size && Math.abs(other.y - glyph.y) < 0.2 * glyph.size,
      );
    if (twin) continue;
    const key = `${glyph.text}|${column}`;
    seen.set(key, [...(seen.get(key) ?? []), glyph]);
    kept.push(glyph);
  }
  return kept;
}
