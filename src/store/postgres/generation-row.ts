import { z } from "zod";
import { REVISION_VERDICTS } from "#domain/revision.ts";
import { manifestSchema } from "#store/manifest.ts";

const fileSchema = z.object({ bytes: z.int().nonnegative(), sha256: z.string() }).strict();

const revisionSchema = z.object({
  row: z.string(),
  documentId: z.string(),
  start: z.int(),
  end: z.int(),
  verdict: z.enum(REVISION_VERDICTS),
  printed: z.string(),
  corrected: z.string().nullable(),
  author: z.string(),
  reason: z.string(),
  date: z.string(),
});

/** What the row of the current generation tells of it, apart from its documents. */
export const generationSchema = manifestSchema
  .pick({ formatVersion: true, codeVersion: true, createdAt: true, corpusDigest: true, embedder: true })
  .extend({ graph: fileSchema, nodes: fileSchema, revisions: z.array(revisionSchema) })
  .strict();

export type GenerationRow = z.infer<typeof generationSchema>;
