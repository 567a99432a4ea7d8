import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { officialNames } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { sentences } from "#text/sentences.ts";

/** Longest reason given word for word. */
const LONGEST = 400;

/**
 * The entry of a numbered list of reasons that is headed by the indicator asked about (2.固定资产投资增速。主要由于…).
 * Null when no report of the region and year has one.
 */
export function reasonEntryDraft(desk: Desk): Draft | null {
  const found = entryFor(
    desk,
    desk.question.indicators.flatMap(({ concepts }) => concepts),
  );
  if (found === null) return null;
  return desk.draft("reason", [{ type: "paragraph", text: toldOf(desk, found) }]);
}

/** Leads from what was not met to why, where reports give the reasons one by one. Null where they do not. */
export function unmetReasonsDraft(desk: Desk, listed: Draft): Draft | null {
  const heads = listed.used.map(({ row }) => {
    const { concept } = canonicalName(row.indicator);
    return concept === null ? null : entryFor(desk, [concept]);
  });
  const [first] = heads.filter((entry) => entry !== null);
  if (first === undefined) return null;
  const beside = entriesBeside(first);
  const entries = beside.length > 0 ? beside : heads.filter((entry) => entry !== null);
  return desk.draft("list", [
    ...listed.blocks,
    { type: "paragraph", text: desk.say("reasons") },
    { type: "list", ordered: false, items: entries.map((entry) => toldOf(desk, entry)) },
  ]);
}

interface Entry {
  readonly document: SourceDocument;
  readonly span: Span;
}

const toldOf = (desk: Desk, { document: { id, text }, span }: Entry): string =>
  `${sliceOf(text, span).replace(/(?<![。；！？])$/u, "。")}[${desk.book.cite(id, span)}]`;

/** The entry headed by one of the concepts, of the reports of the regions and years asked about. */
function entryFor({ question, sources }: Desk, concepts: readonly string[]): Entry | null {
  const names = concepts.flatMap(officialNames);
  if (names.length === 0) return null;
  const head = new RegExp(
    `\\d+[.、．]\\s*(?:全区|全市|环境)?(?:${names.map(escaped).join("|")})(?:增速)?[。：:]`,
  );
  const clause = new RegExp(
    `(?:^|[。；;：:\\n])(?<entry>(?:全区|全市|全县|全省)?(?:${names.map(escaped).join("|")})(?:增速)?(?:[较未没比低][^。；;：:，]{1,20})[，,](?:主要|系|因|由于|受|一是)[^。；;\\n]{4,200})`,
  );
  for (const { id, region, reviewYear } of sources.outline.documents) {
    if (question.regions.length > 0 && (region === null || !question.regions.includes(region))) continue;
    if (question.years.length > 0 && (reviewYear === null || !question.years.includes(reviewYear))) continue;
    const document = sources.document(id);
    const span = document === null ? null : (entryIn(document, head) ?? clauseIn(document, clause));
    if (document !== null && span !== null) return { document, span };
  }
  return null;
}

/** …；进出口总额增速未达目标，主要是订单外移；…: the clause on it. */
function clauseIn({ text }: SourceDocument, clause: RegExp): Span | null {
  const found = clause.exec(text);
  const entry = found?.groups?.["entry"];
  if (found === null || entry === undefined) return null;
  const start = found.index + found[0].length - entry.length;
  return { start, end: start + entry.length };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** 3.…, 未完成约束性指标1项，为…: another entry, or another list of them. */
const OPENS_NEXT = /^\s*(?:\d+[.、．]|[未已]完成[^。，]{0,8}指标\d)/;

/** All the numbered entries of the paragraph an entry stands in; the last one takes in what follows it. */
function entriesBeside({ document, span }: Entry): Entry[] {
  const { text } = document;
  const lineStart = text.lastIndexOf("\n", span.start) + 1;
  const lineEnd = text.indexOf("\n", span.start);
  const line = { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd };
  const all = sentences(text, line);
  const starts = [...text.slice(line.start, line.end).matchAll(/(?<=[。；;：:]|^)\d+[.、．](?!\d)/g)].map(
    ({ index }) => line.start + index,
  );
  const last = all.at(-1)?.end ?? line.end;
  return starts.map((start, i) => ({ document, span: { start, end: starts[i + 1] ?? last } }));
}

/** From the head to where the next numbered entry begins, or the line ends. */
function entryIn({ text }: SourceDocument, head: RegExp): Span | null {
  const found = head.exec(text);
  if (found === null) return null;
  const lineEnd = text.indexOf("\n", found.index);
  const line = { start: found.index, end: lineEnd === -1 ? text.length : lineEnd };
  const [first, ...rest] = sentences(text, line);
  if (first === undefined) return null;
  let { end } = first;
  for (const sentence of rest) {
    if (OPENS_NEXT.test(sliceOf(text, sentence)) || sentence.end - first.start > LONGEST) break;
    end = sentence.end;
  }
  return end > first.end ? { start: first.start, end } : null;
}
