import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { writtenForms } from "#text/regions.ts";
import { findCandidates } from "./find-candidates.ts";
import { answers, SURE, windowWords } from "./good-enough.ts";
import { passageDraft } from "./passage-draft.ts";

/**
 * 巴中市和哪个区结对, 参加全国百馆联动的是哪件作品: a place that no report is about, named by the very words that answer.
 * Null where a figure is asked, or the words that fit best do not name the place.
 */
export async function tellingOfPlace(desk: Desk): Promise<Draft | null> {
  const { indicators, otherRegions } = desk.question;
  if (indicators.length > 0) return null;
  const [best] = await findCandidates(desk, null);
  if (best === undefined || !answers(desk, best, SURE)) return null;
  const words = windowWords(desk, best);
  const named = otherRegions.every((name) => writtenForms(name).some((form) => words.includes(form)));
  return named ? passageDraft(desk, "passage", SURE) : null;
}
