import { z } from "zod";

/** A rising line through points, fitted by isotonic regression: score → probability. */
export const calibrationSchema = z
  .strictObject({ scores: z.array(z.number()).min(2), probabilities: z.array(z.number().min(0).max(1)) })
  .refine(
    ({ scores, probabilities }) =>
      scores.length === probabilities.length && rises(scores, true) && rises(probabilities, false),
    { error: "scores rise, probabilities do not fall, and there are as many of both" },
  );

export type Calibration = z.infer<typeof calibrationSchema>;

const rises = (values: readonly number[], strictly: boolean): boolean =>
  values.every((value, at) => {
    const before = values[at - 1];
    return before === undefined || (strictly ? value > before : value >= before);
  });

/** The probability of a score: between two points on the line from one to the other, outside them that of the nearest. */
export function probabilityOf({ scores, probabilities }: Calibration, score: number): number {
  const above = scores.findIndex((each) => each >= score);
  const at = (index: number) => probabilities.at(index) ?? 0;
  if (above === -1) return at(-1);
  if (above === 0) return at(0);
  const [low = 0, high = 1] = [scores[above - 1], scores[above]];
  return at(above - 1) + ((score - low) / (high - low)) * (at(above) - at(above - 1));
}
