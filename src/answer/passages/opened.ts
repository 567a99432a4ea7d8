import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { tellingWords } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";
import { inlineItems, itemWords } from "./enumeration.ts";
import { documentsNewestFirst, saidIn } from "./find-candidates.ts";
import { forms, type Opener } from "./forms.ts";
import { asItem } from "./quoted.ts";

/** A question about more than the form's own words is about something narrower. */
const NARROWER = 2;
const LONGEST = 700;
const RIGHT_BEHIND = 60;
const MOST_HONOURS = 8;

/**
 * Questions that one known sentence of a report opens the answer to: its problems, its targets, its general line; and
 * the honours it tells of. The newest report that fits answers. Null for any other question.
 */
export function openedDraft(desk: Desk): Draft | null {
  const { indicators, operation, regions } = desk.question;
  if (regions.length > 1 || operation === "reason" || operation === "met") return null;
  const { asked: folded, topic } = saidIn(desk);
  const subject = tellingWords(topic, folded);
  const left = (rest: RegExp) => subject.replace(rest, "").replaceAll(/[^\p{L}\p{N}]/gu, "").length;
  if (indicators.length === 0 && forms.honours.asked.test(folded) && left(forms.honours.rest) < NARROWER)
    return honoursDraft(desk);
  const opener = forms.openers.find(
    (each) => each.asked.test(folded) && !each.unless.test(folded) && left(each.rest) < NARROWER,
  );
  if (opener === undefined || indicators.length > 0) return null;
  for (const document of documentsNewestFirst(desk)) {
    const opening = openingIn(document, opener);
    if (opening !== null) return toldFrom(desk, document, opening);
  }
  return null;
}

/** The sentence that items follow, else the first. */
function openingIn(document: SourceDocument, { opening }: Opener): Span | null {
  const { text } = document;
  const found = sentences(text).filter((span) => opening.test(foldPlain(sliceOf(text, span))));
  const heads = ({ start }: Span) =>
    document.sections.some(({ heading }) => heading.start <= start && start < heading.end);
  const told = found.find((span) => itemsOf(document, span).length > 1) ?? found.find((span) => !heads(span));
  return told ?? found[0] ?? null;
}

/** The items that a sentence opens: they begin in it or right behind it, not far down a chapter without paragraphs. */
function itemsOf(document: SourceDocument, opening: Span): Span[] {
  const items = inlineItems(document, opening);
  return (items[0]?.start ?? 0) - opening.end > RIGHT_BEHIND ? [] : items;
}

function toldFrom(desk: Desk, document: SourceDocument, opening: Span): Draft {
  const items = itemsOf(document, opening);
  const shown: readonly Span[] = items.length > 1 ? items : restOfParagraph(document, opening);
  const listed = shown.map(
    (item) => `${asItem(itemWords(document, item), shown.length)}[${desk.book.cite(document.id, item)}]`,
  );
  const [only, another] = listed;
  return desk.draft("list", [
    only !== undefined && another === undefined
      ? { type: "paragraph", text: only }
      : { type: "list", ordered: false, items: listed },
  ]);
}

/** 对此，我们一定高度重视: what closes such a paragraph names no problem and no aim. */
const VOWS = /^\s*(?:对此|对于这些|面对这些|针对这些|这些(?:困难|问题|矛盾)|我们(?:一定|必须|将))/u;

function restOfParagraph({ text }: SourceDocument, opening: Span): Span[] {
  const lineEnd = text.indexOf("\n", opening.end - 1);
  const all = sentences(text, { start: opening.start, end: lineEnd === -1 ? text.length : lineEnd });
  const told = all.filter(({ end }, i) => i === 0 || end - opening.start <= LONGEST);
  return told.filter((span, i) => i === 0 || !VOWS.test(sliceOf(text, span)));
}

/** 荣获…, 入选…: each clause run that tells of an honour, in the report's order. */
function honoursDraft(desk: Desk): Draft | null {
  for (const document of documentsNewestFirst(desk)) {
    const { text } = document;
    const spans = sentences(text)
      .filter((span) => forms.honours.told.test(foldPlain(sliceOf(text, span))))
      .flatMap((span) => clausesTelling(text, span))
      .slice(0, MOST_HONOURS);
    if (spans.length === 0) continue;
    const items = spans.map(
      (span) => `${asItem(sliceOf(text, span)).replace(/[，；]$/, "")}[${desk.book.cite(document.id, span)}]`,
    );
    return desk.draft("list", [{ type: "list", ordered: false, items }]);
  }
  return null;
}

/** From the first to the last clause that tells, when they are few; the clauses alone otherwise. */
function clausesTelling(text: string, sentence: Span): Span[] {
  const telling = clauses(text, sentence).filter((span) =>
    forms.honours.told.test(foldPlain(sliceOf(text, span))),
  );
  const first = telling[0];
  const last = telling.at(-1);
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}
