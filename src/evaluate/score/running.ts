import type { Item } from "#evaluate/sets/item.ts";
import { type Estimate, percentile, share } from "./estimate.ts";

export interface LatencyScores {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  /** Milliseconds of the graded turns that were answered, ascending. */
  readonly milliseconds: readonly number[];
}

/**
 * Milliseconds from sending the graded turn to its whole response, as nearest-rank percentiles.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.6.2 (nearest rank).
 */
export function scoreLatency(items: readonly Item[]): LatencyScores {
  const times = items
    .flatMap(({ record }) => record.turns.at(-1) ?? [])
    .filter(({ response }) => response !== null)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    max: times.at(-1) ?? null,
    milliseconds: times,
  };
}

/**
 * Determinism: share of questions whose second asking in the same run gave the same bytes, the response's id aside;
 * nothing is measured when a run asked once.
 */
export function scoreDeterminism(items: readonly Item[]): Estimate {
  return share(
    items.flatMap(({ record }) =>
      record.repeatDigest === null ? [] : [record.repeatDigest === record.digest],
    ),
  );
}

/** Share of questions that got no answer at all. */
export function scoreFailures(items: readonly Item[]): Estimate {
  return share(items.map(({ response }) => response === null));
}
