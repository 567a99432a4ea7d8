import { cues } from "#read/cues.ts";
import { type FeatureGroup, flag } from "./feature.ts";

/** What the unit looks like, whatever is asked. */
export const form: FeatureGroup = ({ folded, unit, document }) => ({
  length: Math.min(folded.length, LONGEST),
  isRow: flag(unit.kind === "row"),
  isHead: flag(unit.kind === "head"),
  isDefinition: flag(unit.kind === "definition"),
  inTable: flag(unit.passage.chunk.kind === "table"),
  ordinal: unit.ordinal,
  greeting: flag(cues.tells.greeting.test(folded)),
  slogan: flag(cues.tells.slogan.test(folded)),
  endsOpen: flag(folded.endsWith(":")),
  pointsBack: flag(/^(?:其中|该|此|这|上述|同时|另外)/u.test(folded)),
  depth: unit.passage.chunk.section.length,
  place: document.text.length === 0 ? 0 : unit.start / document.text.length,
  fromStart: Math.min(unit.start, BEGINNING),
});

/** Characters in which a report greets and names its maker. */
const BEGINNING = 3000;

/** Longer units differ no more. */
const LONGEST = 400;
