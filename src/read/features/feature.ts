import type { Asked, Seen } from "#read/seen.ts";

/** Named numbers that tell something of a unit or of the question it is read for; 0 where they do not apply. */
export type Features = Readonly<Record<string, number>>;

/** A small group of features; pure. */
export type FeatureGroup = (seen: Seen, asked: Asked) => Features;

/** A yes or no as a number. */
export const flag = (holds: boolean): number => (holds ? 1 : 0);
