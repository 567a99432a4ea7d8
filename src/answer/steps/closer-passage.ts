import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { bestRead, LIKELY } from "#answer/passages/read-choice.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";

const MOSTLY_AMBIGUOUS = 0.7;

/** How much better than the indicator's share a passage must hold the question to be preferred to the table. */
const CLOSER = 0.1;

/** A passage, where the indicator is only a part of the question and the passage holds more of it. */
export async function closerPassage(desk: Desk, ending: Ending = "passage"): Promise<Draft | null> {
  const { indicatorShare, indicators, regions } = desk.question;
  // 汇源项目新增投资: a word for several indicators is seldom what a question that says more is about.
  const ambiguous = indicators.some(({ concepts }) => concepts.length > 1);
  if (isMostlyIndicator(desk.question) && (!ambiguous || indicatorShare >= MOSTLY_AMBIGUOUS)) return null;
  const best = await bestRead(desk, regions[0] ?? null, { ending, least: LIKELY });
  // A row of a table is told as the figure it prints.
  if (best === null || best.unit.kind === "row") return null;
  if ((best.features["covered"] ?? 0) < indicatorShare + CLOSER) return null;
  return passageDraft(desk, ending);
}
