import type { Sources } from "#answer/sources.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import { contains, sliceOf } from "#domain/span.ts";
import { newestReports } from "#question/outline.ts";
import { foldPlain } from "#text/fold.ts";
import { causeIn } from "./cause.ts";
import { ALIKE, type Expectation, meets } from "./expectation.ts";
import { forms } from "./forms.ts";
import { onlyFigures } from "./only-figures.ts";
import { termsPointedAt, windowsBehind } from "./pointing.ts";
import { type Half, halfAt, inOtherHalf } from "./report-half.ts";
import { rowWords } from "./row-words.ts";
import { heldAmong, knownShareOf, type QuestionTerms, rareShareOf, shareOf, termsPresent } from "./terms.ts";
import { type Window, windowsOf } from "./windows.ts";

/** A stretch of a report that may answer. */
export interface Candidate {
  readonly documentId: string;
  readonly passage: RankedPassage;
  readonly window: Window;
  /** Share of the question's weight in the words, with half of what only the section path adds, 0 to 1. */
  readonly covered: number;
  /** The same out of the words the corpus knows: wording no report uses does not count against it. */
  readonly known: number;
  /** Share of the question's rarest known words, 0 to 1. */
  readonly rare: number;
  /** How well it fits what was asked for (a number, a date), 0 to 1. */
  readonly fit: number;
  /** The most of the question that a fitting figure's clause and the one before it hold, 0 to 1; 1 where none is asked. */
  readonly beside: number;
  readonly score: number;
}

export interface Wanted {
  /** The question's words, and the same with official names for citizens' words; the best reading counts. */
  readonly wordings: readonly QuestionTerms[];
  readonly expectation: Expectation;
  /** True for 为什么: words of cause count. */
  readonly cause: boolean;
  /** Years asked about: a passage headed with other years only is about those. */
  readonly years: readonly number[];
  /** True when no report covers those years: a passage must then print one (到2035年). */
  readonly yearPrinted: boolean;
  /** Words that an answer to a question so worded has: 有什么好处 → 方便. */
  readonly echoes: readonly RegExp[];
  /** 怎么, 采取了什么措施: what is done is asked for; a sentence of praise tells none of it. */
  readonly doing: boolean;
  /** Words the question puts in quotation marks: a passage with the very words is meant. */
  readonly quotations: readonly string[];
  /** 全市 in 在全市排第几: among whom a rank is asked for. */
  readonly scope: string | null;
  /** False when the table has been looked up already: its rows are no passages then. */
  readonly rows: boolean;
  /** 建得怎么样了 looks back, where no year says so. */
  readonly half: Half | null;
  /** Names that a reason's own heading (2.固定资产投资增速。) may carry. */
  readonly subjects: readonly string[];
}

/** What the section path knows counts, but less than what the sentence says. */
const CONTEXT_SHARE = 0.4;
const PER_EXTRA_SENTENCE = 0.05;
const RANK_PRIOR = 0.12;
const FIT_SHARE = 0.25;
/** Words of beginning and end are rare, and tell a route whatever else is there. */
const ROUTE_SHARE = 0.6;
const NEAR_SHARE = 0.15;
const BOND_SHARE = 0.15;
const CAUSE_SHARE = 0.15;
const HEADED_SHARE = 0.5;
const FIGURES_SHARE = 0.3;
const QUOTATION_SHARE = 0.3;
const SCOPE_SHARE = 0.2;
const ECHO_SHARE = 0.3;
const SLOGAN_SHARE = 0.3;
/** What is only planned tells little of how a thing stands. */
const PLANNED_SHARE = -0.2;
/** Where no year is asked, the newest report of a region speaks before its older ones. */
const NEWEST_SHARE = 0.04;
/** A rank is won and lost every year. */
const NEWEST_RANK_SHARE = 0.12;
/** What came about in a year is told of in the report that looks back on it. */
const REVIEWED_SHARE = 0.05;
/** A figure that stands far from the question's words is seldom the one asked for. */
const ELSEWHERE_SHARE = 0.3;
/**
 * Share of the question that the clauses around a fitting figure hold at least. Of 150 figures that answer, two lie
 * below; of 45 that stand in the right sentence and tell something else, 32 do.
 */
export const BESIDE = 0.2;
/** A date's subject often stands in an earlier sentence (该项目预计2025年竣工). */
const BESIDE_DATE = 0.05;
/** What the sentences just before it name counts nearly as its own, where a sentence points at it (该项目…). */
const POINTED_SHARE = 0.85;
/** A heading names the matter and seldom tells of it. */
const HEADING_ALONE = 0.25;
const TOO_SHORT = 16;

