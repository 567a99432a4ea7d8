import type { IndicatorRow } from "#domain/indicator.ts";
import type { AnswerStatus, Block } from "#protocol/chat.ts";
import type { CitationBook } from "./citation-book.ts";

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
