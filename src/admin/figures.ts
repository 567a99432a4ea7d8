import { z } from "zod";

const verdict = z.enum(["confirmed", "corrected", "hidden", "withdrawn"]);

/** What an editor says of a figure; the day is added when it is taken. */
export const revisionRequestSchema = z.strictObject({
  /** Id of its row, as `/api/indicators` gives it. */
  row: z.string().min(1).max(300),
  verdict,
  /** The cell as printed. */
  printed: z.string().min(1).max(500),
  value: z.string().max(60).optional(),
  unit: z.string().max(30).optional(),
  author: z.string().min(1).max(100),
  reason: z.string().min(1).max(500),
});

/** A figure that somebody should look at. */
export const doubtfulFigureSchema = z.object({
  /** Out of its series by a factor of ten, told otherwise elsewhere, left open by the report, or read unsurely. */
  doubt: z.enum(["series", "conflict", "unknown", "confidence"]),
  row: z.string(),
  documentId: z.string(),
  start: z.int(),
  end: z.int(),
  region: z.string().nullable(),
  year: z.int(),
  indicator: z.string(),
  kind: z.string(),
  /** The cell as printed, and as a reader is told it. */
  printed: z.string(),
  told: z.string(),
  /** What it is held against: year, kind and figure. */
  against: z.string().nullable(),
});

export const deskFiguresSchema = z.object({
  /** How many there are of each doubt; the list holds the first of them. */
  counts: z.record(z.string(), z.int()),
  doubtful: z.array(doubtfulFigureSchema),
  /** What was said so far and counts, last first. */
  revisions: z.array(revisionRequestSchema.extend({ date: z.string() })),
  /** Lines of the file that do not count, and why. */
  problems: z.array(z.object({ line: z.int().nullable(), message: z.string() })),
});

export type RevisionRequest = z.infer<typeof revisionRequestSchema>;
export type DoubtfulFigure = z.infer<typeof doubtfulFigureSchema>;
export type DeskFigures = z.infer<typeof deskFiguresSchema>;
