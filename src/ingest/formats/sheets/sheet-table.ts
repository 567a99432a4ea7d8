import type { FileBlock, FileCell } from "#ingest/formats/file-reading.ts";
import { EMPTY, type GridCell, type GridRow } from "./sheet-grid.ts";
import { holdsFigures } from "./table-lines.ts";

type TableBlock = Extract<FileBlock, { kind: "table" }>;

/** Rows of a sheet as a table, columns without a word left out; null when they are no two rows over two columns. */
export function tableOf(rows: readonly GridRow[], sheet: string): TableBlock | null {
  const columns = columnsWithWords(rows);
  if (rows.length < 2 || columns.length < 2) return null;
  return {
    kind: "table",
    headerRows: headerHeight(rows),
    origin: { page: null, sheet: sheet === "" ? null : sheet },
    rows: rows.map((row, at) => ({
      cells: columns.flatMap((column) => {
        const cell = at < rows.length ? (column < row.cells.length ? row.cells[column] : EMPTY) : EMPTY;
        return cell === null || cell === undefined ? [] : [fileCell(cell, column, columns, rows.length - at)];
      }),
      page: null,
      sheetRow: row.sheetRow,
    })),
  };
}

function columnsWithWords(rows: readonly GridRow[]): number[] {
  const columns = new Set<number>();
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) if (cell !== null && cell.text !== "") columns.add(at);
  return [...columns].sort((a, b) => a - b);
}

function fileCell(cell: GridCell, at: number, columns: readonly number[], below: number): FileCell {
  const { text, indent, column } = cell;
  const colSpan = columns.filter((each) => each >= at && each < at + cell.colSpan).length;
  const spans = { rowSpan: Math.min(cell.rowSpan, below), colSpan: Math.max(1, colSpan) };
  return column === 0 ? { text, indent, ...spans } : { text, indent, ...spans, column };
}

/**
 * Rows that head the columns: the first, what cells merged downwards in them reach, and the row under a cell merged
 * sideways; never a row of figures. Null when the first row holds figures.
 */
function headerHeight(rows: readonly GridRow[]): number | null {
  const firstData = rows.findIndex(holdsFigures);
  const most = firstData < 0 ? rows.length - 1 : firstData;
  if (most === 0) return null;
  let height = 1;
  for (let at = 0; at < Math.min(height, most); at++) {
    for (const cell of rows[at]?.cells ?? []) {
      if (cell === null || cell.text === "") continue;
      height = Math.max(height, at + cell.rowSpan + (cell.colSpan > 1 ? 1 : 0));
    }
  }
  return Math.min(height, most);
}
