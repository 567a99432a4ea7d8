import { conceptById } from "#indicators/catalogue.ts";
import type { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";

/** Asks back when the words mean several indicators and more than one of them is held for the place asked. */
export function ambiguityDraft(desk: Desk): Draft | null {
  const { question, sources, say } = desk;
  const unclear = question.indicators.find(({ concepts }) => concepts.length > 1);
  if (unclear === undefined) return null;
  const scope = {
    ...(question.regions.length > 0 ? { regions: question.regions } : {}),
    ...(question.years.length > 0 ? { years: question.years } : {}),
  };
  const readings = unclear.concepts.flatMap((id) => {
    const concept = conceptById(id);
    if (concept === undefined) return [];
    const names = concept.growthName === null ? [concept.name] : [concept.name, concept.growthName];
    return sources.rows({ ...scope, indicators: names, limit: 1 }).length > 0 ? [concept.name] : [];
  });
  if (readings.length < 2) return null;
  const where = question.regions.join("、");
  const when = question.years.map((year) => `${year}年`).join("、");
  const quoted = readings.map((name) => `“${name}”`).join("、");
  const text = say("clarify.indicator", { phrase: unclear.phrase, readings: quoted });
  return desk.clarification(
    [{ type: "paragraph", text }],
    readings.map((name) => `${where}${when}${name}是多少？`),
  );
}
