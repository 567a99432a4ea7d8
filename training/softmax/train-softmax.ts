import { classProbabilities, featureFactor, type SoftmaxWeights, type TurnShown, vectorFactor } from "#question/softmax.ts";

/** A turn to learn from. */
export interface Example extends TurnShown {
  /** Its class, counted from 0. */
  readonly label: number;
  readonly weight: number;
}

const EPOCHS = 8;
const RATE = 0.2;
const DECAY = 2e-5;
/** One epoch in so many is learned without vectors, so that the words alone tell where there are none. */
const WITHOUT_VECTORS = 4;
const SEED = 12345;

interface Learned extends SoftmaxWeights {
  readonly features: Float64Array;
  readonly vector: Float64Array;
}

/** How many classes there are to tell apart, features a turn may show, and dimensions of its vector. */
interface Shape {
  readonly classes: number;
  readonly rows: number;
  readonly dimensions: number;
}

/** Weights of a softmax regression, learned with AdaGrad in a fixed order: the same data give the same weights. */
export function train(data: readonly Example[], { classes, dimensions, rows }: Shape): Learned {
  const zeros = (of: number, value = 0) => new Float64Array(of * classes).fill(value);
  const weights = { features: zeros(rows), vector: zeros(dimensions) };
  const squares = { features: zeros(rows, 1e-6), vector: zeros(dimensions, 1e-6) };
  const into = {
    features: { weights: weights.features, squares: squares.features },
    vector: { weights: weights.vector, squares: squares.vector },
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(data, SEED + epoch);
    for (const example of order) {
      const turn: TurnShown =
        epoch % WITHOUT_VECTORS === 1 ? { features: example.features, vector: null } : example;
      const errors = classProbabilities(weights, turn, classes);
      errors[example.label] = (errors[example.label] ?? 0) - 1;
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

/** Weights as they are kept: int8 in base64, with what each is multiplied with. */
export function quantised(weights: Float64Array) {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const bytes = Int8Array.from(weights, (weight) => (largest === 0 ? 0 : Math.round((weight / largest) * 127)));
  return { scale: largest / 127, weights: Buffer.from(bytes.buffer).toString("base64") };
}
