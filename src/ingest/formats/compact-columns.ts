import type { DraftCell, DraftRow } from "./draft-row.ts";
import { ReadingFault } from "./reading-fault.ts";

/** No table that people made is wider, or holds so many open cells at once. */
const MOST_COLUMNS = 1_000;
const MOST_REACHING = 5_000;

export interface PlacedCell {
  readonly cell: DraftCell;
  readonly from: number;
  readonly to: number;
}

/**
 * The same rows with spans that fit: a cell reaches no further down than the table, and columns in which no cell begins are
 * gone (a title over 100,000 columns of a table of four spans four). Tells how many columns are left. Throws ReadingFault.
 */
export function compactColumns(rows: readonly DraftRow[]): { rows: DraftRow[]; columns: number } {
  const placed = placeCells(rows);
  const starts = [...new Set(placed.flat().map(({ from }) => from))].sort((one, other) => one - other);
  if (starts.length > MOST_COLUMNS)
    throw new ReadingFault("too_large", `it has a table of more than ${MOST_COLUMNS} columns`);
  const place = new Map(starts.map((start, at) => [start, at]));
  const compacted = rows.map((row, at) => ({
    ...row,
    cells: (placed[at] ?? []).map(({ cell, from, to }) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, rows.length - at),
      colSpan: Math.max(1, countBelow(starts, to) - (place.get(from) ?? 0)),
    })),
  }));
  return { rows: compacted, columns: starts.length };
}

/** Each row's cells with the columns they cover, cells from rows above stepped over. */
export function placeCells(rows: readonly DraftRow[]): PlacedCell[][] {
  let reaching: { from: number; to: number; until: number }[] = [];
  return rows.map((row, at) => {
    reaching = reaching.filter(({ until }) => until > at).sort((one, other) => one.from - other.from);
    if (reaching.length > MOST_REACHING)
      throw new ReadingFault("too_large", `it has a table of more than ${MOST_COLUMNS} columns`);
    const here: PlacedCell[] = [];
    let column = 0;
    let next = 0;
    for (const cell of row.cells) {
      for (let above = reaching[next]; above !== undefined && above.from <= column; above = reaching[next]) {
        column = Math.max(column, above.to);
        next += 1;
      }
      here.push({ cell, from: column, to: column + cell.colSpan });
      column += cell.colSpan;
    }
    for (const { cell, from, to } of here)
      if (cell.rowSpan > 1) reaching.push({ from, to, until: at + cell.rowSpan });
    return here;
  });
}

/** How many of the sorted numbers lie below a bound. */
function countBelow(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
