/** One chunk that a search found. */
export interface Hit {
  /** Position of the chunk in the index. */
  readonly position: number;
  readonly score: number;
}

/** The first `limit`, best first; equal scores in the order of the index. Sorts in place. */
export function best<Found extends Hit>(hits: Found[], limit: number): Found[] {
  return hits.sort((one, other) => other.score - one.score || one.position - other.position).slice(0, limit);
}
