import type { Desk } from "#answer/desk.ts";
import type { Ending } from "#answer/draft.ts";
import { unitsFor } from "#answer/read-passages.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Operation } from "#question/question.ts";
import { cues } from "#read/cues.ts";
import type { ReadUnit } from "#read/reader.ts";
import { foldPlain } from "#text/fold.ts";
import type { Candidate } from "./choose.ts";
import { expectationOf, meets } from "./expectation.ts";
import { explains } from "./explains.ts";
import { wantedBy } from "./find-candidates.ts";
import {
  answers,
  headUnknown,
  LEAST,
  ofOtherThanZone,
  quotesUnknown,
  SURE,
  windowWords,
} from "./good-enough.ts";
import { besideFigure } from "./near-figure.ts";
import { tellsAsked } from "./tells-asked.ts";

/** Above it the reader's choice goes before any other. */
const SURELY = 0.9;
/** Above it the reader's choice answers where the rules find nothing that does. */
const LIKELY = 0.5;
/** Below it a stretch is never shown, neither as the answer nor as the nearest thing held. */
const FLOOR = 0.15;
/**
 * The same where a question names neither place nor year nor indicator. Of 165 such questions that no report answers (off-scope),
 * four fifths lie below; of those that one answers, an eighth.
 */
const FLOOR_OF_ANYTHING = 0.33;

/** What the reader thinks of the question in one region (or anywhere). */
export interface Read {
  /** The stretch most likely to answer, where nothing speaks against it. */
  readonly best: (Candidate & { readonly probability: number }) | null;
  /** False where what a stretch holds surely does not answer; true as well where none of it was read closely. */
  mayShow(documentId: string, span: Span): boolean;
}

export async function readFor(desk: Desk, region: string | null): Promise<Read> {
  const units = await unitsFor(desk, region);
  const { regions, years, indicators } = desk.question;
  const floor = regions.length + years.length + indicators.length > 0 ? FLOOR : FLOOR_OF_ANYTHING;
  const first = units.find((read) => mayTell(desk, read) && !closes(desk, read.unit.documentId, read.unit));
  return {
    best: first === undefined ? null : candidateOf(desk, first),
    mayShow: (documentId, { start, end }) => {
      if (closes(desk, documentId, { start, end })) return false;
      const held = units.filter(
        ({ unit }) => unit.documentId === documentId && unit.start < end && start < unit.end,
      );
      return held.length === 0 || held.some(({ probability }) => probability >= floor);
    },
  };
}

/**
 * The reader's choice where it is sure, else the rules', else the reader's where it is likely; none that the reader
 * thinks does not answer at all.
 */
export function chosenBy(
  desk: Desk,
  { best, mayShow }: Read,
  { ruled, ending, least }: Ruled,
): Candidate | undefined {
  const told = best !== null && nothingAgainst(desk, best, ending) ? best : null;
  if (told !== null && told.probability >= SURELY) {
    return ruled !== undefined && overlap(ruled, told) ? ruled : told;
  }
  if (ruled !== undefined) {
    // The reader does not see that 该项目 is the road named two sentences before; the rules do.
    const sure = answers(desk, ruled, SURE) && !closes(desk, ruled.documentId, ruled.window);
    return sure || mayShow(ruled.documentId, ruled.window) ? ruled : undefined;
  }
  return least === LEAST && told !== null && told.probability >= LIKELY ? told : undefined;
}

/** What the rules chose of the same passages. */
interface Ruled {
  readonly ruled: Candidate | undefined;
  readonly ending: Ending;
  readonly least: typeof LEAST;
}

const overlap = (one: Candidate, other: Candidate): boolean =>
  one.documentId === other.documentId &&
  one.window.start < other.window.end &&
  other.window.start < one.window.end;

/** 让我们朝着更加美好的明天，继续前进！: with such words a report ends, and tells nothing. */
const closes = ({ sources }: Desk, documentId: string, span: Span): boolean =>
  cues.tells.closing.test(foldPlain(sliceOf(sources.document(documentId)?.text ?? "", span)));

/** What the lookup of figures did not find is in no row, and a row gives no reason. */
function mayTell({ question }: Desk, { unit }: ReadUnit): boolean {
  if (unit.kind !== "row") return true;
  return question.operation !== "met" && question.operation !== "reason" && !isMostlyIndicator(question);
}

const NO_TERMS: ReadonlySet<string> = new Set();

/** What sets figures beside each other stays with the figures. */
const OF_FIGURES: ReadonlySet<Operation> = new Set(["compare", "difference", "sum", "series", "rank"]);

/** A thing that no report names, or an answer of another kind than asked for, is no matter of likelihood. */
function nothingAgainst(desk: Desk, candidate: Candidate, ending: Ending): boolean {
  const { operation, asked, indicators } = desk.question;
  if (OF_FIGURES.has(operation)) return false;
  if (headUnknown(desk) || quotesUnknown(desk) || ofOtherThanZone(desk, candidate)) return false;
  if (!tellsAsked(desk, candidate)) return false;
  if (ending === "definition" && !explains(desk, candidate)) return false;
  // Of an indicator whose figure is not held, sentences tell other figures.
  if (indicators.length > 0 && isMostlyIndicator(desk.question)) return false;
  if (operation === "list" || operation === "reason") return true;
  return meets(expectationOf(foldPlain(asked)), foldPlain(windowWords(desk, candidate))) > 0;
}

function candidateOf(
  desk: Desk,
  { unit, probability, features }: ReadUnit,
): Candidate & { readonly probability: number } {
  const folded = foldPlain(sliceOf(desk.sources.document(unit.documentId)?.text ?? "", unit));
  return {
    documentId: unit.documentId,
    passage: unit.passage,
    window: { start: unit.start, end: unit.end, sentences: 1 },
    covered: features["covered"] ?? 0,
    known: features["knownCovered"] ?? 0,
    rare: features["rareCovered"] ?? 0,
    fit: 1,
    beside: besideFigure(folded, wantedBy(desk), NO_TERMS),
    score: probability,
    probability,
  };
}
