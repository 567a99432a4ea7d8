/** Rows found from a line on, cells as printed. */
export interface CellStretch {
  readonly rows: readonly (readonly string[])[];
  /** The line each row was read from. */
  readonly at: readonly number[];
  /** Index of the first line behind. */
  readonly next: number;
}
