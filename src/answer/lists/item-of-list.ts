import type { Desk } from "#answer/desk.ts";
import type { Draft, Thread } from "#answer/draft.ts";
import { refuseNotHeld } from "#answer/refuse/refuse.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Block } from "#protocol/chat.ts";
import { standAlone } from "#question/conversation/stand-alone.ts";
import type { Question } from "#question/question.ts";
import { oneLine } from "#text/one-line.ts";
import { sentences } from "#text/sentences.ts";
import {
  asksRest,
  countMeant,
  FEWEST_STRUNG,
  itemsOf,
  itemsStrung,
  nextMeant,
  rangeMeant,
} from "./items-meant.ts";
import { inlineItems } from "./list-items.ts";
import { partsOf } from "./list-sections.ts";

/** A list that has no such item. */
const NONE = "none";

interface Item {
  readonly words: string;
  readonly marker: number;
  readonly draft: Draft;
  /** True where no other item leans on the same citation. */
  readonly alone: boolean;
}

interface Place {
  readonly documentId: string;
  readonly span: Span;
}

interface List {
  readonly draft: Draft;
  readonly items: readonly string[];
}

/** The last turn that was answered with a list, this one or one before it. */
function listTold(thread: Thread | null): List | null {
  if (thread === null) return null;
  const { draft, question, before } = thread;
  // 第四到第六件 after 前三件: of the list that those were taken from.
  const takes = takesItems(question.asked);
  const whole = takes ? listTold(before) : null;
  if (whole !== null) return whole;
  const list = draft.blocks.find((block) => block.type === "list");
  if (list?.type === "list") return { draft, items: list.items.filter((words) => !TOTAL.test(words)) };
  const strung = itemsStrung(draft);
  if (strung.length > 0) return { draft, items: strung };
  // Looked for before it already; and a list asked for and not told is not the one before it.
  return takes || question.operation === "list" ? null : listTold(before);
}

/** The total below a table is none of its items. */
const TOTAL = /^(?:合计|总计|小计)[:：]/u;

const takesItems = (asked: string): boolean =>
  asksRest(asked) || countMeant(asked) !== null || rangeMeant(asked, 1) !== null;

const markerIn = (words: string): number => Number(/\[(\d+)\]/.exec(words)?.[1]);

const at = <Each>(items: readonly Each[], count: number): Each | undefined =>
  items.at(Number.isFinite(count) ? count - 1 : -1);

/** The item that 第二条, 最后一项 means of the list told last; null where none was. */
function itemMeant({ asked, leans }: Question, thread: Thread): Item | typeof NONE | null {
  const count = countMeant(asked);
  const told = count === null || !leans ? null : listTold(thread);
  if (count === null || told === null) return null;
  const { draft, items } = told;
  const words = at(items, count);
  const marker = markerIn(words ?? "");
  if (words === undefined || Number.isNaN(marker)) return NONE;
  const alone = items.filter((other) => other.includes(`[${marker}]`)).length === 1;
  return { words, marker, draft, alone };
}

/** The items that stand in one quoted paragraph, where no list was made of it: 一是…二是…, or the parts of a term. */
function itemsQuoted({ sources }: Desk, { draft, question }: Thread): readonly Place[] {
  const { citations } = draft.book;
  for (const { documentId, start, end, quote } of citations) {
    const document = citations.length > 1 ? null : sources.document(documentId);
    const items = document === null ? [] : inlineItems(document, { start, end });
    if (items.length > 1) return items.map((span) => ({ documentId, span }));
    const parts = partsOfTerm(question.asked, { start, quote });
    if (parts.length > 1) return parts.map((span) => ({ documentId, span }));
  }
  return [];
}

/** 现代服务业项目：甲、乙、丙: what one quoted line strings together behind its name, each cited. */
function strungTogether(desk: Desk, { draft }: Thread): readonly string[] {
  const [cited, another] = draft.book.citations;
  const named = /^[^：，。\n]{2,24}：(.+)$/su.exec(cited?.quote.trim() ?? "")?.[1];
  if (cited === undefined || another !== undefined || named === undefined || /[，。；|]/u.test(named))
    return [];
  const items = itemsOf(named);
  return items.length < FEWEST_STRUNG
    ? []
    : items.map((item) => `${item.trim()}[${desk.book.cite(cited.documentId, cited)}]`);
}

