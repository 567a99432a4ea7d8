import { bareStart, hashedRuns } from "#question/hashed-runs.ts";

/** Buckets that runs of characters are hashed into. */
export const ASPECT_BUCKETS = 4096;

/**
 * The features of a folded question without its places: its runs of one to three characters, hashed, as indices into the
 * weights, each once. Years and other figures count as a figure only, and of the question its first 80 characters.
 */
export const aspectFeatures = (unplaced: string): number[] => [
  ...hashedRuns(bareStart(unplaced, 80).replace(/\d+(?:\.\d+)?年?/g, "#"), ASPECT_BUCKETS),
];
