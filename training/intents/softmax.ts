import { INTENTS } from "#question/intent/intent.ts";
import { FEATURES } from "#question/intent/intent-features.ts";
import {
  featureFactor,
  type IntentWeights,
  intentProbabilities,
  type TurnShown,
  vectorFactor,
} from "#question/intent/intent-probabilities.ts";
import type { Example } from "./examples.ts";

const EPOCHS = 8;
const RATE = 0.2;
const DECAY = 2e-5;
/** One epoch in so many is learned without vectors, so that the words alone tell where there are none. */
const WITHOUT_VECTORS = 4;
const SEED = 12345;

interface Learned extends IntentWeights {
  readonly features: Float64Array;
  readonly vector: Float64Array;
}

/** Weights of a softmax regression, learned with AdaGrad in a fixed order: the same data give the same weights. */
export function train(data: readonly Example[], dimensions: number): Learned {
  const zeros = (rows: number, value = 0) => new Float64Array(rows * INTENTS.length).fill(value);
  const weights = { features: zeros(FEATURES), vector: zeros(dimensions) };
  const squares = { features: zeros(FEATURES, 1e-6), vector: zeros(dimensions, 1e-6) };
  const into = {
    features: { weights: weights.features, squares: squares.features },
    vector: { weights: weights.vector, squares: squares.vector },
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(data, SEED + epoch);
    for (const example of order) {
      const turn: TurnShown =
        epoch % WITHOUT_VECTORS === 1 ? { features: example.features, vector: null } : example;
      const errors = intentProbabilities(weights, turn);
      errors[example.intent] = (errors[example.intent] ?? 0) - 1;
      for (let at = 0; at < errors.length; at++) errors[at] = (errors[at] ?? 0) * example.weight;
      const factor = featureFactor(turn);
      for (const row of turn.features) learn(into.features, row, factor, errors);
      const { vector } = turn;
      for (let row = 0; vector !== null && row < vector.length; row++)
        learn(into.vector, row, vectorFactor(vector[row] ?? 0), errors);
    }
  }
  return weights;
}

interface Learning {
  readonly weights: Float64Array;
  /** Sums of squared gradients. */
  readonly squares: Float64Array;
}

/** One step down for a row: plain loops, since it is run some hundred million times. */
function learn({ weights, squares }: Learning, row: number, factor: number, errors: Float64Array): void {
  const from = row * errors.length;
  for (let intent = 0; intent < errors.length; intent++) {
    const at = from + intent;
    const weight = weights[at] ?? 0;
    const gradient = (errors[intent] ?? 0) * factor + DECAY * weight;
    const square = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = square;
    weights[at] = weight - (RATE * gradient) / Math.sqrt(square);
  }
}

/** A shuffle that depends on its seed alone. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