const TERM = /[“"「]([二两三四五六七八九十])个/u;

/** “两眼向上”…；“两眼向外”…；“两眼向下”…: as many clauses, each behind a semicolon, as the term (“三个两眼”) counts. */
function partsOfTerm(asked: string, { start, quote }: { start: number; quote: string }): readonly Span[] {
  const count = countMeant(`第${TERM.exec(asked)?.[1] ?? ""}个`);
  const pieces = quote.split(/(?<=[；;])/u);
  if (count === null || pieces.length !== count) return [];
  let from = start;
  return pieces.map((piece) => {
    const span = { start: from, end: from + piece.length };
    from = span.end;
    return span;
  });
}

/** 第二条具体怎么说, 后面几条呢: an item of the list that was told before in full, or those that are left. */
export function countedItem(desk: Desk, thread: Thread): Draft | null {
  const { asked } = desk.question;
  if (asksRest(asked)) return restTold(desk, thread);
  const list = rangeMeant(asked, 1) === null ? null : listTold(thread);
  const range = list === null ? null : rangeMeant(asked, list.items.length);
  if (list !== null && range !== null) return itemsTold(desk, list, range);
  const strung = strungTogether(desk, thread);
  const some = strung.length === 0 ? null : rangeMeant(asked, strung.length);
  if (some !== null)
    return desk.draft("list", [{ type: "list", ordered: false, items: strung.slice(...some) }]);
  const count = countMeant(desk.question.asked);
  if (count === null) return null;
  const quotedItems = itemsQuoted(desk, thread);
  const place = at(quotedItems, count);
  if (place !== undefined) return told(desk, place, wordsAt(desk, place));
  const item = itemMeant(desk.question, thread);
  if (item === NONE) return refuseNotHeld(desk, null, []);
  const cited = item?.draft.book.citations.find(({ marker }) => marker === item.marker);
  if (item === null || cited === undefined || item.draft.used.length > 0) return null;
  const span = { documentId: cited.documentId, span: cited };
  // A row is told with the titles of its columns.
  if (!item.alone || cited.quote.includes(" | "))
    return told(desk, span, item.words.replaceAll(`[${item.marker}]`, ""));
  return told(desk, span, oneLine(cited.quote));
}

const wordsAt = ({ sources }: Desk, { documentId, span }: Place): string =>
  oneLine(sliceOf(sources.document(documentId)?.text ?? "", span));

/** The words of an item; of a heading also what stands under it. */
function told(desk: Desk, { documentId, span }: Place, words: string): Draft {
  const marker = desk.book.cite(documentId, span);
  const document = desk.sources.document(documentId);
  const under = document === null ? [] : underHeading(desk, document, span);
  return desk.draft("passage", [{ type: "paragraph", text: `${words}[${marker}]` }, ...under]);
}

/** The headings of a section's parts, else its first sentence. */
function underHeading(desk: Desk, document: SourceDocument, heading: Span): Block[] {
  const section = sectionAt(document, heading.start);
  if (section === null || !contains(section.heading, heading)) return [];
  const cite = (span: Span) => `[${desk.book.cite(document.id, span)}]`;
  const parts = partsOf(document, section);
  if (parts.length > 1) {
    const items = parts.map((part) => `${part.title}${cite(part.heading)}`);
    return [{ type: "list", ordered: false, items }];
  }
  const body = sentences(document.text, { start: section.heading.end, end: section.span.end });
  const first = body.find((span) => /\p{L}/u.test(sliceOf(document.text, span)));
  if (first === undefined) return [];
  const words = oneLine(sliceOf(document.text, first)).trim();
  return [{ type: "paragraph", text: `${words}${cite(first)}` }];
}

/** The items behind the one told last, as many as are asked for; all of a list of which none was told. */
function restTold(desk: Desk, thread: Thread): Draft | null {
  const list = listTold(thread);
  if (list === null) return null;
  const from = toldUpTo(thread, list.items.length);
  const next = nextMeant(desk.question.asked);
  return itemsTold(desk, list, [from, next === null ? list.items.length : from + next]);
}

/** How far down a list of so many items the turns before went: 前五项, 接下来的三项. */
function toldUpTo(thread: Thread | null, length: number): number {
  if (thread === null) return 0;
  const { asked } = thread.question;
  const [, last] = rangeMeant(asked, length) ?? [];
  if (last !== undefined) return last;
  const next = nextMeant(asked);
  if (next !== null) return toldUpTo(thread.before, length) + next;
  const count = countMeant(asked) ?? 0;
  return asksRest(asked) || !Number.isFinite(count) ? 0 : count;
}

/** Some of the items of a list told before, each cited anew. */
function itemsTold(desk: Desk, list: List, [from, to]: readonly [number, number]): Draft | null {
  const left = list.items.slice(from, to);
  if (left.length === 0 || list.draft.used.length > 0) return null;
  const items = left.map((words) => {
    const cited = list.draft.book.citations.find(({ marker }) => marker === markerIn(words));
    if (cited === undefined) return words;
    return words.replace(/\[\d+\]/gu, `[${desk.book.cite(cited.documentId, cited)}]`);
  });
  return desk.draft("list", [{ type: "list", ordered: false, items }]);
}

/** 第三个为什么没完成 after a list of indicators: asked of the indicator that stands third. */
export function ofCountedRow(question: Question, thread: Thread | null): Question {
  const item = thread === null ? null : itemMeant(question, thread);
  const row = item === NONE ? undefined : item?.draft.used.find(({ marker }) => marker === item.marker)?.row;
  if (row === undefined) return question;
  const { concept } = canonicalName(row.indicator);
  const meant: Question = {
    ...question,
    regions: row.region === null ? question.regions : [row.region],
    years: [row.year],
    indicators: [
      {
        phrase: row.name,
        concepts: concept === null ? [] : [concept],
        names: [row.indicator],
        measure: null,
      },
    ],
    indicatorShare: 1,
    operation: question.operation === "reason" || question.operation === "met" ? question.operation : "value",
    topic: row.name,
    followUp: true,
    dangling: false,
  };
  return { ...meant, text: standAlone(meant) };
}
