import type { Place, Table } from "./document.ts";
import { lastBeginningBy, type Span } from "./span.ts";

/** Where a stretch of a report stands in its original, as far as it is known. */
export interface PlaceInOriginal {
  readonly page: number | null;
  readonly sheet: string | null;
  /** Number of the row in its sheet, from 1. */
  readonly row: number | null;
  /** `C12`, when the stretch lies in one cell of a sheet. */
  readonly cell: string | null;
}

interface Placed {
  readonly places: readonly Place[];
  readonly tables: readonly Pick<Table, "span" | "rows" | "sheetColumns">[];
}

/** Where the beginning of a span stands in the original; null for a text, and for what no place was told of. */
export function placeOf({ places, tables }: Placed, span: Span): PlaceInOriginal | null {
  const place = lastBeginningBy(places, ({ start }) => start, span.start);
  if (place === null || span.start >= place.end) return null;
  const { page, sheet, row } = place;
  return { page, sheet, row, cell: row === null ? null : cellOf(tables, span, row) };
}

function cellOf(tables: Placed["tables"], span: Span, row: number): string | null {
  const table = lastBeginningBy(tables, (one) => one.span.start, span.start);
  const cells = table?.rows.find((one) => one.span.start <= span.start && span.end <= one.span.end)?.cells;
  const at = cells?.findIndex((cell) => cell.start <= span.start && span.end <= cell.end) ?? -1;
  const column = table?.sheetColumns?.[at] ?? null;
  return column === null ? null : `${columnLetters(column)}${row}`;
}

/** 1 → A, 27 → AA, as sheets name their columns. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
