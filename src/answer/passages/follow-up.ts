import type { Desk } from "#answer/desk.ts";
import type { Draft, Thread } from "#answer/draft.ts";
import { countedItem } from "#answer/lists/item-of-list.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { ALIKE, attributesAsked, type Expectation, expectationOf, meets } from "./expectation.ts";
import { itemsIn } from "./list-span.ts";
import { tellsOnlyGrowth } from "./mismatch.ts";
import { quoted, rowTold } from "./quote.ts";
import { ownWords } from "./wording.ts";

/** Share of a turn's own words that the sentence quoted before must hold to be meant. */
const SAID = 0.75;
/** The same for another sentence of its paragraph. */
const SAID_BESIDE = 0.95;
/** …and of them, what the words right beside a fitting figure must hold. */
const AT_FIGURE = 0.6;
const FEWEST_ITEMS = 3;
const MONEY = /^(?:投资|投入|经费|预算|费用|拨款|资金(?!额)|资|金额|钱|额)+$/;
/** What one sentence may tell by itself; reasons, meanings and comparisons have their own ways. */
const TOLD_IN_ONE: ReadonlySet<Question["operation"]> = new Set(["value", "passage", "list", "count"]);

/**
 * 拉动了多少消费 after 办了多少场展会: a turn that names no place or year goes on with the sentence quoted before, where
 * that sentence holds its words and the kind of thing it asks for. Null where it does not.
 */
export function threadDraft(desk: Desk, thread: Thread): Draft | null {
  const { question: before, draft } = thread;
  const { question, sources } = desk;
  if (!question.leans || draft.status !== "answered") return null;
  const item = countedItem(desk, thread);
  if (item !== null) return item;
  const asked = foldPlain(question.asked);
  // 哪几项没完成 is looked up in the table.
  if (!TOLD_IN_ONE.has(question.operation) || patterns.fulfilment.test(asked)) return null;
  const words = ownWords(asked);
  const turn: Turn = {
    asked,
    terms: words === "" ? null : termsOf(sources, words),
    expectation: expectedOf(question, before),
    lists: question.operation === "list",
  };
  // 安排多少资金 after a row of a table: its own column of money.
  const ofCited = ({ tables }: SourceDocument, cited: Span): Turn =>
    MONEY.test(words) && tables.some(({ span }) => contains(span, cited)) ? { ...turn, terms: null } : turn;
  for (const { documentId, start, end } of draft.book.citations) {
    const document = sources.document(documentId);
    const span =
      document === null ? null : meantIn(document, { start, end }, ofCited(document, { start, end }));
    if (document === null || span === null) continue;
    const told = {
      folded: foldPlain(sliceOf(document.text, span)),
      names: indicatorNames(question.indicators),
    };
    if (tellsOnlyGrowth(question, told)) continue;
    const row = turn.lists ? null : rowTold(desk, document, span);
    if (row !== null) return desk.draft("passage", row);
    const marker = `[${desk.book.cite(documentId, span)}]`;
    const ending = turn.lists ? "list" : "passage";
    return desk.draft(
      ending,
      quoted(sliceOf(document.text, span), {
        marker,
        ending,
        expectation: turn.expectation,
        terms: turn.terms ?? termsOf(sources, before.topic),
        heading: sectionAt(document, span.start)?.title ?? "",
      }),
    );
  }
  return null;
}

interface Turn {
  readonly asked: string;
  /** Null where the turn says nothing but what it asks for. */
  readonly terms: QuestionTerms | null;
  readonly expectation: Expectation;
  readonly lists: boolean;
}

/** 产值呢 after 多少辆: a figure is asked again. */
function expectedOf({ asked }: Question, before: Question): Expectation {
  const own = expectationOf(foldPlain(asked));
  const again = /呢[?]?$/.test(foldPlain(asked)) && expectationOf(foldPlain(before.asked)).number;
  return again ? { ...own, number: true } : own;
}

function meantIn(document: SourceDocument, cited: Span, turn: Turn): Span | null {
  const { text } = document;
  const own = sentences(text, cited).find((span) => tells(sliceOf(text, span), turn, SAID));
  if (own !== undefined || turn.terms === null) return own ?? null;
  // 加装电梯那项呢 after a row of a table: another of its rows.
  const table = document.tables.find((each) => contains(each.span, cited));
  const row = table?.rows.find(({ span }) => tells(sliceOf(text, span), turn, SAID));
  if (row !== undefined) return row.span;
  const from = text.lastIndexOf("\n", cited.start) + 1;
  const to = text.indexOf("\n", cited.end);
  const paragraph = { start: from, end: to === -1 ? text.length : to };
  return sentences(text, paragraph).find((span) => tells(sliceOf(text, span), turn, SAID_BESIDE)) ?? null;
}

function tells(words: string, { asked, terms, expectation, lists }: Turn, least: number): boolean {
  const folded = foldPlain(words);
  if (terms === null && !lists && !expectation.number && !expectation.date && !expectation.rank) return false;
  if (lists && itemsIn(words) < FEWEST_ITEMS) return false;
  if (terms !== null && shareOf(terms, heldTerms(terms, folded)) < least) return false;
  if (lists) return true;
  if (!expectation.number && !expectation.date) return meets(expectation, folded) >= ALIKE;
  const pieces = folded.includes(" | ")
    ? [folded]
    : folded.replaceAll(/\([^)]*\)/g, "").split(/[;。:]|[,、](?!\d)/);
  return pieces.some((piece, at) => {
    if (meets(expectation, piece) < ALIKE) return false;
    if (!attributesAsked(asked).every((told) => told.test(piece))) return false;
    // 政府投资项目142个、计划投资65.5亿元: the piece before may name the subject.
    const beside = `${pieces[at - 1] ?? ""} ${piece}`;
    return terms === null || shareOf(terms, heldTerms(terms, beside)) >= AT_FIGURE;
  });
}
