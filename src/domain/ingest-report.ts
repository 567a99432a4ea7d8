import type { FileFormat } from "./file-format.ts";

/** Something a person should know about one file; never stops the others. */
export interface IngestProblem {
  readonly file: string;
  readonly severity: "error" | "warning";
  /** Stable, e.g. `binary_file`, `too_large`, `empty_file`, `unplaced_line`, `row_shape`. */
  readonly code: string;
  readonly message: string;
  /** Line in the source file, from 1, when there is one. */
  readonly line: number | null;
}

/** Rows counted where they came in and where they were kept: a difference is a fault. */
export interface TableCount {
  readonly file: string;
  readonly table: string;
  readonly rowsIn: number;
  readonly rowsStored: number;
}

/** What became of one file: how long it took and what it holds. */
export interface FileReport {
  readonly file: string;
  /** Null when the file was not read. */
  readonly format: FileFormat | null;
  readonly pages: number | null;
  readonly seconds: number;
  readonly tables: number;
  readonly rows: number;
  readonly problems: number;
}
