import { isCaption, isUnitLine } from "#ingest/lines/line-role.ts";
import type { SourceLine } from "#ingest/lines/source-line.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";
import type { CellStretch } from "./cell-stretch.ts";
import { alignRows, type PlacedCell } from "./column-places.ts";
import { holdsFigures, isFigureOrNone, isTelling } from "./figure-cell.ts";

const LONGEST_CELL = 40;
const LONGEST_LINE = 400;
const HEADER = 3;
/** So many words in each line under a header are no prose, whatever the last one is. */
const SURE_WIDTH = 3;
/** How many lines of a run are tried as the first of the table. */
const STARTS = 3;

interface Line {
  readonly cells: readonly PlacedCell[];
  readonly at: number;
}

/**
 * Reads columns set apart by two or more spaces or full-width spaces, each cell in its column by where it stands.
 * Returns the index behind the lines looked at when they are no table, so that nobody looks at them again.
 */
export function readGapRows(lines: readonly SourceLine[], at: number): CellStretch | number {
  const run: Line[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const raw = lines[next]?.raw ?? "";
    if (raw.trim() === "") continue;
    const cells = gapCells(raw);
    if (cells === null) break;
    run.push({ cells, at: next });
  }
  const last = lastRow(run);
  for (let start = 0; start < Math.min(STARTS, last); start++) {
    const found = tableOf(run.slice(start, last + 1));
    if (found !== null) return found;
  }
  return Math.max(next, at + 1);
}

/** The last line with a figure, and the lines of words right behind it that are as wide (市级下达 in each cell). */
function lastRow(run: readonly Line[]): number {
  let last = run.findLastIndex(({ cells }) => cells.some((cell) => isFigureOrNone(cell.text)));
  const width = run[last]?.cells.length ?? 0;
  while (
    width >= SURE_WIDTH &&
    run[last + 1]?.cells.length === width &&
    run[last + 1]?.at === (run[last]?.at ?? 0) + 1
  )
    last++;
  return last;
}

function tableOf(run: readonly Line[]): CellStretch | null {
  const first = run.findIndex(({ cells }) => cells.some((cell) => isFigureCell(cell.text)));
  if (first < 1 || first > HEADER) return null;
  const rows = alignRows(
    run.map(({ cells }) => cells),
    first,
  );
  if (rows === null || !holdsFigures(rows.slice(0, first), rows.slice(first), 2)) return null;
  return { rows, at: run.map((line) => line.at), next: (run.at(-1)?.at ?? 0) + 1 };
}

function gapCells(raw: string): PlacedCell[] | null {
  if (raw.length > LONGEST_LINE || /[\t|<。；]/.test(raw) || isCaption(raw.trim()) || isUnitLine(raw.trim()))
    return null;
  const line = evenSpaces(raw);
  const cells = [...line.matchAll(/\S+(?: \S+)*/g)].map((found) => {
    const start = columns(line.slice(0, found.index));
    return { text: found[0], start, end: start + columns(found[0]) };
  });
  return cells.length >= 2 && cells.every(({ text }) => text.length <= LONGEST_CELL) ? cells : null;
}

/** Full-width spaces as two, all others as one. */
function evenSpaces(raw: string): string {
  return raw.replace(/\u3000/g, "  ").replace(/[\u00a0\u2000-\u200a\u202f]/g, " ");
}

/** Columns a text takes on a page of even type: two for a Chinese character. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}

/** Reads columns parted by single spaces: the same number of cells in each line, all but names and units figures. */
export function readSpacedRows(lines: readonly SourceLine[], at: number): CellStretch | null {
  const header = spacedCells(lines[at]?.raw ?? "");
  if (header === null || header.some(isFigureCell)) return null;
  const sureWidth = header.length >= SURE_WIDTH && isTelling([header]);
  const rows = [header];
  let to = at + 1;
  for (; to < lines.length; to++) {
    const cells = spacedCells(lines[to]?.raw ?? "");
    if (
      cells === null ||
      cells.length !== header.length ||
      !(isFigureOrNone(cells.at(-1) ?? "") || sureWidth)
    )
      break;
    rows.push(cells);
  }
  const sure = holdsFigures(rows.slice(0, 1), rows.slice(1), header.length > 2 ? 2 : 3);
  return sure ? { rows, at: rows.map((_, row) => at + row), next: to } : null;
}

function spacedCells(raw: string): string[] | null {
  if (raw.length > LONGEST_LINE || /[\t|<，。；]|(?<!^\s*其中)：/.test(raw)) return null;
  const cells = evenSpaces(raw).trim().split(/ +/);
  return cells.length >= 2 && cells.every((cell) => cell.length <= LONGEST_CELL) ? cells : null;
}
