import type { RawRow } from "#ingest/block.ts";
import { withoutLayoutSpaces, withoutMarks } from "#text/clean.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";
import { isBracketedUnit } from "#text/quantity-units.ts";
import type { FileRow } from "./file-reading.ts";

const WIDEST = 400;

export interface SpreadRows {
  /** One for each row of the file's table, its cells one for each column. */
  readonly rows: readonly Omit<RawRow, "line">[];
  /** For each column the one of its sheet, where cells know theirs. */
  readonly sheetColumns: readonly (number | null)[];
}

/**
 * Rows with a cell in every column: a name that spans rows stands in each of them, so that a row can be read alone, a figure
 * in the first; over several columns the words stand in the first, a unit in each.
 */
export function spreadSpans(rows: readonly FileRow[]): SpreadRows {
  const below: Covered[] = [];
  const sheetColumns: (number | null)[] = [];
  const spread = rows.map(({ cells }) => {
    const line: string[] = [];
    for (const cell of cells) {
      takeCovered(below, line);
      const text = cellText(cell.text);
      const wide = Math.min(cell.colSpan, WIDEST - line.length);
      if (cell.column !== undefined && cell.colSpan === 1) sheetColumns[line.length] ??= cell.column;
      for (let at = 0; at < wide; at++) {
        const rest = cell.rowSpan - 1;
        if (rest > 0) below[line.length] = { rows: rest, text: at > 0 || isFigureCell(text) ? "" : text };
        line.push(at === 0 || isBracketedUnit(text) ? text : "");
      }
    }
    takeCovered(below, line);
    const indent = cells.find(({ text }) => text.trim() !== "")?.indent ?? 0;
    return indent > 0 ? { cells: line, indent } : { cells: line };
  });
  return { rows: spread, sheetColumns: Array.from(sheetColumns, (column) => column ?? null) };
}

/** For how many rows a column is still covered from above, and with which words. */
interface Covered {
  readonly rows: number;
  readonly text: string;
}

function takeCovered(below: Covered[], line: string[]): void {
  for (let over = below[line.length]; over !== undefined && over.rows > 0; over = below[line.length]) {
    below[line.length] = { ...over, rows: over.rows - 1 };
    line.push(over.text);
  }
}

/** Words of a file as words of the text: what is no content goes, words and digits stay. */
export function cellText(raw: string): string {
  return withoutLayoutSpaces(withoutMarks(raw.replace(/\s+/gu, " ")));
}
