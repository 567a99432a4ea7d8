import { z } from "zod";
import { classProbabilities, quantisedWeights } from "#question/softmax.ts";
import { ASPECTS, type Aspect } from "./aspect.ts";
import { ASPECT_BUCKETS, aspectFeatures } from "./aspect-features.ts";
import weightsFile from "./aspect-weights.json" with { type: "json" };

const { features } = z
  .object({
    about: z.string(),
    aspects: z
      .array(z.string())
      .refine((names) => names.join() === ASPECTS.join(), "trained for other aspects"),
    rows: z.literal(ASPECT_BUCKETS),
    features: quantisedWeights,
  })
  .parse(weightsFile);

/** Below this probability a question asks for something narrower. */
const SURE = 0.5;

/**
 * What is asked of reports as a whole, by the learned weights.
 * @param unplaced the folded question without its places
 */
export function aspectOf(unplaced: string): Aspect {
  const shown = { features: aspectFeatures(unplaced), vector: null };
  const probabilities = classProbabilities({ features, vector: [] }, shown, ASPECTS.length);
  const most = Math.max(...probabilities);
  return most < SURE ? "other" : (ASPECTS[probabilities.indexOf(most)] ?? "other");
}
