import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { heldAmong, knownShareOf, type QuestionTerms, termsOf, termsPresent } from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { boxItems, inlineItems, itemsAfter, itemsOfKind, itemWords } from "./enumeration.ts";
import { documentsFor } from "./find-candidates.ts";
import { forms } from "./forms.ts";
import { headedPartsDraft } from "./headed-parts.ts";
import { asItem } from "./quoted.ts";
import { COUNTED, type Counted, namesBehind, strungDraft } from "./strung-list.ts";

const COUNT = /(?:[二两三四五六七八九十]{1,3}|\d{1,2})(?:个|项|方面|件|条|类|种|步|点)/g;
/** Share of the question's known weight that the opening sentence and its heading must hold. */
const ENOUGH = 0.3;
const MOST_DOCUMENTS = 12;
/** A question that counts more kinds of things is looked up for the first of them. */
const MOST_COUNTS = 4;
/** Characters of the thing counted that tell it from others. */
const NAMED = 2;
/** The same, where the count is not printed. */
const GROUNDS = 0.4;

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
  if (counts.length === 0) return headedPartsDraft(desk, null);
  const terms = askedTerms(desk);
  let best: Listed | null = null;
  for (const document of documentsFor(desk).slice(0, MOST_DOCUMENTS)) {
    for (const counted of counts) {
      for (const opening of openingsOf(document, counted.value, counted.measure)) {
        const named = printsCount(document, opening, counted);
        const share = named ? 1 : shareIn(terms, document, opening);
        if (share < ENOUGH || share <= (best?.share ?? 0)) continue;
        const items = itemsCounted(document, opening, counted);
        if (items.length > 0) best = { document, items, share };
      }
    }
  }
  if (best === null && forms.grounds.test(folded)) best = groundsOf(desk, counts);
  if (best === null) return strungDraft(desk, counts) ?? headedPartsDraft(desk, counts[0]?.value ?? null);
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
function countsIn(folded: string): Required<Counted>[] {
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
function printsCount({ text }: SourceDocument, opening: Span, { printed = "", kind = "" }: Counted): boolean {
  const words = printed.slice(0, printed.length - Math.max(0, kind.length - NAMED));
  return kind.length >= NAMED && foldPlain(sliceOf(text, opening)).includes(words);
}

/** Just as many items as are counted: marked ones, the lines of a box, or sentences about each; empty where none are. */
function itemsCounted(document: SourceDocument, opening: Span, counted: Counted): Span[] {
  const { value, kind = "" } = counted;
  if (namesBehind(foldPlain(sliceOf(document.text, opening)), counted)) return [opening];
  const marked = itemsAfter(document, opening);
  if (marked.length >= value && marked.length <= value + 1) return marked.slice(0, value);
  const unmarked = [boxItems(document, opening), itemsOfKind(document, opening, kind.slice(0, 2))];
  return unmarked.find((items) => items.length === value) ?? [];
}

/** 三条考虑, where the count is not printed: the items of just that number behind words that fit, and the sentence before. */
function groundsOf(desk: Desk, counts: readonly Counted[]): Listed | null {
  const terms = askedTerms(desk);
  let best: Listed | null = null;
  for (const document of documentsFor(desk).slice(0, MOST_DOCUMENTS)) {
    const all = sentences(document.text);
    for (const [at, opening] of all.entries()) {
      const items = inlineItems(document, opening);
      const asked = counts.find(({ value }) => value === items.length);
      // The first item stands in its opening or right behind it.
      const first = items[0]?.start ?? 0;
      if (asked === undefined || first > opening.end) continue;
      const start = all[Math.max(0, at - 1)]?.start ?? opening.start;
      const share = shareIn(terms, document, { start, end: Math.max(first, opening.start + 1) });
      if (share >= GROUNDS && share > (best?.share ?? 0)) best = { document, items, share };
    }
  }
  return best;
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
