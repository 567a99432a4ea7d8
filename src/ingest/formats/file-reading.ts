import { z } from "zod";

/**
 * What every reader of a file format yields: the same blocks, in reading order, whatever the format. Plain data, since a
 * file is read in a process of its own and its reading crosses back as JSON, and is kept as JSON by the file's digest.
 */

/** Where a block stands in the original: page from 1 (PDF, OFD, Word where it says so), sheet by name (workbooks). */
export const originSchema = z.strictObject({
  page: z.int().positive().nullable(),
  sheet: z.string().nullable(),
});

export const fileCellSchema = z.strictObject({
  /** As printed, white space folded, marks kept (3.7%, 1,234.5, (5.7), ↓1.6). */
  text: z.string(),
  rowSpan: z.int().positive(),
  colSpan: z.int().positive(),
  /** Steps of indentation before the text, 0 when none: a part is set in under its whole. */
  indent: z.int().nonnegative(),
  /** The cell's own column in its sheet, from 1; left out where there is none. */
  column: z.int().positive().optional(),
});

export const fileRowSchema = z.strictObject({
  /** The cells that begin in this row, left to right; what spans reach in from the left or above is not repeated. */
  cells: z.array(fileCellSchema),
  /** Page of this row, since a table may run over pages. */
  page: z.int().positive().nullable(),
  /** The row's own number in its sheet, from 1. */
  sheetRow: z.int().positive().nullable(),
});

export const fileBlockSchema = z.discriminatedUnion("kind", [
  /** A heading that the file marks as one, 1 outermost. One that only its words show (一、) is a paragraph. */
  z.strictObject({
    kind: z.literal("heading"),
    level: z.int().min(1).max(9),
    text: z.string(),
    origin: originSchema,
  }),
  /** One whole paragraph, words broken by lines joined, its automatic number written out (（一）…). */
  z.strictObject({ kind: z.literal("paragraph"), text: z.string(), origin: originSchema }),
  z.strictObject({
    kind: z.literal("table"),
    rows: z.array(fileRowSchema),
    /** Rows that the file marks as header (th, repeated header row), or null when the cells must tell. */
    headerRows: z.int().nonnegative().nullable(),
    origin: originSchema,
  }),
  /** A footnote, an endnote, or a line under a table. */
  z.strictObject({ kind: z.literal("note"), text: z.string(), origin: originSchema }),
]);

/** What the file says of itself beside its text; each null when it says nothing. */
export const fileFactsSchema = z.strictObject({
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  /** ISO date. */
  published: z.string().nullable(),
  /** Address the page was saved from. */
  url: z.string().nullable(),
});

export const fileProblemSchema = z.strictObject({
  severity: z.enum(["error", "warning"]),
  /** Stable: `scanned`, `encrypted`, `damaged`, `garbled_fonts`, `hidden_left_out`, `formula_without_value` … */
  code: z.string(),
  /** What, where and what to do, for an operator. */
  message: z.string(),
});

export const fileReadingSchema = z.strictObject({
  blocks: z.array(fileBlockSchema),
  facts: fileFactsSchema,
  problems: z.array(fileProblemSchema),
  /** Number of pages; null for formats that have none. */
  pages: z.int().positive().nullable(),
});

export type Origin = z.infer<typeof originSchema>;
export type FileCell = z.infer<typeof fileCellSchema>;
export type FileRow = z.infer<typeof fileRowSchema>;
export type FileBlock = z.infer<typeof fileBlockSchema>;
export type FileFacts = z.infer<typeof fileFactsSchema>;
export type FileProblem = z.infer<typeof fileProblemSchema>;
export type FileReading = z.infer<typeof fileReadingSchema>;

/**
 * A reader of one format. A file that cannot be read whole yields no blocks and one problem of severity `error`: never half
 * a reading. It may throw on bytes nobody foresaw; the process that runs it turns that into such a problem.
 */
export type FormatReader = (bytes: Uint8Array) => Promise<FileReading>;
