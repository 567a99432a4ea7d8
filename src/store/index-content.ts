import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import { digestOf } from "./durable.ts";

/** Everything an index is made from. */
export interface IndexContent {
  readonly documents: readonly SourceDocument[];
  readonly chunks: readonly Chunk[];
  readonly indicators: readonly IndicatorRow[];
  /** What editors said of single figures; the rows are as they are to be told. */
  readonly revisions?: readonly RevisedFigure[];
  /** One for each chunk, in the same order. */
  readonly vectors: readonly Float32Array[];
  readonly embedder: { readonly id: string; readonly dimensions: number };
  readonly corpusDigest: string;
  readonly codeVersion: string;
}

/** The words of a chunk that are embedded and searched. */
export function indexedText(chunk: Chunk): string {
  return chunk.context === "" ? chunk.text : `${chunk.context}\n${chunk.text}`;
}

/** Digest of the words that are embedded: equal digests share a vector. */
export function embeddingDigest(chunk: Chunk): string {
  return digestOf(indexedText(chunk));
}

/**
 * Refuses content whose parts do not fit together; publishing it would make an index that lies.
 * @throws RangeError naming the first chunk or vector at fault
 */
export function checkContent(content: IndexContent): void {
  const { chunks, vectors, documents, embedder } = content;
  if (vectors.length !== chunks.length) {
    throw new RangeError(`${chunks.length} chunks but ${vectors.length} vectors`);
  }
  for (const [position, vector] of vectors.entries()) {
    if (vector.length !== embedder.dimensions) {
      throw new RangeError(
        `vector ${position} has ${vector.length} dimensions, the embedder ${embedder.dimensions}`,
      );
    }
    if (!vector.every(Number.isFinite)) {
      throw new RangeError(`vector ${position} holds a number that is not finite`);
    }
  }
  const known = new Set(documents.map((document) => document.id));
  for (const part of [...chunks, ...content.indicators]) {
    if (!known.has(part.documentId)) throw new RangeError(`${part.id} belongs to no document of the index`);
  }
}
