import { INTENTS } from "./intent.ts";

/**
 * Softmax over the intents, in the order of `INTENTS`; it sums to 1. The model and its training share it.
 * @param weights a row of intents a feature
 * @param features indices of the features a turn shows, each once
 * @param scale what a weight is multiplied with
 */
export function intentProbabilities(
  weights: ArrayLike<number>,
  features: readonly number[],
  scale: number,
): number[] {
  const factor = scale / Math.sqrt(features.length);
  const scores = INTENTS.map((_, intent) =>
    features.reduce((sum, feature) => sum + (weights[feature * INTENTS.length + intent] ?? 0) * factor, 0),
  );
  const top = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - top));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((value) => value / sum);
}
