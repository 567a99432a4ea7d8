import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator-names.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";
import { expectationOf } from "./expectation.ts";
import { documentsFor, documentsNewestFirst } from "./find-candidates.ts";
import { asItem } from "./quoted.ts";

const RANK = /第[一二三四五六七八九十\d]+|首位|前[一二三四五六七八九十\d]+/;
const RANKS = new RegExp(RANK, "g");
const GROWTH = /增速|增长率|增幅|增长/;
const MEASURED = /总量|总额|增速|增长率|增幅|增长/g;
const FEWEST = 2;

/**
 * 总量排名这几年有什么变化: the rank of one indicator in each report that looks back on a year asked about, in the
 * report's own clause. Null when fewer than two years tell one.
 */
export function ranksOverYearsDraft(desk: Desk): Draft | null {
  const { question } = desk;
  const folded = foldPlain(question.asked);
  if (!expectationOf(folded).rank || question.regions.length !== 1 || question.indicators.length !== 1)
    return null;
  if (question.years.length < FEWEST && !/这几年|近年|历年|变化/.test(folded)) return null;
  const wanted = wantedBy(question);
  const items = documentsFor(desk)
    .toSorted((a, b) => (a.reviewYear ?? 0) - (b.reviewYear ?? 0))
    .flatMap((document) => {
      if (document.reviewYear === null) return [];
      if (question.years.length > 0 && !question.years.includes(document.reviewYear)) return [];
      const told = rankIn(document, wanted);
      if (told === null) return [];
      const words = asItem(sliceOf(document.text, told)).replace(/[，；。]$/, "");
      return [`${desk.year(document.reviewYear)}：${words}[${desk.book.cite(document.id, told)}]`];
    });
  return items.length < FEWEST ? null : desk.draft("rank", [{ type: "list", ordered: false, items }]);
}

/** The rank of one indicator in the newest report of the year that tells one, in its own clause; null where none does. */
export function rankDraft(desk: Desk): Draft | null {
  const { question } = desk;
  if (question.indicators.length !== 1) return null;
  const wanted = wantedBy(question);
  const fits = ({ reviewYear }: SourceDocument) =>
    question.years.length === 0 || (reviewYear !== null && question.years.includes(reviewYear));
  for (const document of documentsNewestFirst(desk).filter(fits)) {
    const told = rankIn(document, wanted);
    if (told === null) continue;
    const words = asItem(sliceOf(document.text, told)).replace(/[，；。]$/, "");
    const text = `${words}。[${desk.book.cite(document.id, told)}]`;
    return desk.draft("passage", [{ type: "paragraph", text }]);
  }
  return null;
}

function wantedBy({ asked, indicators }: Question): Wanted {
  const folded = foldPlain(asked);
  return {
    names: indicatorNames(indicators),
    growth: GROWTH.test(folded),
    scope: /全[国省市区县]/.exec(folded)?.[0] ?? null,
  };
}

interface Wanted {
  readonly names: readonly string[];
  readonly growth: boolean;
  readonly scope: string | null;
}

/** From the clause that names the indicator to the one that ranks it. */
function rankIn({ text }: SourceDocument, { names, growth, scope }: Wanted): Span | null {
  for (const sentence of sentences(text)) {
    const whole = foldPlain(sliceOf(text, sentence));
    if (!RANK.test(whole) || !names.some((name) => whole.includes(name))) continue;
    let named: Span | null = null;
    let ofGrowth = false;
    for (const clause of clauses(text, sentence)) {
      const words = foldPlain(sliceOf(text, clause));
      if (names.some((name) => words.includes(name))) named = clause;
      // 总量居第三、增速居第一: what is ranked is what was last named before the rank.
      const ranked = [...words.matchAll(RANKS)].some(({ index }) => {
        const measured = [...words.slice(0, index).matchAll(MEASURED)].at(-1)?.[0];
        if (measured !== undefined) ofGrowth = !measured.startsWith("总");
        return ofGrowth === growth;
      });
      if (named === null || !ranked || (scope !== null && !words.includes(scope))) continue;
      return { start: named.start, end: clause.end };
    }
  }
  return null;
}
