import type { IndicatorRow } from "#domain/indicator.ts";
import type { AnswerStatus, Block } from "#protocol/chat.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import type { CitationBook } from "./citation-book.ts";
import type { Sources } from "./sources.ts";

/** Ways an answer ends, each with its own words in `phrases.json`. */
export type Ending =
  | "value"
  | "comparison"
  | "difference"
  | "series"
  | "rank"
  | "met"
  | "list"
  | "count"
  | "definition"
  | "reason"
  | "passage"
  | "not_in_corpus"
  | "only_target"
  | "only_actual"
  | "unclear"
  | "empty"
  | "injection"
  | "personal_data"
  | "harm"
  | "opinion"
  | "advice"
  | "forecast"
  | "insult"
  | "politics"
  | "handover"
  | "about"
  | "small_talk"
  | "off_topic"
  | "operation";

/** A row of the indicator table that an answer used. */
export interface UsedRow {
  readonly row: IndicatorRow;
  readonly marker: number;
}

/** An answer before it is checked. */
export interface Draft {
  readonly status: AnswerStatus;
  readonly reason: Ending;
  readonly blocks: readonly Block[];
  readonly book: CitationBook;
  readonly used: readonly UsedRow[];
  /** Results of stated computations on cited figures, as written in the answer. */
  readonly computed: readonly string[];
  /** Questions to offer next; for `clarify` the readings. */
  readonly suggestions: readonly string[];
}

/** What the turn before was answered with. */
export interface Thread {
  readonly question: Question;
  readonly draft: Draft;
  /** What that one leant on in its turn, or is set together with. */
  readonly before: Thread | null;
}

/**
 * Whether a turn is asked of the last answer first: words of a report were quoted there, not figures looked up, or the
 * turn says more than an indicator's name (年度投资).
 */
export const asksThread = (question: Question, { draft }: Thread): boolean =>
  draft.status === "answered" && (draft.used.length === 0 || !isMostlyIndicator(question));

/** How a part of a question is asked by itself. */
export interface Rereading {
  readonly sources: Sources;
  /** Reads turns that are a conversation of their own. */
  readonly reread: (turns: readonly string[]) => Question;
  readonly answer: (question: Question) => Promise<Draft>;
}
