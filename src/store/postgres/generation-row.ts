import { z } from "zod";
import { manifestSchema } from "#store/manifest.ts";

const fileSchema = z.object({ bytes: z.int().nonnegative(), sha256: z.string() }).strict();

/** What the row of the current generation tells of it, apart from its documents. */
export const generationSchema = manifestSchema
  .pick({ formatVersion: true, codeVersion: true, createdAt: true, corpusDigest: true, embedder: true })
  .extend({ graph: fileSchema, nodes: fileSchema })
  .strict();

export type GenerationRow = z.infer<typeof generationSchema>;
