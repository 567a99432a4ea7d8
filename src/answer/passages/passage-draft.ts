import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { type DocumentMetadata, type SourceDocument, sectionAt } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { Block } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { officialWordings } from "#question/wordings.ts";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";
import { asksMeasures } from "./asks-measures.ts";
import { type Candidate, candidatesOf, type Wanted } from "./choose.ts";
import { expectationOf, NOTHING_EXPECTED } from "./expectation.ts";
import { listSpan } from "./list-span.ts";
import { quoted } from "./quoted.ts";
import { tellingWords } from "./telling-words.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "./terms.ts";

/**
 * The least a passage must hold of a question to answer it; chosen on the development questions, each asked
 * once with and once without the report that answers it.
 */
const LEAST = { covered: 0, known: 0.4, together: 1.35 };
/** What a passage must hold to be preferred to a figure whose name only comes near. */
export const SURE: typeof LEAST = { covered: 0.55, known: 0.6, together: 1.8 };
/** A question that is all indicator needs that indicator's own words. */
const LEAST_OF_INDICATOR = 0.7;
const MOSTLY_INDICATOR = 0.6;
/** A number with another unit than asked for needs words that fit all the better. */
const OTHER_UNIT = 1.9;
/** A reason seldom repeats what it is the reason of. */
const REASON_SLACK = 0.1;
/** Below this share of all its words, a question is about something no report tells of. */
export const MOSTLY_UNKNOWN = 0.36;
const PASSAGES = 12;
/** How reports introduce why something was missed. */
const CAUSE_QUERY = "未完成指标 主要由于 主要受影响 原因";

/** The best candidates for the question in one region (or anywhere), best first. */
export async function findCandidates(desk: Desk, region: string | null): Promise<Candidate[]> {
  const { question, sources } = desk;
  const filter = filterFor(desk, region);
  if (filter === null) return [];
  const names = question.indicators.flatMap(({ names: all }) => all.slice(0, 1));
  const causes = question.operation === "reason" ? [CAUSE_QUERY] : [];
  const query = [subjectOf(question), ...names, ...causes].join(" ");
  const passages = await sources.search(query, {
    limit: PASSAGES,
    filter,
    boost: { regions: question.regions, years: question.years },
  });
  return candidatesOf(sources, passages, wantedBy(desk));
}

const subjectOf = (question: Question): string => question.topic || question.asked;

function wantedBy(desk: Desk): Wanted {
  const { question } = desk;
  const lists = question.operation === "list" || question.operation === "reason";
  const expectation = lists
    ? NOTHING_EXPECTED
    : expectationOf(foldPlain(question.followUp ? `${question.text} ${question.asked}` : question.asked));
  return {
    wordings: wordingsFor(desk),
    expectation,
    cause: question.operation === "reason",
    scope: expectation.rank ? (/全[国省市区县]/.exec(question.asked)?.[0] ?? null) : null,
    years: question.years,
    rows:
      question.operation !== "met" &&
      (question.indicators.length === 0 || question.indicatorShare < MOSTLY_INDICATOR),
    subjects: subjectNames(question),
    quotations: quotationsIn(foldPlain(question.asked)),
  };
}

/** The terms of the question, in its own words and in official ones. */
export function wordingsFor({ question, sources }: Desk): QuestionTerms[] {
  return wordingsOf(question).map((wording) => termsOf(sources, wording));
}

/** The names, levels and growths, under which a report may head what it says of the indicators. */
function subjectNames({ indicators }: Question): string[] {
  return indicators.flatMap(({ concepts }) =>
    concepts.flatMap((id) => {
      const concept = conceptById(id);
      if (concept === undefined) return [];
      const names = [concept.name, ...concept.aliases];
      return [...names, ...names.map((name) => `${name}增速`), ...names.map((name) => `环境${name}`)].map(
        foldPlain,
      );
    }),
  );
}

