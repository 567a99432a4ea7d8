import { createHash } from "node:crypto";
import { z } from "zod";

/** Raised whenever the meaning of an index file changes: an older index is then rebuilt. */
export const INDEX_FORMAT = 6;

/** The files of one version besides its manifest. */
export const INDEX_FILES = [
  "corpus.sqlite",
  "lexical.bin",
  "vectors.f32",
  "vectors.hnsw",
  "vectors.nodes",
] as const;

export const MANIFEST_FILE = "manifest.json";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.object({ bytes: z.int().nonnegative(), sha256: digest }).strict();

export const manifestSchema = z
  .object({
    formatVersion: z.int().positive(),
    /** Digest of whatever turned files into rows; another one makes the index stale. */
    codeVersion: z.string(),
    /** ISO 8601 in UTC. */
    createdAt: z.string(),
    corpusDigest: z.string(),
    embedder: z.object({ id: z.string(), dimensions: z.int().positive() }).strict(),
    counts: z
      .object({
        documents: z.int().nonnegative(),
        chunks: z.int().nonnegative(),
        indicators: z.int().nonnegative(),
      })
      .strict(),
    files: z.object({
      "corpus.sqlite": fileSchema,
      "lexical.bin": fileSchema,
      "vectors.f32": fileSchema,
      "vectors.hnsw": fileSchema,
      "vectors.nodes": fileSchema,
    }),
  })
  .strict();

/**
 * Names what an index was built from and by: equal corpora, model and program give equal ids on any machine, and another
 * report gives another one.
 */
export function generationOf({
  corpusDigest,
  codeVersion,
  embedder,
}: Pick<Manifest, "corpusDigest" | "codeVersion"> & { readonly embedder: { readonly id: string } }): string {
  const parts = [INDEX_FORMAT, codeVersion, corpusDigest, embedder.id];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** What one published index is made of, and the SHA-256 of each of its files. */
export type Manifest = z.infer<typeof manifestSchema>;
export type IndexFile = (typeof INDEX_FILES)[number];
