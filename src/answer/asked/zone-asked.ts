import { z } from "zod";
import { oncePerQuestion, type Sources } from "#answer/sources.ts";
import type { Question } from "#question/question.ts";
import placesFile from "./zones.json" with { type: "json" };

const pattern = z.string().min(1);
const places = z
  .object({ kinds: z.array(pattern).min(1), endings: pattern, behind: pattern })
  .parse(placesFile);

const KINDS: readonly RegExp[] = places.kinds.map((kind) => new RegExp(kind, "u"));
const NAMED = new RegExp(`^\\p{Script=Han}{2,}(?:${places.endings})$`, "u");
const BEHIND = new RegExp(`^(?:${places.behind})`, "u");
/** A name without an ending of its own (悦来). */
const BARE = /^\p{Script=Han}{2,4}$/u;
/** Share of the places where reports print a word that must show it to be a place. */
const OFTEN = 0.25;

/**
 * How reports call the zone, park or place inside a region whose figure a question asks for (徐水开发区…, 江北嘴的GDP): the
 * region's own figure is another. Null where it asks about none.
 */
export const zoneAsked = (question: Question, sources: Sources): RegExp | null =>
  zoneOf({ question, sources });

const zoneOf = oncePerQuestion(({ question, sources }): RegExp | null => {
  const { topic, indicators } = question;
  const rest = indicators.reduce((words, { phrase }) => words.replace(phrase, " "), topic);
  const kind = KINDS.find((zone) => zone.test(rest));
  if (kind !== undefined) return kind;
  const name = nameBefore(question);
  return name !== null && (NAMED.test(name) || isPlace(name, question, sources))
    ? new RegExp(name, "u")
    : null;
});

/** The word right before the indicator. */
function nameBefore({ topic, indicators }: Question): string | null {
  const [indicator, another] = indicators;
  if (indicator === undefined || another !== undefined) return null;
  const before = topic.split(indicator.phrase)[0] ?? "";
  const name = before.trim().split(" ").at(-1) ?? "";
  return /^\p{Script=Han}+$/u.test(name) && name.length < topic.length ? name : null;
}

/** Whether the reports of the regions asked often print the word as the beginning of a place's name. */
function isPlace(name: string, { regions }: Question, { outline, document }: Sources): boolean {
  if (!BARE.test(name)) return false;
  const behind = outline.documents
    .filter(({ region }) => region !== null && regions.includes(region))
    .flatMap(({ id }) => document(id)?.text.split(name).slice(1) ?? []);
  return behind.length > 0 && behind.filter((words) => BEHIND.test(words)).length >= OFTEN * behind.length;
}
