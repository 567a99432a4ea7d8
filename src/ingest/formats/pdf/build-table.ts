import { columnsPart, heart } from "./columns-part.ts";
import { gridRegions, interval, type Region } from "./grid-regions.ts";
import type { Glyph } from "./page-marks.ts";
import type { PageCell, PageRow, PageTable } from "./page-table.ts";
import type { RuledArea } from "./ruled-areas.ts";
import { splitBand } from "./split-band.ts";
import { type Edge, ruledEdges, whiteEdges } from "./table-edges.ts";
import { type Line, lineOf, textLines } from "./text-lines.ts";
import { anchorOf, textRuns } from "./text-runs.ts";

interface Filled extends Region {
  readonly lines: readonly Line[];
}

/** Rebuilds the table of an area from its rules and from the places of its characters; null where it holds no two cells. */
export function buildTable(area: RuledArea, glyphs: readonly Glyph[], page: number): PageTable | null {
  const lines = textLines(glyphs);
  const { columns, rows } = edgesOf(area, lines);
  const runs = lines.flatMap((line) => textRuns(line, columns));
  const regions = gridRegions(columns, rows, columnsPart(columns, rows, runs));
  const filled = fill(regions, runs, { columns, rows });
  const built = pageRows(filled, columns, { page, bands: rows.length - 1 });
  const wide = columns.length > 2 && built.some(({ cells }) => cells.length > 1);
  if (built.length === 0 || !wide) return null;
  return { page, box: area.box, edges: columns.map(({ at }) => at), rows: built };
}

/** Columns by rules, and by white space where no rule parts what stands in columns. */
function edgesOf(area: RuledArea, lines: readonly Line[]): { columns: Edge[]; rows: Edge[] } {
  const { columns, rows } = ruledEdges(area);
  const kind = columns.length > 2 ? "ruled" : "open";
  const white = columns.slice(1).flatMap((_, index) => whiteEdges(lines, interval(columns, index), kind));
  return { columns: [...columns, ...white].sort((a, b) => a.at - b.at), rows };
}

function fill(
  regions: readonly Region[],
  runs: readonly Line[],
  { columns, rows }: ReturnType<typeof edgesOf>,
): Filled[] {
  const held = new Map<Region, Line[]>(regions.map((region) => [region, []]));
  const last = { column: columns.length - 2, row: rows.length - 2 };
  for (const run of runs) {
    const row = Math.min(Math.max(fieldOf(rows, heart(run)), 0), last.row);
    const here = (x: number) => {
      const column = Math.min(Math.max(fieldOf(columns, x), 0), last.column);
      return regions.find(
        ({ top, bottom, left, right }) => row >= top && row < bottom && column >= left && column < right,
      );
    };
    const region = here((run.x0 + run.x1) / 2);
    const inner = region === undefined ? [] : columns.slice(region.left, region.right + 1);
    const ends = [inner[0], inner.at(-1)].flatMap((edge) => (edge === undefined ? [] : [edge]));
    const home = here(anchorOf(run, ends)) ?? region;
    if (home !== undefined) held.get(home)?.push(run);
  }
  return regions.map((region) => ({ ...region, lines: wholeLines(held.get(region) ?? []) }));
}

/** The runs of a cell put together into its lines. */
function wholeLines(runs: readonly Line[]): Line[] {
  return textLines(runs.flatMap(({ glyphs }) => glyphs)).flatMap(({ glyphs }) => {
    const line = lineOf(glyphs);
    return line === undefined ? [] : [line];
  });
}

function fieldOf(edges: readonly Edge[], at: number): number {
  let field = -1;
  for (const edge of edges) if (edge.at <= at) field += 1;
  return field;
}

function pageRows(
  filled: readonly Filled[],
  columns: readonly Edge[],
  { page, bands }: { page: number; bands: number },
): PageRow[] {
  const x = (index: number) => columns[index]?.at ?? 0;
  const split = Array.from({ length: bands }, (_, band) => {
    const own = filled.filter(({ top, bottom }) => top === band && bottom === band + 1);
    const parts = splitBand(own.map(({ lines, right }) => ({ lines, right: x(right) })));
    return { own, parts };
  });
  const heights = split.map(({ parts }) => Math.max(parts.length, 1));
  return split.flatMap(({ own, parts }, band) =>
    Array.from({ length: heights[band] ?? 1 }, (_, index): PageRow => {
      const cells = own.map((region, cell) => cellOf(region, parts[index]?.[cell] ?? [], 1, x));
      const spanning = filled
        .filter(({ top, bottom }) => index === 0 && top === band && bottom > band + 1)
        .map((region) => {
          const rowSpan = heights.slice(region.top, region.bottom).reduce((sum, each) => sum + each, 0);
          return cellOf(region, region.lines, rowSpan, x);
        });
      return { page, cells: [...cells, ...spanning].sort((a, b) => a.column - b.column) };
    }),
  );
}

function cellOf(
  region: Region,
  lines: readonly Line[],
  rowSpan: number,
  x: (index: number) => number,
): PageCell {
  const { left, right } = region;
  return { lines, rowSpan, colSpan: right - left, column: left, x0: x(left), x1: x(right) };
}
