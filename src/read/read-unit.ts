import type { Features } from "./features/feature.ts";
import type { Unit } from "./unit.ts";

/** A unit with the reader's judgement of it. */
export interface ReadUnit {
  readonly unit: Unit;
  /** Calibrated probability that the unit answers the question, 0 to 1: comparable between questions. */
  readonly probability: number;
  /** What the answerer's trees hold of it: the logarithm of the odds, not calibrated. */
  readonly odds: number;
  /** What the judgement was made from. */
  readonly features: Features;
}
