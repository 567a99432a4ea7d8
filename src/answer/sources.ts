import type { SourceDocument } from "#domain/document.ts";
import type { PassageFilter, RankedPassage } from "#domain/evidence.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import type { Period } from "#domain/period.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import type { CorpusOutline } from "#question/outline.ts";
import type { Question } from "#question/question.ts";
import type { Reader } from "#read/reader.ts";

export interface SimilarIndicator {
  /** Id in the catalogue; null for a printed name outside it. */
  readonly concept: string | null;
  readonly name: string;
  /** Cosine similarity, −1 to 1. */
  readonly score: number;
}

/** All an answer may draw on; handed in by the composition. */
export interface Sources {
  readonly outline: CorpusOutline;
  /** The part of a year that all rows here are of; absent for whole years. */
  readonly period?: Period;
  document(id: string): SourceDocument | null;
  /** Exact lookup in the indicator table. */
  rows(filter: IndicatorFilter): readonly IndicatorRow[];
  search(
    query: string,
    options: { limit: number; filter?: PassageFilter; boost?: PassageFilter },
  ): Promise<RankedPassage[]>;
  /** What editors said of figures of a document; absent, nobody did. */
  revisions?(documentId: string): readonly RevisedFigure[];
  /** How telling a search term is (inverse document frequency): high when few passages hold it. */
  termWeight(term: string): number;
  /** The held indicator whose names or citizens' words lie nearest to a phrase. */
  similarIndicator(phrase: string): Promise<SimilarIndicator | null>;
  /** Whether any passage holds the term. */
  holdsTerm(term: string): boolean;
  /** The units of passages, the likeliest to answer first. */
  read: Reader["read"];
}

/** What a question is answered from. */
export interface Asked {
  readonly question: Question;
  readonly sources: Sources;
}

/** The same function, computed once a question: what the question decides is not found anew for each passage. */
export function oncePerQuestion<Found>(find: (asked: Asked) => Found): (asked: Asked) => Found {
  const known = new WeakMap<Question, { readonly found: Found }>();
  return ({ question, sources }) => {
    const kept = known.get(question) ?? { found: find({ question, sources }) };
    known.set(question, kept);
    return kept.found;
  };
}
