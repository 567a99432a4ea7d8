import type { Chunk } from "./chunk.ts";

/** A chunk with the reason it was found. */
export interface RankedPassage {
  readonly chunk: Chunk;
  /** Fused score; comparable within one search only. */
  readonly score: number;
  /** Rank from 1 in each list it appeared in, null when absent. */
  readonly lexicalRank: number | null;
  readonly denseRank: number | null;
  /** Share of the question's weight (idf) that the passage holds, 0 to 1: comparable across questions. */
  readonly coverage: number;
}

export interface PassageFilter {
  readonly regions?: readonly string[];
  readonly years?: readonly number[];
  readonly documents?: readonly string[];
}
