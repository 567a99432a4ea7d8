import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { oneLine } from "#text/one-line.ts";
import { clauses, sentences } from "#text/sentences.ts";

/** 一是, 第一, （一）, 1.: what an item of an enumeration begins with. */
const ITEM_MARK =
  /^(?:[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]+[，、]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|——|[①-⑳])/;
const FIRST_MARK = /^(?:一(?:是|要|、)|第一|[（(][一1][）)]|[1１][.、．](?!\d)|——|①)/;
const MOST = 24;
/** 四是发展活力仍需释放。: a sentence so short says what the next ones are about. */
const LONGEST_HEAD = 26;

/**
 * The items of the enumeration that the sentence `opening` announces: the marked clauses behind it in its own
 * paragraph, else the parts of the section that follow, or the lines of its box. Empty when none follow.
 */
export function itemsAfter(document: SourceDocument, opening: Span): Span[] {
  const inline = inlineItems(document, opening);
  if (inline.length > 1) return inline;
  const parts = partsAfter(document, opening);
  if (parts.length > 1) return parts;
  return boxItems(document, opening);
}

/** 投融资领域：…: a line of a box that begins with what it is about. */
const CLASS = /^\s*[\u4e00-\u9fff“”]{2,12}[：:]\s*\S/;

/** The lines of the box in the section of the opening. */
function boxItems(document: SourceDocument, opening: Span): Span[] {
  const section = sectionAt(document, opening.start);
  const box = document.sections.find(({ kind, parent }) => kind === "box" && parent === section?.id);
  if (box === undefined) return [];
  const lines = sentences(document.text, { start: box.heading.end, end: box.span.end });
  return lines.filter((line) => CLASS.test(sliceOf(document.text, line)));
}

/** …：一是…。二是…。 in one paragraph; each item runs to the next mark. */
export function inlineItems({ text }: SourceDocument, opening: Span): Span[] {
  const end = paragraphEnd(text, opening.end - 1);
  const pieces = clauses(text, { start: opening.start, end });
  const marks = pieces.filter(({ start }) => ITEM_MARK.test(text.slice(start, start + 8)));
  const first = marks.findIndex(({ start }) => FIRST_MARK.test(text.slice(start, start + 8)));
  if (first === -1) return [];
  const from = marks.slice(first);
  // A second 一是 opens another list; each —— begins an item.
  const mark = ({ start }: Span) => text.slice(start, start + 2);
  const again = from.findIndex(
    (span, i) => i > 0 && mark(span) !== "——" && from[0] !== undefined && mark(span) === mark(from[0]),
  );
  const listed = again === -1 ? from : from.slice(0, again);
  const all = sentences(text, { start: opening.start, end });
  const before = listed.at(-2);
  const within = all.filter(
    ({ start: at }) => before !== undefined && before.start < at && at < (listed.at(-1)?.start ?? 0),
  );
  const headsMore = within.length > 0;
  return listed.map(({ start }, i) => {
    const next = listed[i + 1]?.start;
    // The last item ends with its sentence, unless that only heads it; what follows is no part of the list.
    const own = all.find((sentence) => sentence.start <= start && start < sentence.end)?.end ?? end;
    const last = headsMore && own - start <= LONGEST_HEAD ? end : own;
    return { start, end: trimmedEnd(text, start, next ?? last) };
  });
}

/** What a paragraph that a page cut in two breaks off with: no mark that ends a sentence or opens a list. */
const CUT = /[\u4e00-\u9fff，、]$/u;
/** What it goes on with: plain words, no heading, row or item. */
const GOES_ON =
  /^\n{1,2}(?=[\u4e00-\u9fff][^\n\t|]{20})(?![一二三四五六七八九十]+[、是]|第[一二三四五六七八九十])/u;

/** Where the paragraph around an offset ends; one cut in two by the end of a page ends with its second half. */
function paragraphEnd(text: string, from: number): number {
  const lineEnd = text.indexOf("\n", from);
  if (lineEnd === -1) return text.length;
  const broken = CUT.test(text.slice(from, lineEnd)) ? GOES_ON.exec(text.slice(lineEnd, lineEnd + 40)) : null;
  return broken === null ? lineEnd : paragraphEnd(text, lineEnd + broken[0].length);
}

/** The headings of the parts that follow: children of the section, or its next neighbours. */
function partsAfter(document: SourceDocument, opening: Span): Span[] {
  const { sections, text } = document;
  const section = sectionAt(document, opening.start);
  if (section === null) return [];
  const following = sections.filter(
    ({ span, kind }) => span.start >= opening.end && (kind === "heading" || kind === "lead-in"),
  );
  const [first] = following;
  // Only what begins where the opening's paragraph ends belongs to it.
  if (first === undefined || text.slice(opening.end, first.span.start).trim().length > 0) return [];
  // What begins with (三) goes on with another list.
  if (ITEM_MARK.test(first.title) && !FIRST_MARK.test(first.title)) return [];
  const siblings = following.filter(({ parent, level }) => parent === first.parent && level === first.level);
  const within = siblings.filter(({ span }) => first.parent !== section.id || span.start < section.span.end);
  const style = styleOf(first.title);
  const alike = within.slice(
    0,
    firstOther(within, (each) => styleOf(each.title) === style),
  );
  return alike.slice(0, MOST).map(({ heading }) => heading);
}

const styleOf = (title: string): string =>
  (ITEM_MARK.exec(title)?.[0] ?? "").replace(/[一二三四五六七八九十\d]+/, "#");

function firstOther<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  const other = items.findIndex((item) => !fits(item));
  return other === -1 ? items.length : other;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return to;
}

/** An item as it is shown: 一是… up to its first full stop, without a trailing mark. */
export function itemWords(document: SourceDocument, item: Span): string {
  return oneLine(sliceOf(document.text, item)).trim();
}
