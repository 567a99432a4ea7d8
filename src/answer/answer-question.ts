import type { Question } from "#question/question.ts";
import { ambiguityDraft } from "./clarify.ts";
import { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { comparisonDraft } from "./figures/compare.ts";
import { indicatorListDraft, selectionOf } from "./figures/indicator-list.ts";
import { metDraft } from "./figures/met-draft.ts";
import { valueDraft } from "./figures/value.ts";
import { definitionDraft, type GlossaryEntry } from "./passages/definition.ts";
import { answers, findCandidates, passageDraft } from "./passages/passage-draft.ts";
import { refuseAtGate, refuseNotHeld, refuseRegion } from "./refuse.ts";
import type { Sources } from "./sources.ts";
import { examplesFrom, suggestionsFor } from "./suggest.ts";

/** Share of the topic an indicator's name must make up before the table alone may answer. */
const MOSTLY_INDICATOR = 0.6;

/**
 * One question to one draft, in this order: gate, regions held, definitions, lists of indicators, figures from
 * the table, passages, refusal. Each step answers or hands on.
 */
export async function answerQuestion(
  question: Question,
  sources: Sources,
  glossary: readonly GlossaryEntry[],
): Promise<Draft> {
  const desk = () => new Desk(question, sources);
  if (question.gate !== null) return refuseAtGate(desk(), question.gate, examplesFrom(sources));
  if (
    question.otherRegions.length > 0 &&
    question.regions.length === 0 &&
    onlyAboutRegion(question, sources)
  ) {
    return refuseRegion(desk(), examplesFrom(sources));
  }
  const draft = (await answered(question, desk, glossary)) ?? (await notHeld(desk()));
  return draft.suggestions.length > 0 ? draft : { ...draft, suggestions: suggestionsFor(draft, sources) };
}

/** The province or city the held regions lie in is named in passing, unless an indicator of it is asked. */
function onlyAboutRegion({ indicators, otherRegions }: Question, { outline }: Sources): boolean {
  return indicators.length > 0 || otherRegions.some((region) => !outline.parents.includes(region));
}

async function answered(
  question: Question,
  desk: () => Desk,
  glossary: readonly GlossaryEntry[],
): Promise<Draft | null> {
  const { operation } = question;
  if (operation === "definition") {
    const defined = definitionDraft(desk(), glossary);
    if (defined !== null) return defined;
    return passageDraft(desk(), "definition");
  }
  if (operation === "reason") return passageDraft(desk(), "reason");
  if (operation === "list" || operation === "count") {
    const selection = selectionOf(question.asked);
    const listed = selection === null ? null : indicatorListDraft(desk(), selection);
    if (listed !== null) return listed;
    if (operation === "list" && question.indicators.length === 0) return passageDraft(desk(), "list");
  }
  if (question.indicators.length > 0) {
    const mostly = question.indicatorShare >= MOSTLY_INDICATOR;
    const passage = mostly ? null : await surePassage(desk());
    if (passage !== null) return passage;
    const unclear = ambiguityDraft(desk());
    if (unclear !== null) return unclear;
    const figures = figuresDraft(question, desk);
    if (figures !== null) return figures;
  }
  return passageDraft(desk(), operation === "list" ? "list" : "passage");
}

function figuresDraft(question: Question, desk: () => Desk): Draft | null {
  switch (question.operation) {
    case "met":
      return metDraft(desk()) ?? valueDraft(desk());
    case "compare":
    case "difference":
    case "series":
    case "rank": {
      const ending = {
        compare: "comparison",
        difference: "difference",
        series: "series",
        rank: "rank",
      } as const;
      return comparisonDraft(desk(), ending[question.operation]) ?? valueDraft(desk());
    }
    default:
      return valueDraft(desk());
  }
}

/** A passage that holds nearly all of a question of which the indicator is only a part. */
const SURE = 0.8;

async function surePassage(desk: Desk): Promise<Draft | null> {
  const best = (await findCandidates(desk, desk.question.regions[0] ?? null))[0];
  if (best === undefined || !answers(desk, best) || best.covered < SURE) return null;
  return passageDraft(desk, "passage");
}

async function notHeld(desk: Desk): Promise<Draft> {
  const nearest = (await findCandidates(desk, desk.question.regions[0] ?? null))[0] ?? null;
  return refuseNotHeld(desk, nearest, []);
}
