import { cues } from "#read/cues.ts";
import { type FeatureGroup, flag } from "./feature.ts";

/** Whether the question looks back or ahead, and whether the unit and its section do. */
export const tense: FeatureGroup = ({ folded, path }, { folded: asked, question }) => ({
  asksAhead: flag(cues.asks.ahead.test(asked) || question.kinds.includes("target")),
  asksBack: flag(cues.asks.back.test(asked) || question.kinds.includes("actual")),
  tellsAhead: flag(cues.tells.ahead.test(folded)),
  tellsBack: flag(cues.tells.back.test(folded)),
  sectionAhead: flag(cues.sections.ahead.test(path)),
  sectionBack: flag(cues.sections.back.test(path)),
  sectionOfProblems: flag(cues.sections.problems.test(path)),
});
