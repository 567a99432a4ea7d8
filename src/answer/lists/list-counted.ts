import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { documentsFor } from "#answer/passages/find-candidates.ts";
import { asItem } from "#answer/passages/quote.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { heldAmong, knownShareOf, type QuestionTerms, termsOf, termsPresent } from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { itemsAfter, itemWords } from "./list-items.ts";
import { sectionPartsDraft } from "./list-sections.ts";

const COUNT = /(?:[二两三四五六七八九十]{1,3}|\d{1,2})(?:个|项|方面|件|条|类|种|步|点)/g;
/** Share of the question's known weight that the opening sentence and its heading must hold. */
const ENOUGH = 0.3;
const MOST_DOCUMENTS = 12;
/** A question that counts more kinds of things is looked up for the first of them. */
const MOST_COUNTS = 4;
/** Characters of the thing counted that tell it from others. */
const NAMED = 2;

/** 八个坚定不移, 九方面工作, 四大民生工程: so many things of a kind. */
const COUNTED =
  /([二两三四五六七八九十]{1,3}|\d{1,2})(大|个|项|方面|件|条|类|种|步|点|篇|化)(?:方面|的)*(?=([\u4e00-\u9fff“”"']{0,8}))/g;

/** What a question counts, and by which measure word. */
interface Counted {
  readonly value: number;
  readonly measure: string;
  /** The thing counted, where its name was read. */
  readonly kind: string;
  /** Count, measure word and kind as the question writes them. */
  readonly printed: string;
}

interface Listed {
  readonly document: SourceDocument;
  readonly items: readonly Span[];
  readonly share: number;
}

/**
 * “八个坚定不移”是哪些: the items that follow the sentence announcing just so many. Null when the question counts
 * nothing, or no sentence is followed by as many items.
 */
export function countedListDraft(desk: Desk): Draft | null {
  if (!["list", "passage", "definition"].includes(desk.question.operation)) return null;
  const folded = foldPlain(desk.question.asked);
  const counts = countsIn(folded);
  if (counts.length === 0) return sectionPartsDraft(desk, null);
  const terms = askedTerms(desk);
  let best: Listed | null = null;
  for (const document of documentsFor(desk).slice(0, MOST_DOCUMENTS)) {
    for (const counted of counts) {
      for (const opening of openingsOf(document, counted.value, counted.measure)) {
        const named = printsCount(document, opening, counted);
        const share = named ? 1 : shareIn(terms, document, opening);
        if (share < ENOUGH || share <= (best?.share ?? 0)) continue;
        const items = itemsCounted(document, opening, counted.value);
        if (items.length > 0) best = { document, items, share };
      }
    }
  }
  if (best === null) return sectionPartsDraft(desk, counts[0]?.value ?? null);
  const { document, items } = best;
  return desk.draft("list", [
    {
      type: "list",
      ordered: false,
      items: items.map(
        (item) => `${asItem(itemWords(document, item))}[${desk.book.cite(document.id, item)}]`,
      ),
    },
  ]);
}

/** What the words count, each once: however often it is said, it is looked for once. */
function countsIn(folded: string): Counted[] {
  const found = [...folded.matchAll(COUNTED)].flatMap(([, count = "", measure = "", kind = ""]) => {
    const value = parseCount(count);
    const bare = kind.replace(/[^\p{L}]/gu, "");
    return value === null || value < 2
      ? []
      : [{ value, measure, kind: bare, printed: `${count}${measure}${bare}` }];
  });
  return [...new Map(found.map((each) => [each.printed, each])).values()].slice(0, MOST_COUNTS);
}

/** “八个曲阳”: the very words of the question that count and name. */
function printsCount({ text }: SourceDocument, opening: Span, { printed, kind }: Counted): boolean {
  const words = printed.slice(0, printed.length - Math.max(0, kind.length - NAMED));
  return kind.length >= NAMED && foldPlain(sliceOf(text, opening)).includes(words);
}

/** Just as many items as are counted; empty where there are not so many. */
function itemsCounted(document: SourceDocument, opening: Span, count: number): Span[] {
  const items = itemsAfter(document, opening);
  return items.length === count || items.length === count + 1 ? items.slice(0, count) : [];
}

/** The sentences that print the count, in figures or in words; a measure word of another kind may stand for it. */
function openingsOf({ text }: SourceDocument, value: number, measure: string): Span[] {
  const found: Span[] = [];
  for (const span of sentences(text)) {
    const words = foldPlain(sliceOf(text, span));
    const said = [...words.matchAll(COUNTED)].some(
      ([, count = "", other = ""]) =>
        parseCount(count) === value && (other === measure || "大个项方面".includes(other)),
    );
    if (said) found.push(span);
  }
  return found;
}

/** The question's words without the count itself. */
function askedTerms({ question, sources }: Desk): QuestionTerms {
  const bare = question.topic.replace(COUNT, " ");
  return termsOf(sources, tellingWords(bare, foldPlain(question.asked)));
}

/** Share of the words asked that the opening holds. */
const shareIn = (terms: QuestionTerms, { text }: SourceDocument, opening: Span): number =>
  knownShareOf(terms, heldAmong(terms, termsPresent(foldPlain(sliceOf(text, opening)))));
