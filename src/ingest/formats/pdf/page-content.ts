import { buildTable } from "./build-table.ts";
import { heart } from "./columns-part.ts";
import { type Gutter, gutterOf, sideOf } from "./newspaper-columns.ts";
import type { Box, Glyph, PageMarks } from "./page-marks.ts";
import type { PageTable } from "./page-table.ts";
import { ruledAreas } from "./ruled-areas.ts";
import { type Line, textLines } from "./text-lines.ts";
import { unruledTable } from "./unruled-table.ts";

/** What a page holds: lines of text and tables, in the order in which they are read. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly pictures: readonly Box[];
}

export type Piece =
  | { readonly kind: "line"; readonly line: Line; readonly column: Column }
  | { readonly kind: "table"; readonly table: PageTable };

/** Empty for the whole width of the page. */
export type Column = "" | "left" | "right";

/** Takes the tables of a page out of its characters and leaves the rest as lines. */
export function pageContent(marks: PageMarks): PageContent {
  const { page, width, height, pictures } = marks;
  const areas = ruledAreas(marks.rules, textLines(marks.glyphs));
  let rest = marks.glyphs;
  const tables: PageTable[] = [];
  const take = (box: Box, build: (inside: readonly Glyph[]) => PageTable | null) => {
    const inside = rest.filter((glyph) => holds(box, glyph));
    const table = build(inside);
    if (table === null) return;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
  };
  for (const area of areas) take(area.box, (inside) => buildTable(area, inside, page));
  const gutter = gutterOf(rest, width);
  if (gutter === null) {
    for (const area of unruledTable(textLines(rest)))
      take(area.box, (inside) => buildTable(area, inside, page));
  }
  return { page, width, height, pictures, pieces: inOrder(rest, tables, gutter) };
}

function inOrder(glyphs: readonly Glyph[], tables: readonly PageTable[], gutter: Gutter | null): Piece[] {
  const of = (column: Column): Piece[] => {
    const own = glyphs.filter((glyph) => sideOf(glyph, gutter) === column);
    return textLines(own).map((line) => ({ kind: "line", line, column }));
  };
  const placed: Piece[] = tables.map((table) => ({ kind: "table", table }));
  const byHeight = (pieces: readonly Piece[]) => [...pieces].sort((a, b) => top(a) - top(b));
  const whole = byHeight([...of(""), ...placed]);
  if (gutter === null) return whole;
  const sides = [byHeight(of("left")), byHeight(of("right"))];
  const order: Piece[] = [];
  const until = (height: number) => {
    for (const side of sides)
      while (side[0] !== undefined && top(side[0]) < height) order.push(...side.splice(0, 1));
  };
  for (const piece of whole) {
    until(top(piece));
    order.push(piece);
  }
  until(Number.POSITIVE_INFINITY);
  return order;
}

const top = (piece: Piece) => (piece.kind === "line" ? heart(piece.line) : piece.table.box.y0);

function holds({ x0, y0, x1, y1 }: Box, { x0: from, x1: to, y, size }: Glyph): boolean {
  const across = (from + to) / 2;
  const middle = y - 0.36 * size;
  return across > x0 - 0.6 * size && across < x1 + 0.6 * size && middle > y0 && middle < y1;
}
