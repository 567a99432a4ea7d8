import { z } from "zod";

const problems = z.array(z.object({ severity: z.string(), code: z.string(), message: z.string() }));

/** A file among the reports and what was read in it. */
export const deskReportSchema = z.object({
  file: z.string(),
  titles: z.array(z.string()),
  /** The reports read from it, with the ids they are shown by. */
  documents: z.array(z.object({ id: z.string(), title: z.string() })),
  format: z.string().nullable(),
  pages: z.int().nullable(),
  tables: z.int(),
  rowsIn: z.int(),
  rowsStored: z.int(),
  problems,
});

/** What adding a file would do, or did. */
export const deskChangeSchema = z.object({
  file: z.string(),
  change: z.enum(["new", "replaces", "same"]),
  titles: z.array(z.string()),
  tables: z.int(),
  rows: z.int(),
  problems,
});

export type DeskReport = z.infer<typeof deskReportSchema>;
export type DeskChange = z.infer<typeof deskChangeSchema>;

/** A file that is to be put among the reports. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly replace: boolean;
}
