import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { writtenForms } from "#text/places/gazetteer.ts";
import { findCandidates } from "./find-candidates.ts";
import { answers, SURE, windowWords } from "./good-enough.ts";
import { passageDraft } from "./passage-draft.ts";

/**
 * 巴中市和哪个区结对, 参加全国百馆联动的是哪件作品: a place that no report is about, named by the very words that answer.
 * Null where a figure is asked, or the words that fit best do not name the place.
 */
export async function tellingOfPlace(desk: Desk): Promise<Draft | null> {
  return desk.question.indicators.length > 0 ? null : passageOfPlace(desk);
}

/** What the passage that fits best tells of the places named, by their names; null where it does not name them. */
export async function passageOfPlace(desk: Desk): Promise<Draft | null> {
  const { otherRegions } = desk.question;
  const [best] = await findCandidates(desk, null);
  if (best === undefined || !answers(desk, best, SURE)) return null;
  const words = windowWords(desk, best);
  const named = otherRegions.every((name) => writtenForms(name).some((form) => words.includes(form)));
  return named ? passageDraft(desk, "passage", SURE) : null;
}
