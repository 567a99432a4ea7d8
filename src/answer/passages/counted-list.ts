import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { parseChineseNumber } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { itemsAfter, itemWords } from "./enumeration.ts";
import { documentsFor } from "./find-candidates.ts";
import { headedPartsDraft } from "./headed-parts.ts";
import { asItem } from "./quoted.ts";
import { tellingWords } from "./telling-words.ts";
import { heldAmong, knownShareOf, termsOf, termsPresent } from "./terms.ts";

/** 八个坚定不移, 九方面工作, 四大民生工程: so many things of a kind. */
const COUNTED =
  /([二两三四五六七八九十]{1,3}|\d{1,2})(大|个|项|方面|件|条|类|种|步|点|篇|化)(?:方面|的)*([\u4e00-\u9fff“”"']{0,8})/g;
const COUNT = /(?:[二两三四五六七八九十]{1,3}|\d{1,2})(?:个|项|方面|件|条|类|种|步|点)/g;
/** Share of the question's known weight that the opening sentence and its heading must hold. */
const ENOUGH = 0.3;
const MOST_DOCUMENTS = 12;

/**
 * “八个坚定不移”是哪些: the items that follow the sentence announcing just so many. Null when the question counts
 * nothing, or no sentence is followed by as many items.
 */
export function countedListDraft(desk: Desk): Draft | null {
  if (!["list", "passage", "definition"].includes(desk.question.operation)) return null;
  const folded = foldPlain(desk.question.asked);
  const counts = [...folded.matchAll(COUNTED)].flatMap(([, count = "", measure = ""]) => {
    const value = numberOf(count);
    return value === null || value < 2 ? [] : [{ value, measure }];
  });
  if (counts.length === 0) return headedPartsDraft(desk, null);
  let best: { document: SourceDocument; items: readonly Span[]; share: number } | null = null;
  for (const document of documentsFor(desk).slice(0, MOST_DOCUMENTS)) {
    for (const { value, measure } of counts) {
      for (const opening of openingsOf(document, value, measure)) {
        const share = shareIn(desk, document, opening);
        if (share < ENOUGH || share <= (best?.share ?? 0)) continue;
        const items = itemsAfter(document, opening);
        if (items.length >= value && items.length <= value + 1)
          best = { document, items: items.slice(0, value), share };
      }
    }
  }
  if (best === null) return headedPartsDraft(desk, counts[0]?.value ?? null);
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

const numberOf = (words: string): number | null => {
  const digits = /^\d+$/.test(words) ? words : parseChineseNumber(words.replace("两", "二"));
  return digits === null ? null : Number(digits);
};

/** The sentences that print the count, in figures or in words; a measure word of another kind may stand for it. */
function openingsOf({ text }: SourceDocument, value: number, measure: string): Span[] {
  const found: Span[] = [];
  for (const span of sentences(text)) {
    const words = foldPlain(sliceOf(text, span));
    const said = [...words.matchAll(COUNTED)].some(
      ([, count = "", other = ""]) =>
        numberOf(count) === value && (other === measure || "大个项方面".includes(other)),
    );
    if (said) found.push(span);
  }
  return found;
}

/** Share of the question's words, without the count itself, that the opening holds. */
function shareIn({ question, sources }: Desk, { text }: SourceDocument, opening: Span): number {
  const bare = question.topic.replace(COUNT, " ");
  const terms = termsOf(sources, tellingWords(bare, foldPlain(question.asked)));
  return knownShareOf(terms, heldAmong(terms, termsPresent(foldPlain(sliceOf(text, opening)))));
}
