import type { Calibration } from "#read/calibrate.ts";

/** Isotonic regression by pooling neighbours that fall (PAV), as a rising line through the pools' means. */
export function isotonic(points: readonly { score: number; yes: number; weight: number }[]): Calibration {
  const pools: { score: number; yes: number; weight: number }[] = [];
  for (const point of [...points].sort((one, other) => one.score - other.score)) {
    pools.push({ score: point.score * point.weight, yes: point.yes * point.weight, weight: point.weight });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined || before.yes / before.weight < last.yes / last.weight) break;
      pools.splice(-2, 2, {
        score: before.score + last.score,
        yes: before.yes + last.yes,
        weight: before.weight + last.weight,
      });
    }
  }
  const least = LEAST_POOL * points.reduce((sum, { weight }) => sum + weight, 0);
  const merged: typeof pools = [];
  for (const pool of pools) {
    const last = merged.at(-1);
    if (last !== undefined && last.weight < least)
      merged.splice(-1, 1, { score: last.score + pool.score, yes: last.yes + pool.yes, weight: last.weight + pool.weight });
    else merged.push(pool);
  }
  const line = merged.map(({ score, yes, weight }) => ({ score: score / weight, probability: (yes + 0.5) / (weight + 1) }));
  const rising = line.filter(({ score }, at) => at === 0 || score > (line[at - 1]?.score ?? -Infinity) + 1e-6);
  let before = 0;
  return {
    scores: rising.map(({ score }) => Number(score.toPrecision(6))),
    probabilities: rising.map(({ probability }) => {
      before = Math.max(before, Number(probability.toPrecision(4)));
      return before;
    }),
  };
}

/** Share of all weight below which a pool is joined with the next: a few examples say little. */
const LEAST_POOL = 0.004;