const quotationsIn = (folded: string): string[] =>
  [...folded.matchAll(/[“"「《]([^”"」》]{2,})[”"」》]/g)].map(([, words = ""]) => words);

/** The topic as asked, and with each indicator under its official names. */
function wordingsOf(question: Question): string[] {
  const topic = tellingWords(subjectOf(question), foldPlain(question.asked));
  const official = question.indicators.flatMap(({ phrase, concepts }) =>
    concepts.flatMap((id) => {
      const concept = conceptById(id);
      if (concept === undefined) return [];
      return [concept.name, ...concept.aliases].slice(0, 6).map((name) => topic.replace(phrase, name));
    }),
  );
  return [...new Set([topic, ...officialWordings(topic), ...official])];
}

/** The reports of the region and, when a year is named, those that cover it. */
function fitting({ question, sources }: Desk, region: string | null): DocumentMetadata[] {
  return sources.outline.documents.filter(
    (document) =>
      (region === null || document.region === region) &&
      (question.years.length === 0 || document.years.some((year) => question.years.includes(year))),
  );
}

/** The reports that may answer the question, in the corpus's order. */
export function documentsFor(desk: Desk): SourceDocument[] {
  return fitting(desk, desk.question.regions[0] ?? null).flatMap(({ id }) => desk.sources.document(id) ?? []);
}

/** Documents of the region and, when a year is named, those that cover it; null when there are none. */
function filterFor(desk: Desk, region: string | null): PassageFilter | null {
  const documents = fitting(desk, region);
  if (documents.length === 0) return null;
  return documents.length === desk.sources.outline.documents.length
    ? {}
    : { documents: documents.map(({ id }) => id) };
}

const HEAD =
  /([\u4e00-\u9fff]{2,8}?)(?:到底|究竟|大概|现在|一共)?(?:是|有|为|达到?)?(?:多少|多大|几何)(?:钱|[万亿]?元|个|家|所|座|条)?[?]?$/;
const HEAD_LENGTH = 3;

/** 录取率是多少 where no report says 录取率: whatever else matches, the thing asked for is not held. */
export function headUnknown({ question, sources }: Desk): boolean {
  const head = HEAD.exec(foldPlain(question.asked).replace(/\d/g, " "))?.[1]?.slice(-HEAD_LENGTH);
  if (head === undefined || question.indicators.length > 0) return false;
  return tokens(head).every((term) => !sources.holdsTerm(term));
}

/** True when a candidate is good enough to be given as the answer. */
export function answers(desk: Desk, candidate: Candidate, least: typeof LEAST = LEAST): boolean {
  const { question, sources } = desk;
  const { covered, known, rare, fit } = candidate;
  if (headUnknown(desk)) return false;
  if (fit === 0 || covered < least.covered || known < least.known) return false;
  const reason = question.operation === "reason" ? REASON_SLACK : 0;
  if (covered + known + rare + reason < (fit < 1 ? OTHER_UNIT : least.together)) return false;
  const words = sliceOf(sources.document(candidate.documentId)?.text ?? "", candidate.window);
  if (question.indicators.length === 0 || question.indicatorShare < MOSTLY_INDICATOR)
    return covered >= MOSTLY_UNKNOWN || !mayBeUnheld(desk);
  if (isOf(question.kinds, "actual") && question.operation === "value" && INTENDED.test(words)) return false;
  return question.indicators.some(({ phrase, concepts }) => {
    const names = concepts.flatMap((id) => {
      const concept = conceptById(id);
      return concept === undefined ? [] : [concept.name, ...concept.aliases];
    });
    return [phrase, ...names].map(withoutMeasureWord).some((name) => {
      const terms = termsOf(sources, name);
      if (shareOf(terms, heldTerms(terms, words)) < LEAST_OF_INDICATOR) return false;
      return question.operation !== "value" || saysOf(foldPlain(words), foldPlain(name));
    });
  });
}

/** What is aimed at is no result. */
const INTENDED = /力争|确保|提出|建议|未来|(?:目标|预期|计划)(?![^。;]{0,12}(?:完成|实现))/;
const isOf = (kinds: readonly string[], kind: string): boolean => kinds.length === 1 && kinds[0] === kind;

/** The name stands there as it is, in a row, or its last word has a figure right behind it. */
function saysOf(folded: string, name: string): boolean {
  if (folded.includes(" | ") || folded.includes(name.replace(/[件总个]数$/, ""))) return true;
  const end = name.slice(-2);
  return folded.split(end).some((after, i) => i > 0 && /^[^,。;、]{0,16}\d/.test(after));
}

/** A plain question of which no other wording is known: its words mean what they say. */
function mayBeUnheld(desk: Desk): boolean {
  const { operation, followUp, indicators } = desk.question;
  return operation === "value" && !followUp && indicators.length === 0 && wordingsFor(desk).length === 1;
}

/** 老旧小区加装电梯数 asks for the lifts, not for the word 数. */
const withoutMeasureWord = (name: string): string =>
  name.length > 3 ? name.replace(/[数额量率]$/, "") : name;

/** A second region's passage counts as an answer of its own when it scores nearly as well. */
const NEARLY = 0.85;

/**
 * One to three sentences of a report that hold what was asked, for each region named; without a region, for
 * each region that answers about as well. Null when nothing holds enough of the question.
 */
export async function passageDraft(
  desk: Desk,
  ending: Ending,
  least: typeof LEAST = LEAST,
): Promise<Draft | null> {
  const { question } = desk;
  const chosen: Candidate[] = [];
  if (question.regions.length > 0) {
    for (const region of question.regions) {
      const best = (await findCandidates(desk, region))[0];
      if (best !== undefined && answers(desk, best, least)) chosen.push(best);
    }
    if (chosen.length < question.regions.length) return null;
  } else chosen.push(...bestOfEachRegion(desk, await findCandidates(desk, null), least));
  if (chosen.length === 0) return null;
  const blocks = chosen.flatMap((candidate) => told(desk, candidate, { ending, named: chosen.length > 1 }));
  const lead = desk.say("passage.lead");
  return desk.draft(ending, lead === "" ? blocks : [{ type: "paragraph", text: lead }, ...blocks]);
}

function bestOfEachRegion(desk: Desk, candidates: readonly Candidate[], least: typeof LEAST): Candidate[] {
  const [best] = candidates;
  if (best === undefined || !answers(desk, best, least)) return [];
  const chosen = [best];
  const regionOf = ({ documentId }: Candidate) => desk.sources.document(documentId)?.region ?? null;
  for (const candidate of candidates) {
    if (candidate.score < NEARLY * best.score) break;
    const known = chosen.some((other) => regionOf(other) === regionOf(candidate));
    if (!known && answers(desk, candidate)) chosen.push(candidate);
  }
  return chosen;
}

/** The wording of the question that the words hold most of: what a trimmed quote must keep. */
function closestWording(desk: Desk, words: string): QuestionTerms {
  const [first, ...others] = wantedBy(desk).wordings;
  const plain = first ?? termsOf(desk.sources, subjectOf(desk.question));
  const share = (terms: QuestionTerms) => shareOf(terms, heldTerms(terms, words));
  return others.reduce((closest, terms) => (share(terms) > share(closest) ? terms : closest), plain);
}

function told(desk: Desk, best: Candidate, { ending, named }: { ending: Ending; named: boolean }): Block[] {
  const document = desk.sources.document(best.documentId);
  if (document === null) return [];
  const span: Span = ending === "list" ? listSpan(document, best) : best.window;
  const marker = `[${desk.book.cite(best.documentId, span)}]`;
  const blocks = quoted(sliceOf(document.text, span), {
    marker,
    // What was done takes whole sentences.
    ending: ending === "passage" && asksMeasures(desk.question) ? "reason" : ending,
    expectation: wantedBy(desk).expectation,
    terms: closestWording(desk, sliceOf(document.text, span)),
    heading: sectionAt(document, span.start)?.title ?? "",
  });
  const [first] = blocks;
  if (named && first?.type === "paragraph" && document.region !== null) {
    first.text = `${desk.region(document.region)}：${first.text}`;
  }
  return blocks;
}
