import { z } from "zod";
import { FILE_FORMATS } from "#domain/file-format.ts";
import { metadataEntrySchema } from "#ingest/corpus-metadata.ts";

/**
 * What a child is asked to do with the bytes that follow: read a file of a format, read a text whole, or make a document of a
 * reading (then the bytes are its JSON).
 */
export const childJobSchema = z.discriminatedUnion("task", [
  z.strictObject({ task: z.literal("reading"), format: z.enum(FILE_FORMATS), bytes: z.int().nonnegative() }),
  z.strictObject({
    task: z.literal("text"),
    file: z.string(),
    metadata: metadataEntrySchema.nullable(),
    bytes: z.int().nonnegative(),
  }),
  z.strictObject({
    task: z.literal("document"),
    file: z.string(),
    format: z.enum(FILE_FORMATS),
    digest: z.string(),
    metadata: metadataEntrySchema.nullable(),
    bytes: z.int().nonnegative(),
  }),
]);

export type ChildJob = z.infer<typeof childJobSchema>;

/** The job as one line of JSON, then its bytes: the child knows where they end, and its input stays open while we live. */
export function jobHeader(job: ChildJob): string {
  return `${JSON.stringify(job)}\n`;
}

/** The descriptor that a child writes its result to: what libraries print on standard output is no result. */
export const RESULT_DESCRIPTOR = 3;
