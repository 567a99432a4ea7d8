import { type FeatureGroup, flag } from "./feature.ts";

/** How retrieval ranked the passage the unit was cut from. */
export const passageRank: FeatureGroup = ({ unit: { passage, rank } }) => ({
  passageScore: passage.score,
  passageRank: rank,
  lexicalRank: passage.lexicalRank ?? ABSENT,
  denseRank: passage.denseRank ?? ABSENT,
  passageCoverage: passage.coverage,
  foundByMeaning: flag(passage.denseRank !== null),
});

/** A rank behind every list. */
const ABSENT = 200;
