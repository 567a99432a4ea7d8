/** A mean over questions with its 95 % interval; all null when nothing could be measured. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many questions the mean is over. */
  readonly n: number;
}

const RESAMPLES = 1000;
const SEED = 20_240_607;

/**
 * Mean of `values` with a percentile bootstrap interval: 1,000 resamples with replacement, the 2.5th and 97.5th
 * percentile of their means. The random numbers are seeded, so the same values give the same interval.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  if (n === 0) return { value: null, low: null, high: null, n };
  const random = mulberry32(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < n; drawn += 1) sum += values[Math.floor(random() * n)] ?? 0;
    return sum / n;
  }).sort((a, b) => a - b);
  return { value: mean(values), low: percentile(means, 0.025), high: percentile(means, 0.975), n };
}

/** Share of `true` with its interval. */
export function share(outcomes: readonly boolean[]): Estimate {
  return estimate(outcomes.map(Number));
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Nearest-rank percentile of ascending values: the smallest that at least the part `p` does not exceed. */
export function percentile(ascending: readonly number[], p: number): number | null {
  return ascending[Math.max(0, Math.ceil(p * ascending.length) - 1)] ?? null;
}

/** A small generator of numbers in [0, 1), fixed by its seed (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
