import type { Sources } from "#answer/sources.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import { contains, sliceOf } from "#domain/span.ts";
import { newestReports } from "#question/outline.ts";
import {
  heldAmong,
  knownShareOf,
  type QuestionTerms,
  rareShareOf,
  shareOf,
  termsPresent,
} from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { causeIn } from "./cause.ts";
import { meets } from "./expectation.ts";
import { forms } from "./forms.ts";
import { BESIDE, BESIDE_DATE, besideFigure, nearFigure, rowWithTitles } from "./near-figure.ts";
import { namesYear, ofOtherYears, ofReview, ofThisYear } from "./of-years.ts";
import { onlyFigures } from "./only-figures.ts";
import { termsPointedAt, windowsBehind } from "./pointing.ts";
import { halfAt, inOtherHalf } from "./report-half.ts";
import type { Wanted } from "./wanted.ts";
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
/** What the sentences just before it name counts nearly as its own, where a sentence points at it (该项目…). */
const POINTED_SHARE = 0.85;
/** A heading names the matter and seldom tells of it. */
const HEADING_ALONE = 0.25;
const TOO_SHORT = 16;
/** Least share of the question's known words that a row has in its own cells. */
const OWN_OF_ROW = 0.2;

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
      const folded = foldPlain(sliceOf(document.text, window)).replace(NOTE_MARK, "");
      // A row of a table gives no reason; a note under it may.
      const row = folded.includes(" | ");
      if (wanted.cause && row) return [];
      const planned = halfAt(document, window.start) === "ahead";
      if (wanted.achieved && (planned || forms.problems.test(folded))) return [];
      if (ofOtherYears(wanted, folded, chunk.section) || ofThisYear(wanted, folded, document)) return [];
      if (!namesYear(wanted, folded) && inOtherHalf(wanted, document, window.start)) return [];
      const around = { whole, before: termsPointedAt(document, window, folded) };
      const shares = bestShares(wanted.wordings, folded, around);
      // What a table is called says nothing of each of its rows.
      if (row && shares.own < OWN_OF_ROW) return [];
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
        PLANNED_SHARE * Number(wanted.half === "back" && planned) +
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

/** “空心村”[18]: the number of a note is no figure. */
const NOTE_MARK = /[[〔【]\d{1,3}[\]〕】]/g;

/** 2.固定资产投资增速。主要由于…: an entry of a list of reasons that is about just this indicator. */
function headedBy(folded: string, subjects: readonly string[]): boolean {
  const head =
    folded
      .split("。")[0]
      ?.replace(/^.*[:：]/, "")
      .replace(/^\d+[.、]?\s*/, "") ?? "";
  return folded.length > head.length + 8 && subjects.includes(head);
}

interface Shares extends Pick<Candidate, "covered" | "known" | "rare"> {
  /** Share of the pairs that show the question's words standing together. */
  readonly together: number;
  /** Share of the known words that the window itself holds. */
  readonly own: number;
}

interface Around {
  /** Terms of the whole passage and its headings. */
  readonly whole: ReadonlySet<string>;
  /** Terms of the sentences that the words point back at; empty when they do not. */
  readonly before: ReadonlySet<string>;
}

function bestShares(wordings: readonly QuestionTerms[], folded: string, { whole, before }: Around): Shares {
  const present = termsPresent(folded);
  let best: Shares = { covered: 0, known: 0, rare: 0, together: 0, own: 0 };
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
    best = { covered, known, rare, together, own: knownShareOf(terms, held) };
  }
  return best;
}
