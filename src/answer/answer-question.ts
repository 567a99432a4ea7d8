import type { Question } from "#question/question.ts";
import { ambiguityDraft } from "./clarify.ts";
import { Desk } from "./desk.ts";
import type { Draft, Ending } from "./draft.ts";
import { figuresDraft } from "./figures/figures-draft.ts";
import { indicatorListDraft, selectionFor } from "./figures/indicator-list.ts";
import { ofNamedThing } from "./figures/named-thing.ts";
import { heldOtherwise, withOtherMeasure } from "./figures/other-measure.ts";
import { overallDraft } from "./figures/overall.ts";
import { asksOverview, overviewDraft } from "./figures/overview.ts";
import { asksOwnRank, asksStreak, ranksAsked, rankUnsaid } from "./figures/own-rank.ts";
import { withPrintedName } from "./figures/printed-name.ts";
import { siblingDraft } from "./figures/sibling.ts";
import {
  SIMILAR,
  SIMILAR_ENOUGH,
  SURELY_SIMILAR,
  VERY_SIMILAR,
  withSimilarIndicator,
} from "./figures/similar.ts";
import { totalDraft } from "./figures/total.ts";
import { valueDraft } from "./figures/value.ts";
import { listDraft } from "./list-draft.ts";
import { ofAnotherPeriod } from "./part-of-year.ts";
import { asksMeasures } from "./passages/asks-measures.ts";
import { countedListDraft } from "./passages/counted-list.ts";
import { definitionDraft, type GlossaryEntry, namesEntry } from "./passages/definition.ts";
import { asksAmount, tellsFigure } from "./passages/figure-fit.ts";
import { findCandidates } from "./passages/find-candidates.ts";
import { formedDraft } from "./passages/formed.ts";
import { answers, headUnknown, LEAST, MOSTLY_UNKNOWN, SURE, tellsUnit } from "./passages/good-enough.ts";
import { countedTableDraft, listTableDraft } from "./passages/list-table.ts";
import { asksMeaning, unexplainedDraft } from "./passages/meaning.ts";
import { tellingOfPlace } from "./passages/of-place.ts";
import { asksOverYears, overYearsDraft } from "./passages/over-years.ts";
import { partsComparedDraft } from "./passages/parts-compared.ts";
import { passageDraft } from "./passages/passage-draft.ts";
import { rankDraft } from "./passages/ranks-over-years.ts";
import { reasonEntryDraft, unmetReasonsDraft } from "./passages/reason-entry.ts";
import { reportItselfDraft } from "./passages/report-itself.ts";
import { superlativeDraft } from "./passages/superlative.ts";
import { threadDraft } from "./passages/threaded.ts";
import { sayingPlanned } from "./planned.ts";
import { refuseAtGate, refuseNotHeld, refuseRegion } from "./refuse.ts";
import type { Sources } from "./sources.ts";
import { examplesFrom, suggestionsFor } from "./suggest.ts";
import { asksThread, type Thread } from "./thread.ts";
import { textsOf } from "./verify.ts";
import { sayingWhose } from "./whose-report.ts";

/** Share of the topic an indicator's name must make up before the table alone may answer. */
const MOSTLY_INDICATOR = 0.6;

/** What is known beside the sources: the terms the reports explain, and the turn before. */
export interface Known {
  readonly glossary: readonly GlossaryEntry[];
  readonly thread: Thread | null;
}

/**
 * One question to one draft, in this order: gate, regions held, definitions, lists of indicators, figures from
 * the table, passages, refusal. Each step answers or hands on.
 */
