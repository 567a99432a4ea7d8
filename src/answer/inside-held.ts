import type { Question } from "#question/question.ts";
import { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { passageOfPlace } from "./passages/of-place.ts";
import type { Sources } from "./sources.ts";

/** 凯里市 in 黔东南: a place without a report is looked for in the report of the held region around it, by its own name. */
export async function insideHeld(question: Question, sources: Sources): Promise<Draft | null> {
  const { regions, otherRegions, inside } = question;
  if (regions.length > 0 || otherRegions.length !== inside.length || inside.length === 0) return null;
  const around = [...new Set(inside.map(({ region }) => region))];
  return passageOfPlace(new Desk({ ...question, regions: around }, sources));
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
