import type { Question } from "#question/question.ts";
import { ofAnotherPeriod, ofPeriodAsked } from "./asked/period-asked.ts";
import { insideHeld, tellingOfPlace, withForeignPlace, withOwnRows } from "./asked/places.ts";
import { quotedTogetherDraft } from "./compare/quoted-together.ts";
import { Desk } from "./desk.ts";
import { asksThread, type Draft, type Thread } from "./draft.ts";
import { withVerdict } from "./figures/claim-verdict.ts";
import { asksOverview } from "./figures/overview.ts";
import { withPrintedName } from "./figures/printed-name.ts";
import { type GlossaryEntry, termExplained } from "./passages/definition.ts";
import { threadDraft } from "./passages/follow-up.ts";
import { ofSameReportDraft } from "./passages/report-itself.ts";
import { unclearPlaceDraft } from "./refuse/clarify.ts";
import { sayingPlanned, sayingWhose, withSideNotHeld } from "./refuse/notes.ts";
import { refuseRegion } from "./refuse/refuse.ts";
import { examplesFrom, suggestionsFor } from "./refuse/suggest.ts";
import { replyDraft } from "./replies/reply-draft.ts";
import type { Replies } from "./replies/reply-words.ts";
import { eachPart } from "./several/each-part.ts";
import { withLeftOut } from "./several/left-out.ts";
import type { Sources } from "./sources.ts";
import { answeredInOrder } from "./steps/in-order.ts";
import { notHeld } from "./steps/nearest-told.ts";
import { askedOf } from "./steps/step.ts";
import { tabledDraft } from "./tabled/tabled-draft.ts";

/** What is known beside the sources: the terms the reports explain, and the turn before. */
export interface Known {
  readonly glossary: readonly GlossaryEntry[];
  readonly thread: Thread | null;
  /** The words for turns that ask no report. */
  readonly replies: Replies;
  /** Reads turns that are a conversation of their own. */
  readonly reread: (turns: readonly string[]) => Question;
}

/**
 * One question to one draft, in this order: gate, regions held, what the turn before was about, the steps (`steps/`),
 * the same asked more widely, refusal. Where that leaves out one of several things asked, each of them is asked by itself;
 * and where it lacks one of several figures, that one.
 */
export async function answerQuestion(question: Question, sources: Sources, known: Known): Promise<Draft> {
  const read = withForeignPlace(question);
  const whole = await answeredWhole(read, sources, known);
  const answer = (own: Question) => answeredWhole(own, sources, { ...known, thread: null });
  const reread = (turns: readonly string[]) => withForeignPlace(known.reread(turns));
  const rereading = { sources, reread, answer };
  const told = await eachPart(read, whole, rereading);
  const draft = told !== whole ? told : await withLeftOut(read, whole, rereading);
  const desk = new Desk(read, sources);
  return withSideNotHeld(desk, withVerdict(desk, draft));
}

/** Asks for a question, with one the reports answer. */
function emptyDraft(desk: Desk): Draft {
  const examples = examplesFrom(desk.sources, desk.question.language);
  const text = desk.say("refuse.empty", { example: examples[0] ?? "" });
  return desk.clarification([{ type: "paragraph", text }], examples);
}

async function answeredWhole(
  read: Question,
  sources: Sources,
  { glossary, thread, replies }: Known,
): Promise<Draft> {
  const question = withPrintedName(withOwnRows(withParentRegion(read, sources), sources), sources);
  const desk = () => new Desk(question, sources);
  if (question.gate === "empty") return emptyDraft(desk());
  const explained = question.intent === "offtopic.knowledge" ? termExplained(desk(), glossary) : null;
  if (explained !== null) return explained;
  if (question.gate !== null)
    return replyDraft(desk(), question.gate, replies, examplesFrom(sources, question.language));
  const unclear = unclearPlaceDraft(desk());
  if (unclear !== null) return unclear;
  const tabled = tabledDraft(question, ofPeriodAsked(question, sources));
  if (tabled !== null) return tabled;
  if (
    question.otherRegions.length > 0 &&
    question.regions.length === 0 &&
    onlyAboutRegion(question, sources)
  ) {
    const inside = await insideHeld(question, sources);
    return (
      inside ??
      (await tellingOfPlace(desk())) ??
      refuseRegion(desk(), examplesFrom(sources, question.language))
    );
  }
  const ofReport = ofSameReportDraft(desk(), thread);
  if (ofReport !== null) return ofReport;
  const goesOn = () => (thread === null ? null : threadDraft(desk(), thread));
  const first = thread !== null && asksThread(question, thread) ? goesOn() : null;
  if (first !== null) return first;
  if (question.dangling || (saysNothing(question) && !asksOverview(question))) {
    const d = desk();
    return d.clarification(
      [{ type: "paragraph", text: d.say("clarify.topic") }],
      examplesFrom(sources, question.language),
    );
  }
  const told = await ofPeriod(question, sources, glossary);
  const uncomputed = thread !== null && (told?.computed.length ?? 0) === 0;
  const together = uncomputed ? quotedTogetherDraft(desk(), thread) : null;
  if (together !== null) return together;
  const later = told === null || mayGoOn(told) ? goesOn() : null;
  if (later !== null) return later;
  for (const wider of told?.status === "answered" ? [] : widened(question)) {
    const found = await ofPeriod(wider, sources, glossary);
    // A figure that only comes near the words is too far from them here.
    const named = found?.used.length === 0 || question.indicators.length > 0;
    if (found?.status === "answered" && named) return sayingWhose(new Desk(wider, sources), found);
  }
  const draft = told === null ? await notHeld(desk()) : sayingWhose(desk(), sayingPlanned(desk(), told));
  return draft.suggestions.length > 0
    ? draft
    : { ...draft, suggestions: suggestionsFor(draft, sources, question.language) };
}

/** Not answered, and not because only the other kind of the figure asked for is held: no sentence turns a target into a result. */
const mayGoOn = ({ status, reason }: Draft): boolean =>
  status !== "answered" && reason !== "only_target" && reason !== "only_actual";

/** A new question of its own, taken to be of the year and the place talked of, may be of another. */
function widened(question: Question): Question[] {
  const { leans, followUp, years, regions } = question;
  if (!leans || followUp) return [];
  const anyYear = years.length > 0 ? [{ ...question, years: [] }] : [];
  return regions.length > 0 ? [...anyYear, { ...question, years: [], regions: [] }] : anyYear;
}

/** 全市 where no report says which city that is: its figures are held under the word. */
const WHOLE = /全[省市](?!区)/u;

/** 全市 in a district's report: a figure of the city is looked up as the city's. */
function withParentRegion(question: Question, { outline, rows }: Sources): Question {
  const { regions, otherRegions, indicators } = question;
  const names = indicators.flatMap((indicator) => indicator.names);
  const whole = WHOLE.exec(question.asked)?.[0];
  if (
    regions.length === 0 &&
    whole !== undefined &&
    rows({ regions: [whole], indicators: names, limit: 1 }).length > 0
  )
    return { ...question, regions: [whole], otherRegions: [] };
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

/** What the steps answer; a year's figure is no answer where a quarter is asked for. */
async function ofPeriod(
  question: Question,
  sources: Sources,
  glossary: readonly GlossaryEntry[],
): Promise<Draft | null> {
  const told = await answeredInOrder(askedOf(question, ofPeriodAsked(question, sources), glossary));
  return told !== null && ofAnotherPeriod(question.asked, told) ? null : told;
}
