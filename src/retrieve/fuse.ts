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

/** A passage in one list: its rank from 1, and its score as a share of the best one's. */
interface Place {
  readonly rank: number;
  readonly share: number;
}

/**
 * Weighted sum of both lists' scores, then the gains; best first, ties in the order of the index. Scores and not ranks,
 * since a first hit far ahead of the second says more than one hardly ahead. A lexical score is 0 where no word is
 * shared, so its share is of the best; any two texts have a likeness, so a dense score counts from the end of its list.
 */
export function fuse({ lexical, dense, mode, weights, gain }: Lists): Candidate[] {
  const byWords = mode === "dense" ? new Map<number, Place>() : placesOf(lexical, 0);
  const byMeaning = mode === "lexical" ? new Map<number, Place>() : placesOf(dense, dense.at(-1)?.score ?? 0);
  const positions = new Set([...byWords.keys(), ...byMeaning.keys()]);
  const candidates = [...positions].map((position): Candidate => {
    const lexicalPlace = byWords.get(position);
    const densePlace = byMeaning.get(position);
    const score = weights.lexical * (lexicalPlace?.share ?? 0) + weights.dense * (densePlace?.share ?? 0);
    return {
      position,
      score: score * gain({ position, score }),
      lexicalRank: lexicalPlace?.rank ?? null,
      denseRank: densePlace?.rank ?? null,
    };
  });
  return best(candidates, candidates.length);
}

/** By position. Shares run from 0 at `zero` to 1 at the best score. */
function placesOf(hits: readonly Hit[], zero: number): Map<number, Place> {
  const range = (hits[0]?.score ?? zero) - zero;
  return new Map(
    hits.map(({ position, score }, at) => [
      position,
      { rank: at + 1, share: range > 0 ? (score - zero) / range : 1 },
    ]),
  );
}
