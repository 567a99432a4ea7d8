import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { writtenForms } from "#text/places/gazetteer.ts";
import { passageDraft } from "./passage-draft.ts";
import { bestRead, SURELY } from "./read-choice.ts";
import { unitWords } from "./unheld.ts";

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
  const best = await bestRead(desk, null, { ending: "passage", least: SURELY });
  if (best === null) return null;
  const words = unitWords(desk, best.unit);
  const named = otherRegions.every((name) => writtenForms(name).some((form) => words.includes(form)));
  return named ? passageDraft(desk, "passage", SURELY) : null;
}
