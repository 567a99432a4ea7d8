import { z } from "zod";
import { INTENTS, type Intent } from "./intent.ts";
import { FEATURES, intentFeatures } from "./intent-features.ts";
import { intentProbabilities } from "./intent-probabilities.ts";
import weightsFile from "./intent-weights.json" with { type: "json" };

const { scale, weights } = z
  .object({
    intents: z
      .array(z.string())
      .refine((names) => names.join() === INTENTS.join(), "trained for other intents"),
    features: z.literal(FEATURES),
    scale: z.number().positive(),
    weights: z.base64().transform((text) => new Int8Array(Buffer.from(text, "base64"))),
  })
  .parse(weightsFile);

export interface IntentGuess {
  readonly intent: Intent;
  /** Probability of each intent, in the order of `INTENTS`; they sum to 1. */
  readonly probabilities: readonly number[];
}

/** The likeliest intent of a folded turn by the learned weights (softmax regression over runs of characters and signs). */
export function guessIntent(folded: string): IntentGuess {
  const probabilities = intentProbabilities(weights, intentFeatures(folded), scale);
  const best = INTENTS[probabilities.indexOf(Math.max(...probabilities))] ?? "report";
  return { intent: best, probabilities };
}
