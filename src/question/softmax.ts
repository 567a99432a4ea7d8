import { z } from "zod";

/** What a turn looks like to a softmax: the features it shows, each once, and its vector where one was made. */
export interface TurnShown {
  readonly features: readonly number[];
  /** Of unit length. Null where no model made one: the features alone then tell. */
  readonly vector: readonly number[] | null;
}

/** A row of classes for each feature, and for each dimension of a vector. */
export interface SoftmaxWeights {
  readonly features: ArrayLike<number>;
  readonly vector: ArrayLike<number>;
}

/** Weights as they are kept: int8 in base64, each times `scale`. */
export const quantisedWeights = z
  .object({ scale: z.number().nonnegative(), weights: z.base64() })
  .transform(({ scale, weights }) =>
    Float32Array.from(new Int8Array(Buffer.from(weights, "base64")), (weight) => weight * scale),
  );

/** A turn's features together weigh 1, its vector this. */
const VECTOR_WEIGHT = 1.5;

/** What the row of each feature a turn shows is multiplied with; training and model share it. */
export const featureFactor = ({ features }: TurnShown): number => 1 / Math.sqrt(features.length);

/** What the row of a dimension is multiplied with. */
export const vectorFactor = (value: number): number => value * VECTOR_WEIGHT;

/** The probability of each of so many classes; they sum to 1. */
export function classProbabilities(weights: SoftmaxWeights, turn: TurnShown, classes: number): Float64Array {
  const scores = new Float64Array(classes);
  const factor = featureFactor(turn);
  for (const feature of turn.features) addRow(scores, weights.features, feature, factor);
  const { vector } = turn;
  for (let at = 0; vector !== null && at < vector.length; at++)
    addRow(scores, weights.vector, at, vectorFactor(vector[at] ?? 0));
  const top = Math.max(...scores);
  let sum = 0;
  for (const [at, score] of scores.entries()) sum += scores[at] = Math.exp(score - top);
  return scores.map((value) => value / sum);
}

function addRow(scores: Float64Array, weights: ArrayLike<number>, row: number, factor: number): void {
  for (let at = 0; at < scores.length; at++)
    scores[at] = (scores[at] ?? 0) + (weights[row * scores.length + at] ?? 0) * factor;
}
