import { best, type Hit } from "#store/hit.ts";
import type { RetrievalWeights } from "./weights.ts";

/** A passage on its way through the ranking. */
export interface Candidate extends Hit {
  readonly lexicalRank: number | null;
  readonly denseRank: number | null;
}

interface Lists {
  /** Best first. */
  readonly lexical: readonly Hit[];
  readonly dense: readonly Hit[];
  readonly mode: "hybrid" | "lexical" | "dense";
  readonly weights: RetrievalWeights;
  /** Factor on the score of a passage. */
  readonly gain: (hit: Hit) => number;
}

/** Weighted reciprocal rank fusion, then the gains; best first, ties in the order of the index. */
export function fuse({ lexical, dense, mode, weights, gain }: Lists): Candidate[] {
  const lexicalRanks = new Map(lexical.map((hit, at) => [hit.position, at + 1]));
  const denseRanks = new Map(dense.map((hit, at) => [hit.position, at + 1]));
  const share = (weight: number, rank: number | undefined) =>
    rank === undefined ? 0 : weight / (weights.k + rank);
  const positions = new Set([
    ...(mode === "dense" ? [] : lexicalRanks.keys()),
    ...(mode === "lexical" ? [] : denseRanks.keys()),
  ]);
  const candidates = [...positions].map((position): Candidate => {
    const lexicalRank = lexicalRanks.get(position);
    const denseRank = denseRanks.get(position);
    const score =
      (mode === "dense" ? 0 : share(weights.lexical, lexicalRank)) +
      (mode === "lexical" ? 0 : share(weights.dense, denseRank));
    return {
      position,
      score: score * gain({ position, score }),
      lexicalRank: lexicalRank ?? null,
      denseRank: denseRank ?? null,
    };
  });
  return best(candidates, candidates.length);
}