export async function answerQuestion(
  read: Question,
  sources: Sources,
  { glossary, thread }: Known,
): Promise<Draft> {
  const question = withPrintedName(withParentRegion(read, sources), sources);
  const desk = () => new Desk(question, sources);
  if (question.gate !== null) return refuseAtGate(desk(), question.gate, examplesFrom(sources));
  if (
    question.otherRegions.length > 0 &&
    question.regions.length === 0 &&
    onlyAboutRegion(question, sources)
  ) {
    return (await tellingOfPlace(desk())) ?? refuseRegion(desk(), examplesFrom(sources));
  }
  const goesOn = () => (thread === null ? null : threadDraft(desk(), thread));
  const first = thread !== null && asksThread(question, thread) ? goesOn() : null;
  if (first !== null) return first;
  if (question.dangling || (saysNothing(question) && !asksOverview(question))) {
    const d = desk();
    return d.clarification([{ type: "paragraph", text: d.say("clarify.topic") }], examplesFrom(sources));
  }
  const told = await ofPeriod(question, sources, glossary);
  const later = told === null || told.status !== "answered" ? goesOn() : null;
  if (later !== null) return later;
  for (const wider of told?.status === "answered" ? [] : widened(question)) {
    const found = await ofPeriod(wider, sources, glossary);
    // A figure that only comes near the words is too far from them here.
    const named = found?.used.length === 0 || question.indicators.length > 0;
    if (found?.status === "answered" && named) return sayingWhose(new Desk(wider, sources), found);
  }
  const draft = told === null ? await notHeld(desk()) : sayingWhose(desk(), sayingPlanned(desk(), told));
  return draft.suggestions.length > 0 ? draft : { ...draft, suggestions: suggestionsFor(draft, sources) };
}

/** A new question of its own, taken to be of the year and the place talked of, may be of another. */
function widened(question: Question): Question[] {
  const { leans, followUp, years, regions } = question;
  if (!leans || followUp) return [];
  const anyYear = years.length > 0 ? [{ ...question, years: [] }] : [];
  return regions.length > 0 ? [...anyYear, { ...question, years: [], regions: [] }] : anyYear;
}

/** 全市 in a district's report: a figure of the city is looked up as the city's. */
function withParentRegion(question: Question, { outline, rows }: Sources): Question {
  const { regions, otherRegions, indicators } = question;
  const names = indicators.flatMap((indicator) => indicator.names);
  const parents = otherRegions.filter((region) => outline.parents.includes(region));
  if (regions.length > 0 || parents.length !== otherRegions.length || names.length === 0) return question;
  const held = parents.filter(
    (region) => rows({ regions: [region], indicators: names, limit: 1 }).length > 0,
  );
  return held.length === 0 ? question : { ...question, regions: held, otherRegions: [] };
}

/** 项目项目项目: the same over and over. */
const REPEATED = /^(.{1,6}?)\1{2,}$/su;

/** 江北区怎么样: a place and nothing asked of it. */
function saysNothing({ topic, indicators, operation, asked }: Question): boolean {
  if (REPEATED.test(asked.replace(/[\s，。？！,.?!]/gu, ""))) return true;
  return indicators.length === 0 && operation !== "list" && topic.replaceAll(" ", "").length < 2;
}

/** The province or city the held regions lie in is named in passing, unless an indicator of it is asked. */
function onlyAboutRegion({ indicators, otherRegions }: Question, { outline }: Sources): boolean {
  return indicators.length > 0 || otherRegions.some((region) => !outline.parents.includes(region));
}

/** The same as {@link answered}; a year's figure is no answer where a quarter is asked for. */
async function ofPeriod(
  question: Question,
  sources: Sources,
  glossary: readonly GlossaryEntry[],
): Promise<Draft | null> {
  const told = await answered(question, sources, glossary);
  return told !== null && ofAnotherPeriod(question.asked, told) ? null : told;
}

