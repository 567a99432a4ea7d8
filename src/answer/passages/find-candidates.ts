import type { Desk } from "#answer/desk.ts";
import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { Question } from "#question/question.ts";
import { officialWordings } from "#question/wordings.ts";
import { foldPlain } from "#text/fold.ts";
import { type Candidate, candidatesOf, type Wanted } from "./choose.ts";
import { expectationOf, NOTHING_EXPECTED } from "./expectation.ts";
import { tellingWords } from "./telling-words.ts";
import { type QuestionTerms, termsOf } from "./terms.ts";

const MOSTLY_INDICATOR = 0.6;
const PASSAGES = 12;
/** How reports introduce why something was missed. */
const CAUSE_QUERY = "未完成指标 主要由于 主要受影响 原因";

const found = new WeakMap<Question, Map<string | null, Promise<Candidate[]>>>();

/** The best candidates for the question in one region (or anywhere), best first; looked for once a question. */
export function findCandidates(desk: Desk, region: string | null): Promise<Candidate[]> {
  const known = found.get(desk.question) ?? new Map<string | null, Promise<Candidate[]>>();
  const candidates = known.get(region) ?? searched(desk, region);
  found.set(desk.question, known.set(region, candidates));
  return candidates;
}

async function searched(desk: Desk, region: string | null): Promise<Candidate[]> {
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

export const subjectOf = (question: Question): string => question.topic || question.asked;

export function wantedBy(desk: Desk): Wanted {
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
    yearPrinted: !coversYears(desk),
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

/** Whether some report covers a year asked about. */
function coversYears({ question, sources }: Desk): boolean {
  return (
    question.years.length === 0 ||
    sources.outline.documents.some(
      ({ region, years }) =>
        (question.regions.length === 0 || (region !== null && question.regions.includes(region))) &&
        years.some((year) => question.years.includes(year)),
    )
  );
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

/** The reports of the region and, when a year is named, those that cover it. A year none covers may be told of in any. */
function fitting({ question, sources }: Desk, region: string | null): readonly DocumentMetadata[] {
  const { documents } = sources.outline;
  const local = region === null ? documents : documents.filter((document) => document.region === region);
  if (question.years.length === 0) return local;
  const covering = local.filter(({ years }) => years.some((year) => question.years.includes(year)));
  return covering.length === 0 && region !== null ? local : covering;
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
