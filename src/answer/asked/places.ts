import { z } from "zod";
import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { unitWords } from "#answer/passages/mismatch.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { bestRead, LIKELY, SURELY } from "#answer/passages/read-choice.ts";
import type { Sources } from "#answer/sources.ts";
import type { Question } from "#question/question.ts";
import { isPartOfQuotation } from "#question/words/quotation.ts";
import { writtenForms } from "#text/places/gazetteer.ts";
import { shortName } from "#text/places/place-names.ts";
import placesFile from "./foreign-places.json" with { type: "json" };

/** 凯里市 in 黔东南: a place without a report is looked for in the report of the held region around it, by its own name. */
export async function insideHeld(question: Question, sources: Sources): Promise<Draft | null> {
  const { regions, otherRegions, inside } = question;
  if (regions.length > 0 || otherRegions.length !== inside.length || inside.length === 0) return null;
  const around = [...new Set(inside.map(({ region }) => region))];
  // In the report around it the place is a word like others: what names it is looked for.
  const topic = [...inside.map(({ place }) => shortName(place)), question.topic].join(" ").trim();
  const asked = { ...question, regions: around, otherRegions: [], topic };
  return passageOfPlaces(new Desk(asked, sources), otherRegions, LIKELY);
}

/** The same with the place as the region, where rows of that place itself are held (a table of the counties of a city). */
export function withOwnRows(question: Question, { rows }: Sources): Question {
  const { regions, otherRegions, inside, indicators } = question;
  const names = indicators.flatMap((indicator) => indicator.names);
  if (
    regions.length > 0 ||
    inside.length === 0 ||
    inside.length !== otherRegions.length ||
    names.length === 0
  )
    return question;
  const held = otherRegions.filter(
    (region) => rows({ regions: [region], indicators: names, limit: 1 }).length > 0,
  );
  return held.length === 0 ? question : { ...question, regions: held, otherRegions: [] };
}

/**
 * 巴中市和哪个区结对, 参加全国百馆联动的是哪件作品: a place that no report is about, named by the very words that answer.
 * Null where a figure is asked, or the words that fit best do not name the place.
 */
export async function tellingOfPlace(desk: Desk): Promise<Draft | null> {
  return desk.question.indicators.length > 0
    ? null
    : passageOfPlaces(desk, desk.question.otherRegions, SURELY);
}

/** What the passage that fits best tells of the places named, by their names; null where it does not name them. */
async function passageOfPlaces(desk: Desk, places: readonly string[], least: number): Promise<Draft | null> {
  const best = await bestRead(desk, null, { ending: "passage", least });
  if (best === null) return null;
  const words = unitWords(desk, best.unit);
  const named = places.every((name) => writtenForms(name).some((form) => words.includes(form)));
  return named ? passageDraft(desk, "passage", least) : null;
}

/** Longest first, so that 印度尼西亚 goes before 印度. */
const names = z
  .object({ names: z.array(z.string().min(2)).min(1) })
  .parse(placesFile)
  .names.sort((one, other) => other.length - one.length);

/** 日本的人口有多少: a place abroad is one that no report is about, where no place held is named beside it. */
export function withForeignPlace(question: Question): Question {
  if (question.regions.length > 0 || question.otherRegions.length > 0) return question;
  const named = names.find((name) => isNamedIn(question.asked, name));
  return named === undefined ? question : { ...question, otherRegions: [named] };
}

/** Letters on either side make it another word (india in indiana), and “重庆小首尔” is a name of its own. */
function isNamedIn(asked: string, name: string): boolean {
  const at = asked.indexOf(name);
  const end = at + name.length;
  if (at < 0 || isPartOfQuotation(asked, { start: at, end })) return false;
  return !LETTER.test(asked.charAt(at - 1)) && !LETTER.test(asked.charAt(end));
}

const LETTER = /[a-z]/;