async function answered(
  question: Question,
  sources: Sources,
  glossary: readonly GlossaryEntry[],
): Promise<Draft | null> {
  const desk = () => new Desk(question, sources);
  const { operation } = question;
  const itself = reportItselfDraft(desk());
  if (itself !== null) return itself;
  const whole = operation === "met" ? overallDraft(desk()) : null;
  if (whole !== null) return whole;
  // A figure of one year is no answer to several.
  if (asksOverYears(question)) return overYearsDraft(desk()) ?? (await passageDraft(desk(), "passage", SURE));
  const total = totalDraft(desk());
  if (total !== null) return total;
  const overview = selectionFor(question)?.met === false ? null : overviewDraft(desk());
  if (overview !== null) return overview;
  if (operation === "definition" || asksMeaning(question) || namesEntry(desk(), glossary)) {
    const defined = definitionDraft(desk(), glossary);
    if (defined !== null) return defined;
    const meaning = asksMeaning(question);
    const counted = meaning ? countedListDraft(desk()) : await formedDraft(desk());
    if (counted !== null) return counted;
    return (await passageDraft(desk(), "definition")) ?? (meaning ? unexplainedDraft(desk()) : null);
  }
  if (operation === "reason") {
    return (
      unmetDraft(desk()) ??
      (question.indicators.length > 0 ? await closerPassage(desk(), "reason") : null) ??
      reasonEntryDraft(desk()) ??
      (await passageDraft(desk(), "reason")) ??
      remarkDraft(desk())
    );
  }
  if (operation === "list" || operation === "count") {
    const listed = await listDraft(question, desk);
    if (listed !== null) return listed;
    if (operation === "list" && question.indicatorShare < MOSTLY_INDICATOR)
      return passageDraft(desk(), "list");
  }
  if (operation === "passage" && /\d+[件项个条]/.test(question.topic)) {
    const table = listTableDraft(desk(), CAPTION_NAMED);
    if (table !== null) return table;
  }
  const formed = await formedDraft(desk());
  if (formed !== null) return formed;
  const extreme = await superlativeDraft(desk());
  if (extreme !== null && question.regions.length < 2) return extreme;
  if (asksOwnRank(question) || asksStreak(question)) {
    const noted = question.indicators.length === 0 ? null : figuresDraft(question, desk);
    const remarked = asksOwnRank(question) && noted?.used.some(({ row }) => row.note !== null) === true;
    if (noted !== null && remarked && rankUnsaid(desk(), noted) === noted) return noted;
    const told = asksOwnRank(question) ? rankDraft(desk()) : null;
    if (told !== null) return told;
    const ranked = await passageDraft(desk(), "passage");
    if (ranked !== null && ranksAsked(desk(), ranked)) return ranked;
  }
  const figures =
    question.indicators.length === 0 ? null : (ambiguityDraft(desk()) ?? figuresDraft(question, desk));
  // What the table cannot compute, two figures of one paragraph may.
  const apart = (figures?.computed.length ?? 0) > 0 ? null : await partsComparedDraft(desk());
  if (apart !== null) return apart;
  if (question.indicators.length > 0) {
    const passage = asksMeasures(question)
      ? await passageDraft(desk(), "passage")
      : await closerPassage(desk());
    if (passage !== null) return passage;
    const between = figures?.reason === "value" && tellsBetween(question) ? overYearsDraft(desk()) : null;
    if (between !== null) return between;
    if (figures !== null && !ofNamedThing(question, figures, sources)) return rankUnsaid(desk(), figures);
    const sibling = figures === null ? siblingDraft(question, sources) : null;
    if (sibling !== null) return sibling;
  }
  const otherwise = question.indicatorShare >= MOSTLY_INDICATOR && heldOtherwise(question, sources);
  if (otherwise && question.measure !== "growth" && !asksAmount(question)) {
    // 社会消费品零售总额目标是多少, where the target printed is a growth.
    const told = valueDraft(new Desk(withOtherMeasure(question) ?? question, sources));
    if (told?.status === "answered") return told;
  }
  const near = await similarFigures(desk(), VERY_SIMILAR);
  if (near !== null) return near;
  const [best] = await findCandidates(desk(), question.regions[0] ?? null);
  const exact = tellsUnit(desk(), best);
  const counted = exact ? null : countedTableDraft(desk(), CAPTION_NAMED);
  if (counted !== null) return counted;
  const passage = async (least?: typeof SURE) => {
    const told = await passageDraft(desk(), operation === "list" ? "list" : "passage", least);
    if (told === null || (otherwise && !tellsChange(told) && !exact)) return null;
    if (!ranksAsked(desk(), told)) return null;
    return question.indicatorShare < MOSTLY_INDICATOR || tellsFigure(question, told, sources) ? told : null;
  };
  return (
    (await passage(exact ? LEAST : SURE)) ??
    (await similarFigures(desk(), SIMILAR_ENOUGH)) ??
    (otherwise ? await notHeld(desk()) : null) ??
    (await passage()) ??
    similarFigures(desk(), SIMILAR)
  );
}

