import { z } from "zod";
import type { Scores } from "./score/score.ts";

/** The level that a set must hold; recorded on a day when it was reached. */
export const gateSchema = z.strictObject({
  set: z.string(),
  questions: z.int().positive(),
  /** Least share of questions right and cited. */
  rightAndCited: z.number().min(0).max(1),
  recorded: z.string(),
});

export type Gate = z.infer<typeof gateSchema>;

/**
 * What keeps a run from passing, a sentence each; empty when it passes. It fails below the recorded level, with any
 * figure without ground, any quote that is not exact, any question without an answer, or when it is not of this set.
 */
export function checkGate(scores: Scores, gate: Gate): string[] {
  const { rightAndCited } = scores.overall;
  const { figures, citations, failures } = scores.components;
  const reached = rightAndCited.value ?? 0;
  const problems: string[] = [];
  if (scores.set !== gate.set || scores.asked !== gate.questions) {
    problems.push(
      `The gate is for ${gate.questions} questions of ${gate.set}, the run has ${scores.asked} of ${scores.set}.`,
    );
  }
  if (reached < gate.rightAndCited - 1e-9) {
    problems.push(
      `Right and cited fell to ${reached.toFixed(4)} from the recorded ${gate.rightAndCited.toFixed(4)}.`,
    );
  }
  if (figures.ungrounded > 0) {
    problems.push(`${figures.ungrounded} figures have no ground, in ${figures.questions.join(", ")}.`);
  }
  if (citations.exactness.value !== null && citations.exactness.value < 1) {
    problems.push("A quote is not the text between its offsets.");
  }
  if ((failures.value ?? 0) > 0) problems.push(`No answer came to ${scores.faults.asking.join(", ")}.`);
  return problems;
}

/** The gate that this run just passes. */
export function gateFrom(scores: Scores, on: Date): Gate {
  return {
    set: scores.set,
    questions: scores.asked,
    rightAndCited: scores.overall.rightAndCited.value ?? 0,
    recorded: on.toISOString().slice(0, 10),
  };
}
