import type { Chunk } from "#domain/chunk.ts";
import { embeddingDigest } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";

/** Which vectors the last index lends, and what changed since. */
export interface VectorReuse {
  /** One for each chunk, null where it must be embedded. */
  readonly vectors: readonly (Float32Array | null)[];
  readonly counts: ReuseCounts;
}

export interface ReuseCounts {
  readonly kept: number;
  readonly added: number;
  /** New words in a section that lost as many others. */
  readonly updated: number;
  readonly deleted: number;
}

/**
 * Compares chunks with the last index by the digest of what is embedded: equal words keep their vector.
 * @param previous the last index when it was built by the same model, else null
 */
export function reuseVectors(previous: IndexReader | null, chunks: readonly Chunk[]): VectorReuse {
  const stored = [...(previous?.embedded() ?? [])];
  const known = new Map(stored.map(({ digest, vector }) => [digest, vector]));
  const digests = chunks.map(embeddingDigest);
  const vectors = digests.map((digest) => known.get(digest) ?? null);
  const present = new Set(digests);
  const lost = tally(stored.filter(({ digest }) => !present.has(digest)));
  const gained = tally(chunks.filter((_, position) => vectors[position] === null));
  let updated = 0;
  for (const [section, count] of gained) updated += Math.min(count, lost.get(section) ?? 0);
  const missing = vectors.filter((vector) => vector === null).length;
  const vanished = stored.filter(({ digest }) => !present.has(digest)).length;
  return {
    vectors,
    counts: {
      kept: chunks.length - missing,
      added: missing - updated,
      updated,
      deleted: vanished - updated,
    },
  };
}

/** How many chunks stand in each section. */
function tally(chunks: readonly { documentId: string; section: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { documentId, section } of chunks) {
    const key = JSON.stringify([documentId, ...section]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