/** 2011年比2006年增长了多少, where a sentence tells the change and the table one of the years. */
const tellsBetween = ({ asked, operation, years }: Question): boolean =>
  years.length === 2 && (operation === "difference" || (operation === "series" && /[比较]/.test(asked)));

/** True where a passage speaks of growth at all. */
function tellsChange({ blocks }: Draft): boolean {
  return blocks.flatMap(textsOf).some((text) => /[增涨升降跌]/u.test(text));
}

/** 哪些指标没完成，为什么: the list, and the reasons the report gives for each. */
function unmetDraft(desk: Desk): Draft | null {
  const selection = desk.question.indicators.length > 0 ? null : selectionFor(desk.question);
  if (selection?.met !== false) return null;
  const listed = indicatorListDraft(desk, selection);
  return listed === null ? null : unmetReasonsDraft(desk, listed);
}

/** No reason is told, but the table's remark (市级未反馈) is one. */
function remarkDraft(desk: Desk): Draft | null {
  const draft = desk.question.indicators.length === 0 ? null : valueDraft(desk);
  return draft?.used.some(({ row }) => row.note !== null) === true ? draft : null;
}

/** The figures of the indicator the words come nearest to. */
async function similarFigures(desk: Desk, least: number): Promise<Draft | null> {
  const similar = await withSimilarIndicator(
    desk,
    headUnknown(desk) ? Math.max(least, SURELY_SIMILAR) : least,
  );
  if (similar === null) return null;
  const draft = figuresDraft(similar, () => new Desk(similar, desk.sources));
  if (draft?.status !== "answered") return null;
  // Words that only come near are judged by what reports call the indicator.
  const meant = least < SIMILAR_ENOUGH ? [] : similar.indicators;
  return ofNamedThing(desk.question, draft, desk.sources, meant) ? null : draft;
}

const MOSTLY_AMBIGUOUS = 0.7;

/** Share of a bare topic a caption must hold to be what is meant (20件民生实事). */
const CAPTION_NAMED = 0.75;

/** How much better than the indicator's share a passage must hold the question to be preferred to the table. */
const CLOSER = 0.1;

/** A passage, where the indicator is only a part of the question and the passage holds more of it. */
async function closerPassage(desk: Desk, ending: Ending = "passage"): Promise<Draft | null> {
  const { indicatorShare, indicators, regions } = desk.question;
  // 汇源项目新增投资: a word for several indicators is seldom what a question that says more is about.
  const ambiguous = indicators.some(({ concepts }) => concepts.length > 1);
  if (indicatorShare >= (ambiguous ? MOSTLY_AMBIGUOUS : MOSTLY_INDICATOR)) return null;
  const best = (await findCandidates(desk, regions[0] ?? null))[0];
  // A row of a table is told as the figure it prints.
  if (best === undefined || best.passage.chunk.kind === "table" || !answers(desk, best)) return null;
  if (best.covered < Math.max(indicatorShare + CLOSER, MOSTLY_UNKNOWN)) return null;
  return passageDraft(desk, ending);
}

async function notHeld(desk: Desk): Promise<Draft> {
  const nearest = (await findCandidates(desk, desk.question.regions[0] ?? null))[0] ?? null;
  return refuseNotHeld(desk, nearest, []);
}
