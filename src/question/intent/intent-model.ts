import { z } from "zod";
import { INTENTS, type Intent } from "./intent.ts";
import { FEATURES, intentFeatures, type Named } from "./intent-features.ts";
import { type IntentWeights, intentProbabilities } from "./intent-probabilities.ts";
import weightsFile from "./intent-weights.json" with { type: "json" };

/** Weights as they are kept: int8 in base64, each times `scale`. */
const quantised = z
  .object({ scale: z.number().positive(), weights: z.base64() })
  .transform(({ scale, weights }) =>
    Float32Array.from(new Int8Array(Buffer.from(weights, "base64")), (weight) => weight * scale),
  );

const model = z
  .object({
    intents: z
      .array(z.string())
      .refine((names) => names.join() === INTENTS.join(), "trained for other intents"),
    rows: z.literal(FEATURES),
    embedder: z.string(),
    features: quantised,
    vector: quantised,
  })
  .parse(weightsFile);

const weights: IntentWeights = model;

/** Id of the model whose vectors the weights were learned with: those of another mean nothing to them. */
export const INTENT_EMBEDDER = model.embedder;

/** Vectors of turns by their folded words; of a turn that is not in it the words alone tell. */
export type TurnVectors = ReadonlyMap<string, readonly number[]>;

export interface IntentGuess {
  readonly intent: Intent;
  /** Probability of each intent, in the order of `INTENTS`; they sum to 1. */
  readonly probabilities: Float64Array;
}

/** The likeliest intent of a folded turn by the learned weights: a softmax over what it looks like and what it means. */
export function guessIntent(folded: string, named: Named, vectors?: TurnVectors): IntentGuess {
  const vector = vectors?.get(folded) ?? null;
  const probabilities = intentProbabilities(weights, { features: intentFeatures(folded, named), vector });
  const best = INTENTS[probabilities.indexOf(Math.max(...probabilities))] ?? "report";
  return { intent: best, probabilities };
}
