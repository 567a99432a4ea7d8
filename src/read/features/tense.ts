import { cues } from "#read/cues.ts";
import { type FeatureGroup, flag } from "./feature.ts";

/** 五年累计, 年均: of several years together. */
const OF_YEARS =
  /累计|年均|平均每年|[两三四五十]年(?:来|间|内|共|总)?(?!级|制|期以)|“?十[一二三四]?五”?(?:期间|时期)/u;

/** Whether the question looks back or ahead and asks of several years together, and whether the unit and its section do. */
export const tense: FeatureGroup = ({ folded, path }, { folded: asked, question }) => ({
  asksAhead: flag(cues.asks.ahead.test(asked) || question.kinds.includes("target")),
  asksBack: flag(cues.asks.back.test(asked) || question.kinds.includes("actual")),
  tellsAhead: flag(cues.tells.ahead.test(folded)),
  tellsBack: flag(cues.tells.back.test(folded)),
  asksOfYears: flag(OF_YEARS.test(asked)),
  tellsOfYears: flag(OF_YEARS.test(folded)),
  sectionAhead: flag(cues.sections.ahead.test(path)),
  sectionBack: flag(cues.sections.back.test(path)),
  sectionOfProblems: flag(cues.sections.problems.test(path)),
});
