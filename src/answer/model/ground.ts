import type { Draft, UsedRow } from "#answer/draft.ts";
import type { Citation } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { toldBy } from "./material.ts";

/** What one sentence may lean on: the citations it marks, the rows looked up there, and what the composer told. */
export interface Ground {
  readonly question: Question;
  readonly citations: readonly Citation[];
  readonly rows: readonly UsedRow[];
  /** All rows of the draft, marked by the sentence or not. */
  readonly allRows: readonly UsedRow[];
  readonly computed: readonly string[];
  /** The composer's own words. */
  readonly told: string;
  /** Quotes, titles and sections of the citations. */
  readonly cited: string;
  readonly quotes: string;
  /** Every number with its unit in the quotes and in the composer's words. */
  readonly quantities: readonly Quantity[];
}

/** A computation as the composer states it: （3.4 − 2.9 = 0.5）. Its figures go without region and unit. */
export const COMPUTATION = /[（(][^（()）]*[=≈][^（()）]*[)）]/g;
const MARKER = /\[(\d+)\]/g;

/** The markers in a text, each once. */
export function markersIn(text: string): number[] {
  return [...new Set([...text.matchAll(MARKER)].map(([, digits]) => Number(digits)))];
}

/** The text without its markers. */
export function withoutMarkers(text: string): string {
  return text.replace(MARKER, "");
}

/** The numbers with units of a text; a year that English writes bare is none. */
export function quantitiesIn(text: string): Quantity[] {
  return findQuantities(text).filter(({ unit, value }) => unit !== null || !/^(?:19|20)\d\d$/.test(value));
}

/** The ground of a sentence with these markers. */
export function groundOf(question: Question, draft: Draft, markers: readonly number[]): Ground {
  const citations = draft.book.citations.filter(({ marker }) => markers.includes(marker));
  const told = withoutMarkers(toldBy(draft));
  const quotes = citations.map(({ quote }) => quote).join("\n");
  const rows = draft.used.filter(({ marker }) => markers.includes(marker));
  return {
    question,
    citations,
    rows,
    allRows: draft.used,
    computed: draft.computed,
    told,
    quotes,
    cited: [quotes, ...citations.flatMap(({ title, section }) => [title, ...section])].join("\n"),
    quantities: [
      ...quantitiesIn(told.replace(COMPUTATION, "")),
      ...(rows.length > 0 ? [] : quantitiesIn(quotes)),
    ],
  };
}

/**
 * Why a model's sentence is dropped:
 * - `marker`: a marker that does not exist, that is missing, or that is another source's
 * - `figure`, `unit`, `direction`, `qualifier`: not the evidence's number, unit, rise or fall, 左右 or 以上
 * - `region`, `year`, `kind`: a name the evidence lacks, or a figure told of another region, year, target or result
 * - `relation`, `verdict`: higher or lower, met or missed, that the figures do not bear out
 * - `strange`: words that are mostly not those of the evidence
 * - `markup`: links, headings, tables, tags
 */
export type Fault =
  | "marker"
  | "figure"
  | "unit"
  | "direction"
  | "qualifier"
  | "region"
  | "year"
  | "kind"
  | "relation"
  | "verdict"
  | "strange"
  | "markup";
