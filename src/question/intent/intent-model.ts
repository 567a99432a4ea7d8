import { z } from "zod";
import { classProbabilities, quantisedWeights, type SoftmaxWeights } from "#question/softmax.ts";
import { INTENTS, type Intent } from "./intent.ts";
import { FEATURES, intentFeatures, type Named } from "./intent-features.ts";
import weightsFile from "./intent-weights.json" with { type: "json" };

const model = z
  .object({
    intents: z
      .array(z.string())
      .refine((names) => names.join() === INTENTS.join(), "trained for other intents"),
    rows: z.literal(FEATURES),
    embedder: z.string(),
    features: quantisedWeights,
    vector: quantisedWeights,
  })
  .parse(weightsFile);

const weights: SoftmaxWeights = model;

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
  const probabilities = classProbabilities(
    weights,
    { features: intentFeatures(folded, named), vector },
    INTENTS.length,
  );
  const best = INTENTS[probabilities.indexOf(Math.max(...probabilities))] ?? "report";
  return { intent: best, probabilities };
}
