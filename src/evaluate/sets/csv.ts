/** A table as read: its rows of cells, each row with its number as a spreadsheet shows it, from 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV as RFC 4180 has it: quoted cells may hold commas, line breaks and doubled quotes. A byte-order mark is
 * dropped, empty rows are passed over but counted.
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let row = 1;
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, "").matchAll(CELL)) {
    cells.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ row, cells });
    cells = [];
    row += 1;
  }
  return rows;
}

/** One cell, quoted or plain, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"[ \t]*|([^,\r\n]*))(,|\r\n|\n|\r|$)/g;
