import type { Box } from "./page-marks.ts";
import type { Line } from "./text-lines.ts";

/** A cell with its lines as printed and the ends of its place on the page. */
export interface PageCell {
  readonly lines: readonly Line[];
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Column of the grid at which it begins, from 0. */
  readonly column: number;
  readonly x0: number;
  readonly x1: number;
}

export interface PageRow {
  readonly page: number;
  readonly cells: readonly PageCell[];
}

/** The part of a table that stands on one page. */
export interface PageTable {
  readonly page: number;
  readonly box: Box;
  /** Places of the edges of its columns. */
  readonly edges: readonly number[];
  readonly rows: readonly PageRow[];
}
