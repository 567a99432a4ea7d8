import { buildTable } from "./build-table.ts";
import { heart } from "./columns-part.ts";
import type { Box, Glyph, PageMarks } from "./page-marks.ts";
import type { PageTable } from "./page-table.ts";
import { ruledAreas } from "./ruled-areas.ts";
import { type Line, textLines } from "./text-lines.ts";

/** What a page holds: lines of text and tables, from the top down. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly pictures: readonly Box[];
}

export type Piece =
  | { readonly kind: "line"; readonly line: Line }
  | { readonly kind: "table"; readonly table: PageTable };

/** Takes the tables of a page out of its characters and leaves the rest as lines. */
export function pageContent(marks: PageMarks): PageContent {
  const { page, width, height, pictures } = marks;
  const areas = ruledAreas(marks.rules, textLines(marks.glyphs));
  let rest = marks.glyphs;
  const tables: PageTable[] = [];
  for (const area of areas) {
    const inside = rest.filter((glyph) => holds(area.box, glyph));
    const table = buildTable(area, inside, page);
    if (table === null) continue;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  const pieces: Piece[] = [
    ...textLines(rest).map((line) => ({ kind: "line" as const, line })),
    ...tables.map((table) => ({ kind: "table" as const, table })),
  ].sort((a, b) => top(a) - top(b));
  return { page, width, height, pictures, pieces };
}

const top = (piece: Piece) => (piece.kind === "line" ? heart(piece.line) : piece.table.box.y0);

function holds({ x0, y0, x1, y1 }: Box, { x0: from, x1: to, y, size }: Glyph): boolean {
  const across = (from + to) / 2;
  const middle = y - 0.36 * size;
  return across > x0 - 0.6 * size && across < x1 + 0.6 * size && middle > y0 && middle < y1;
}