/** Scores every window of the passages; best first, ties in reading order. */
export function candidatesOf(
  sources: Sources,
  passages: readonly RankedPassage[],
  wanted: Wanted,
): Candidate[] {
  const seen = new Set<string>();
  const newest = wanted.years.length > 0 ? null : newestReports(sources.outline);
  const candidates = passages.flatMap((passage, rank) => {
    const document = sources.document(passage.chunk.documentId);
    const { chunk } = passage;
    if (document === null) return [];
    const whole = termsPresent(`${chunk.context}\n${chunk.text}`);
    const headings = document.sections.filter(
      ({ heading }) => heading.start < chunk.end && chunk.start < heading.end,
    );
    const windows = [...windowsOf(document, chunk), ...windowsBehind(document, chunk)];
    return windows.flatMap((window): Candidate[] => {
      const key = `${document.id} ${window.start} ${window.end}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const folded = foldPlain(sliceOf(document.text, window));
      // A row of a table gives no reason; a note under it may.
      const row = folded.includes(" | ");
      if (wanted.cause && row) return [];
      if (ofOtherYears(wanted, folded, chunk.section) || ofThisYear(wanted, folded, document)) return [];
      if (!namesYear(wanted, folded) && inOtherHalf(wanted, document, window.start)) return [];
      const around = { whole, before: termsPointedAt(document, window, folded) };
      const shares = bestShares(wanted.wordings, folded, around);
      const fit = meets(wanted.expectation, row ? rowWithTitles(document, window, folded) : folded);
      // What the lookup did not find, a row answers only when it prints the very measure word asked for.
      if (row && !wanted.rows && (fit < 1 || wanted.expectation.classifier === null)) return [];
      const cause = wanted.cause
        ? CAUSE_SHARE * causeIn(folded, wanted.wordings) +
          HEADED_SHARE * Number(headedBy(folded, wanted.subjects)) -
          FIGURES_SHARE * Number(onlyFigures(folded))
        : 0;
      const beside = besideFigure(folded, wanted, around.before);
      const score =
        shares.covered -
        ELSEWHERE_SHARE * Number(beside < (wanted.expectation.date ? BESIDE_DATE : BESIDE)) +
        BOND_SHARE * shares.together +
        NEAR_SHARE * nearFigure(folded, wanted) +
        cause +
        ECHO_SHARE * Number(wanted.echoes.some((told) => told.test(folded))) -
        SLOGAN_SHARE * Number(wanted.doing && forms.slogan.test(folded)) +
        SCOPE_SHARE * Number(wanted.scope !== null && folded.includes(wanted.scope)) +
        QUOTATION_SHARE * Number(wanted.quotations.some((words) => folded.includes(words))) +
        (wanted.expectation.route ? ROUTE_SHARE : FIT_SHARE) * fit +
        PLANNED_SHARE * Number(wanted.half === "back" && halfAt(document, window.start) === "ahead") +
        (wanted.expectation.rank ? NEWEST_RANK_SHARE : NEWEST_SHARE) *
          Number(newest?.get(document.region ?? "")?.id === document.id) +
        REVIEWED_SHARE * Number(wanted.cause && ofReview(wanted, document)) +
        RANK_PRIOR / (1 + rank) -
        HEADING_ALONE *
          Number(folded.length < TOO_SHORT || headings.some(({ heading }) => contains(heading, window))) -
        PER_EXTRA_SENTENCE * (window.sentences - 1);
      return [{ documentId: document.id, passage, window, ...shares, fit, beside, score }];
    });
  });
  return candidates.sort(
    (a, b) =>
      b.score - a.score ||
      a.documentId.localeCompare(b.documentId) ||
      a.window.start - b.window.start ||
      a.window.end - b.window.end,
  );
}

/** The unit of a row's figures often stands in the titles of its columns. */
function rowWithTitles({ tables }: SourceDocument, window: Window, folded: string): string {
  const table = tables.find(({ span }) => contains(span, window));
  const words = table === undefined ? null : rowWords(table, window);
  return words === null ? folded : foldPlain(words).replace(UNIT_BEFORE, "$2$1");
}
/** 年度投资计划(万元) 750 → 年度投资计划 750万元. */
const UNIT_BEFORE = /\(([^()\d]{1,6})\) ?([\d.]+)/g;

/** 2.固定资产投资增速。主要由于…: an entry of a list of reasons that is about just this indicator. */
function headedBy(folded: string, subjects: readonly string[]): boolean {
  const head =
    folded
      .split("。")[0]
      ?.replace(/^.*[:：]/, "")
      .replace(/^\d+[.、]?\s*/, "") ?? "";
  return folded.length > head.length + 8 && subjects.includes(head);
}

const YEAR = /(?:19|20)\d{2}(?=年)/g;
const yearsIn = (text: string): number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));

const namesYear = ({ years }: Pick<Wanted, "years">, folded: string): boolean =>
  yearsIn(folded).some((year) => years.includes(year));

/** The nearest heading with a year says what year its words are about, unless they say so themselves. */
function ofOtherYears(
  { years: asked, yearPrinted }: Wanted,
  folded: string,
  section: readonly string[],
): boolean {
  if (asked.length === 0 || namesYear({ years: asked }, folded)) return false;
  if (yearPrinted) return true;
  const heading = section.findLast((title) => yearsIn(title).length > 0);
  return heading !== undefined && !yearsIn(heading).some((year) => asked.includes(year));
}

const ofReview = ({ years }: Wanted, { reviewYear }: SourceDocument): boolean =>
  reviewYear !== null && years.includes(reviewYear);

const THIS_YEAR = /今年(?!以来)/;

/** 今年 is the year a report plans for, where it is no year asked about and none of these is named. */
function ofThisYear({ years: asked }: Wanted, folded: string, { planYear }: SourceDocument): boolean {
  if (asked.length === 0 || planYear === null || asked.includes(planYear)) return false;
  return THIS_YEAR.test(folded) && !yearsIn(folded).some((year) => asked.includes(year));
}

/** The most of the question that one clause with a fitting figure holds, 0 to 1: 投资2.5亿元的乳粉生产线. */
function nearFigure(folded: string, { expectation, wordings }: Wanted): number {
  if (!expectation.number && !expectation.date) return 0;
  const told = folded.split(/[;。:]|[,、](?!\d)/).filter((clause) => meets(expectation, clause) === 1);
  const shares = told.flatMap((clause) => {
    const present = termsPresent(clause);
    return wordings.map((terms) => shareOf(terms, heldAmong(terms, present)));
  });
  return Math.max(0, ...shares);
}

/** The same with the clause before, where the subject often stands, and what the words point back at; a row of a table is one clause. */
function besideFigure(
  folded: string,
  { expectation, wordings }: Wanted,
  pointedAt: ReadonlySet<string>,
): number {
  if ((!expectation.number && !expectation.date) || folded.includes(" | ")) return 1;
  const clauses = folded.split(/[;。:]|,(?!\d)/);
  const told = clauses.flatMap((clause, at) =>
    meets(expectation, clause) >= ALIKE ? [`${clauses[at - 1] ?? ""},${clause}`] : [],
  );
  const shares = told.flatMap((words) => {
    const present = new Set([...termsPresent(words), ...pointedAt]);
    return wordings.map((terms) => shareOf(terms, heldAmong(terms, present)));
  });
  return Math.max(0, ...shares);
}

interface Shares extends Pick<Candidate, "covered" | "known" | "rare"> {
  /** Share of the pairs that show the question's words standing together. */
  readonly together: number;
}

interface Around {
  /** Terms of the whole passage and its headings. */
  readonly whole: ReadonlySet<string>;
  /** Terms of the sentences that the words point back at; empty when they do not. */
  readonly before: ReadonlySet<string>;
}

function bestShares(wordings: readonly QuestionTerms[], folded: string, { whole, before }: Around): Shares {
  const present = termsPresent(folded);
  let best: Shares = { covered: 0, known: 0, rare: 0, together: 0 };
  for (const terms of wordings) {
    const held = heldAmong(terms, present);
    const pointed = new Set([...heldAmong(terms, before)].filter((term) => !held.has(term)));
    const added = new Set(
      [...heldAmong(terms, whole)].filter((term) => !held.has(term) && !pointed.has(term)),
    );
    const weighed = (share: typeof shareOf) =>
      share(terms, held) + POINTED_SHARE * share(terms, pointed) + CONTEXT_SHARE * share(terms, added);
    const covered = weighed(shareOf);
    if (covered <= best.covered) continue;
    const known = weighed(knownShareOf);
    const rare = rareShareOf(terms, new Set([...held, ...pointed, ...added]));
    const bonds = terms.bonds.filter((pair) => present.has(pair)).length;
    const together = terms.bonds.length === 0 ? 0 : bonds / terms.bonds.length;
    best = { covered, known, rare, together };
  }
  return best;
}
