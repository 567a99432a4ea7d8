/** A sheet as its reader sees it printed: hidden rows and columns are not in it. */
export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** Number of the row in its sheet, from 1. */
  readonly sheetRow: number;
  /**
   * One for each column that prints: the cell that begins there; `EMPTY` where nothing stands; null where a cell from the
   * left or from above covers the place. What is missing at the end is empty.
   */
  readonly cells: readonly (GridCell | null)[];
}

export interface GridCell {
  readonly text: string;
  readonly indent: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Stored as a number and printed as one, a year excepted. */
  readonly figure: boolean;
  /** Number of the column in its sheet, from 1; 0 for a cell that is not there. */
  readonly column: number;
}

export const EMPTY: GridCell = { text: "", indent: 0, rowSpan: 1, colSpan: 1, figure: false, column: 0 };

/** A cell with words, and the column of the grid it begins in. */
export interface PlacedCell {
  readonly at: number;
  readonly cell: GridCell;
}

/** The cells of a row that hold words and begin in it. */
export function textsOf(row: GridRow): PlacedCell[] {
  return row.cells.flatMap((cell, at) => (cell === null || cell.text === "" ? [] : [{ at, cell }]));
}

/** The columns `from` to `to` (excluded) of a grid, as a grid of their own. */
export function columnsOf(grid: SheetGrid, from: number, to: number): SheetGrid {
  const rows = grid.rows.map(({ sheetRow, cells }) => ({ sheetRow, cells: cells.slice(from, to) }));
  return { ...grid, rows };
}

const STEP = 2;

/** Words of a cell with white space folded, and how far they are set in: a full-width space or two others make a step. */
export function cellWords(raw: string): { text: string; indent: number } {
  const lead = /^[\s\u3000]*/.exec(raw)?.[0] ?? "";
  const width = [...lead].reduce((sum, space) => sum + (space === "\u3000" ? STEP : 1), 0);
  return { text: raw.replace(/\s+/gu, " ").trim(), indent: Math.ceil(width / STEP) };
}
