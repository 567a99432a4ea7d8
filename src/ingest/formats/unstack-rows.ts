import type { DraftCell, DraftRow } from "./draft-row.ts";
import { foldSpace, LINE_BREAK } from "./fold-space.ts";

const FIGURE = /^[-−－+(（]?[\d,，]*\d(?:\.\d+)?[)）%％‰]?$|^[-—－–…/]+$/u;
/** Two lines in a cell may be a name broken by its width; three figures under one another are three rows. */
const LEAST = 3;

/**
 * Rows whose cells hold whole columns, a value a line, as converters write tables without row rules: each line becomes a row.
 * Only where every cell has as many lines, so that no figure can meet another's name.
 */
export function unstackRows(rows: readonly DraftRow[]): DraftRow[] {
  return rows.flatMap((row) => unstack(row) ?? [row]);
}

function unstack(row: DraftRow): DraftRow[] | null {
  if (row.cells.length < 2 || row.cells.some(({ rowSpan }) => rowSpan > 1)) return null;
  const cells = row.cells
    .map((cell) => ({ cell, lines: linesOf(cell.text) }))
    .filter(({ lines }) => lines.length > 0);
  const height = cells[0]?.lines.length ?? 0;
  if (height < LEAST || cells.some(({ lines }) => lines.length !== height)) return null;
  if (!cells.some(({ lines }) => lines.every(isFigures))) return null;
  const columns = row.cells.map((cell) => columnsOf(cell, height));
  if (columns.includes(null)) return null;
  return Array.from({ length: height }, (_, at) => ({
    ...row,
    cells: columns.flatMap((column) => column?.[at] ?? []),
  }));
}

/** A cell's lines as cells; one over several columns parts its lines at the tabs, a field a column. */
function columnsOf(cell: DraftCell, height: number): DraftCell[][] | null {
  const lines = linesOf(cell.text);
  if (lines.length === 0) return Array.from({ length: height }, () => [{ ...cell, text: "" }]);
  if (cell.colSpan === 1) return lines.map((text) => [{ ...cell, text }]);
  const fields = lines.map(fieldsOf);
  if (fields.some((each) => each.length !== cell.colSpan)) return null;
  return fields.map((each) => each.map((text) => ({ ...cell, text, colSpan: 1 })));
}

function linesOf(text: string): string[] {
  return text.split(LINE_BREAK).filter((line) => foldSpace(line) !== "");
}

function fieldsOf(line: string): string[] {
  return line.split("\t").map(foldSpace).filter(Boolean);
}

function isFigures(line: string): boolean {
  const fields = fieldsOf(line);
  return fields.length > 0 && fields.every((field) => FIGURE.test(field));
}
