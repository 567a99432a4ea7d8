import type { Question } from "#question/question.ts";

/** The typed slots carried from turn to turn. */
export type Slots = Omit<
  Question,
  "text" | "asked" | "language" | "gate" | "intent" | "aspect" | "indicatorShare" | "leans"
>;

export const EMPTY: Slots = {
  regions: [],
  otherRegions: [],
  inside: [],
  unclearPlace: null,
  years: [],
  relativeYear: null,
  indicators: [],
  kinds: [],
  yearKinds: {},
  places: [],
  sides: [],
  measure: null,
  operation: "passage",
  topic: "",
  residue: [],
  followUp: false,
  dangling: false,
};
