import type { CellObject, Range, WorkSheet } from "@e965/xlsx";
import { isPrinted, type PrintedRange } from "./printed-range.ts";
import { cellWords, EMPTY, type GridCell, type SheetGrid } from "./sheet-grid.ts";

export interface SheetReading {
  readonly grid: SheetGrid;
  /** What has words and does not print. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly unprinted: number;
  /** Formulas that the file keeps no value of. */
  readonly valueless: number;
}

interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

/** The cells of a sheet that print, rows and columns without any words left out at the edges, merged ones with their spans. */
export function gridOf(
  name: string,
  sheet: WorkSheet,
  printed: readonly PrintedRange[] | null,
): SheetReading {
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let unprinted = 0;
  let valueless = 0;
  const found: FoundCell[] = [];
  for (const { row, column, cell } of cellsOf(sheet)) {
    if (cell.f !== undefined && cell.v === undefined) valueless += 1;
    const words = wordsOf(cell);
    if (words === null) continue;
    if (sheet["!cols"]?.[column]?.hidden === true) hiddenColumns.add(column);
    else if (sheet["!rows"]?.[row]?.hidden === true && !isMergeAnchor(sheet, row, column))
      hiddenRows.add(row);
    else if (!isPrinted(printed, row, column)) unprinted += 1;
    else
      found.push({
        row,
        column,
        cell: { ...words, rowSpan: 1, colSpan: 1, figure: isFigure(cell), column: column + 1 },
      });
  }
  const grid = { name, rows: rowsOf(found, sheet) };
  return { grid, hiddenRows: hiddenRows.size, hiddenColumns: hiddenColumns.size, unprinted, valueless };
}

function* cellsOf(sheet: WorkSheet): Generator<{ row: number; column: number; cell: CellObject }> {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  for (const [row, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) if (cell !== undefined) yield { row, column, cell };
  }
}

/** As printed. A fault of a formula (#REF!) tells nothing. */
function wordsOf(cell: CellObject): { text: string; indent: number } | null {
  if (cell.t === "z" || cell.t === "e") return null;
  const words = cellWords(String(cell.w ?? cell.v ?? ""));
  return words.text === "" ? null : words;
}

function isFigure(cell: CellObject): boolean {
  const year = typeof cell.v === "number" && Number.isInteger(cell.v) && cell.v >= 1949 && cell.v <= 2100;
  return cell.t === "n" && !year && /\d/.test(cell.w ?? String(cell.v ?? ""));
}

function isMergeAnchor(sheet: WorkSheet, row: number, column: number): boolean {
  return sheet["!merges"]?.some(({ s, e }) => s.r === row && s.c === column && e.r > row) ?? false;
}

/** The rows from the first to the last that has words, over the columns that have any. */
function rowsOf(found: readonly FoundCell[], sheet: WorkSheet): SheetGrid["rows"] {
  if (found.length === 0) return [];
  const columns = [...new Set(found.map(({ column }) => column))].sort((a, b) => a - b);
  const columnAt = new Map(columns.map((column, at) => [column, at]));
  const last = found.reduce((most, { row }) => Math.max(most, row), 0);
  const first = found.reduce((least, { row }) => Math.min(least, row), last);
  const visible = range(first, last).filter((row) => sheet["!rows"]?.[row]?.hidden !== true);
  const rowAt = new Map(visible.map((row, at) => [row, at]));
  const rows: (GridCell | null)[][] = visible.map(() => []);
  for (const { row, column, cell } of found) {
    const at = rowAt.get(row) ?? firstAt(rowAt, row, last);
    if (at !== null) put(rows[at], columnAt.get(column) ?? 0, cell);
  }
  for (const merge of sheet["!merges"] ?? []) span(rows, merge, { rowAt, columnAt });
  return rows.map((cells, at) => ({ sheetRow: (visible[at] ?? 0) + 1, cells }));
}

/** A merged cell that begins in a hidden row shows in the next row that prints. */
function firstAt(rowAt: ReadonlyMap<number, number>, from: number, last: number): number | null {
  for (let row = from; row <= last; row++) {
    const at = rowAt.get(row);
    if (at !== undefined) return at;
  }
  return null;
}

interface Places {
  readonly rowAt: ReadonlyMap<number, number>;
  readonly columnAt: ReadonlyMap<number, number>;
}

/** Gives the cell at a merged range's corner its spans, and marks the rest as covered. */
function span(rows: (GridCell | null)[][], { s, e }: Range, { rowAt, columnAt }: Places): void {
  const down = inside(rowAt, s.r, e.r);
  const right = inside(columnAt, s.c, e.c);
  const top = down[0];
  const left = right[0];
  if (top === undefined || left === undefined) return;
  const corner = rows[top]?.[left] ?? EMPTY;
  if (corner.text === "") return;
  for (const row of down) for (const column of right) put(rows[row], column, null);
  put(rows[top], left, { ...corner, rowSpan: down.length, colSpan: right.length });
}

function inside(places: ReadonlyMap<number, number>, from: number, to: number): number[] {
  if (to - from > places.size)
    return [...places].filter(([place]) => place >= from && place <= to).map(([, at]) => at);
  return range(from, to).flatMap((place) => places.get(place) ?? []);
}

function put(row: (GridCell | null)[] | undefined, at: number, cell: GridCell | null): void {
  if (row === undefined) return;
  while (row.length < at) row.push(EMPTY);
  row[at] = cell;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
