import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { valueDraft } from "#answer/figures/value.ts";
import { askedAs } from "#answer/words/asked-as.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { namedIndicator } from "#question/indicator/lookup-names.ts";
import { foldPlain } from "#text/fold.ts";

/** Asks back where several held regions bear the name: 鼓楼区 of 南京 or of 福州; null where every name is clear. */
export function unclearPlaceDraft(desk: Desk): Draft | null {
  const { unclearPlace, asked } = desk.question;
  if (unclearPlace === null) return null;
  const { written, readings } = unclearPlace;
  const named = readings.map((name) => `“${desk.region(name)}”`).join(desk.say("and.list"));
  return desk.clarification(
    [{ type: "paragraph", text: desk.say("clarify.place", { written, readings: named }) }],
    readings.map((name) => asked.replace(written, name)),
  );
}

/** 就业情况, 投资怎么样: the matter as a whole is asked about, and every reading tells of it. */
const AS_A_WHOLE = /情况|怎么样|怎样|如何|咋样|好不好|how (?:is|are|was|were) /;

/**
 * Asks back when the words mean several indicators and more than one of them is held for the place asked; where the
 * matter as a whole is asked about, tells them all.
 */
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
    return sources.rows({ ...scope, indicators: names, limit: 1 }).length > 0 ? [concept] : [];
  });
  if (readings.length < 2) return null;
  if (AS_A_WHOLE.test(foldPlain(question.asked)) && question.regions.length > 0) {
    const indicators = readings.map(({ id }) => namedIndicator(unclear.phrase, [id], question.measure));
    return valueDraft(new Desk({ ...question, indicators }, sources));
  }
  const [region = ""] = question.regions;
  const quoted = readings.map(({ name }) => `“${desk.indicator(name)}”`).join(say("and.list"));
  const text = say("clarify.indicator", { phrase: unclear.phrase, readings: quoted });
  return desk.clarification(
    [{ type: "paragraph", text }],
    readings.map(({ name }) => askedAs(desk, { region, years: question.years, indicator: name })),
  );
}
