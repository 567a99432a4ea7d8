import type { Desk } from "#answer/desk.ts";
import { type Asked, oncePerQuestion } from "#answer/sources.ts";
import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import type { PassageFilter, RankedPassage } from "#domain/evidence.ts";
import type { Span } from "#domain/span.ts";
import { officialNames } from "#indicators/catalogue.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { officialWordings } from "#question/words/wordings.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "#read/query-terms.ts";
import { tellingWords, withoutOutcome } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { chineseWordings } from "./english.ts";
import { expectationOf, NOTHING_EXPECTED, type Wanted } from "./expectation.ts";

/** Characters that are searched for; what a longer question says besides is pasted text. */
const LONGEST_QUERY = 800;
/** Characters of all wordings together: sixty indicators in 2,000 characters would be 360 wordings of that length. */
const MOST_WORDED = 1_200;
/** How reports introduce why something was missed. */
const CAUSE_QUERY = "未完成指标 主要由于 主要受影响 原因";

/** The passages found for the question in one region (or anywhere), best first. */
export async function passagesFor(
  desk: Desk,
  region: string | null,
  limit: number,
): Promise<readonly RankedPassage[]> {
  const { question, sources } = desk;
  const filter = filterFor(desk, region);
  if (filter === null) return [];
  const names = question.indicators.flatMap(({ names: all }) => all.slice(0, 1));
  const causes = question.operation === "reason" ? [CAUSE_QUERY] : [];
  const reworded = rewordings(desk);
  const inEnglish = question.language === "en" && reworded.length > 0;
  const query = [...(inEnglish ? [] : [subjectOf(question)]), ...reworded, ...names, ...causes]
    .join(" ")
    .slice(0, LONGEST_QUERY);
  return sources.search(query, {
    limit,
    filter,
    boost: { regions: question.regions, years: question.years },
  });
}

/** A sentence of a report. */
export interface Sentence extends Span {
  readonly documentId: string;
}

/** The sentences of the passages found for the question in one region (or anywhere), those of the best passage first. */
export async function sentencesFound(desk: Desk, region: string | null): Promise<Sentence[]> {
  const passages = await passagesFor(desk, region, FEW_PASSAGES);
  return passages.flatMap(({ chunk: { documentId, start, end } }) => {
    const text = desk.sources.document(documentId)?.text ?? "";
    return sentences(text, { start, end }).map((span) => ({ ...span, documentId }));
  });
}

const FEW_PASSAGES = 12;

export const subjectOf = (question: Question): string => question.topic || question.asked;

export function wantedBy(desk: Desk): Wanted {
  const { question } = desk;
  const lists = question.operation === "list" || question.operation === "reason";
  const expectation = lists
    ? NOTHING_EXPECTED
    : expectationOf(foldPlain(question.followUp ? `${question.text} ${question.asked}` : question.asked));
  return { wordings: wordingsFor(desk), expectation };
}

/** The terms of the question, in its own words and in official ones. */
const wordingsFor = oncePerQuestion((asked): readonly QuestionTerms[] =>
  wordingsOf(asked).map((wording) => termsOf(asked.sources, wording)),
);

/** The topic as asked, and with each indicator under its official names. */
export function wordingsOf(asked: Asked): string[] {
  const { question } = asked;
  const reworded = rewordings(asked);
  if (question.language === "en" && reworded.length > 0)
    return isMostlyIndicator(question)
      ? [...reworded, ...question.indicators.flatMap(({ concepts }) => concepts.flatMap(officialNames))]
      : reworded;
  const topic = tellingOf(question);
  const official = question.indicators.flatMap(({ phrase, concepts }) =>
    concepts.flatMap((id) =>
      officialNames(id)
        .slice(0, 6)
        .map((name) => topic.replace(phrase, name)),
    ),
  );
  const reason = question.operation === "reason" && question.indicators.length === 0;
  const bare = reason ? [withoutOutcome(topic)] : [];
  const wordings = [...new Set([topic, ...bare, ...reworded, ...officialWordings(topic), ...official])];
  return wordings.slice(0, Math.max(1, Math.floor(MOST_WORDED / Math.max(1, topic.length))));
}

/** What the question says, folded: in Chinese also where it was asked in English. */
export function saidIn(desk: Desk): { readonly asked: string; readonly topic: string } {
  const { asked, topic, language } = desk.question;
  const [chinese] = language === "en" ? rewordings(desk) : [];
  return chinese === undefined ? { asked: foldPlain(asked), topic } : { asked: chinese, topic: chinese };
}

const tellingOf = (question: Question): string =>
  tellingWords(subjectOf(question), foldPlain(question.asked));

/** The topic of an English question in Chinese. */
const rewordings = oncePerQuestion(({ question, sources }): string[] =>
  question.language === "en" ? chineseWordings(subjectOf(question), sources.holdsTerm) : [],
);

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

/** The same reports, the one that looks back on the latest year first. */
export function documentsNewestFirst(desk: Desk): SourceDocument[] {
  return documentsFor(desk).toSorted((a, b) => (b.reviewYear ?? 0) - (a.reviewYear ?? 0));
}

/** Documents of the region and, when a year is named, those that cover it; null when there are none. */
function filterFor(desk: Desk, region: string | null): PassageFilter | null {
  const documents = fitting(desk, region);
  if (documents.length === 0) return null;
  return documents.length === desk.sources.outline.documents.length
    ? {}
    : { documents: documents.map(({ id }) => id) };
}

/** The wording of the question that the words hold most of: what a trimmed quote must keep. */
export function closestWording(desk: Desk, words: string): QuestionTerms {
  const [first, ...others] = wantedBy(desk).wordings;
  const plain = first ?? termsOf(desk.sources, subjectOf(desk.question));
  const share = (terms: QuestionTerms) => shareOf(terms, heldTerms(terms, words));
  return others.reduce((closest, terms) => (share(terms) > share(closest) ? terms : closest), plain);
}
