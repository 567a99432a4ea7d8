import type { Desk } from "#answer/desk.ts";
import type { Ending } from "#answer/draft.ts";
import type { SourceDocument, Table } from "#domain/document.ts";
import { contains, type Span } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { heldTerms, type QuestionTerms, shareOf } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { oneLine } from "#text/one-line.ts";
import { clauses, sentences } from "#text/sentences.ts";
import { type Expectation, meets } from "./expectation.ts";

/** Longest answer given word for word; a longer stretch is trimmed to the clauses that count. */
const LONGEST = 180;
/** A shorter piece seldom reads as an answer. */
const SHORTEST = 24;

interface Quoting {
  readonly marker: string;
  readonly terms: QuestionTerms;
  readonly heading: string;
  readonly ending: Ending;
  readonly expectation: Expectation;
  /** Whether a part still tells what is asked; any part with the words and the figure does where it is left out. */
  readonly tells?: (words: string) => boolean;
}

/** A report's own footnote marks would read as ours. */
const FOOTNOTE_MARK = /\s*\[\d+\]/g;

/** A stretch of report as blocks: lines become a list, long sentences are trimmed at clause ends. */
export function quoted(printed: string, quoting: Quoting): Block[] {
  const { marker, heading, ending } = quoting;
  const words = printed.replace(FOOTNOTE_MARK, "");
  const lines = words
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > 1) {
    const items = lines.filter((line) => line !== heading).map((line) => `${line}${marker}`);
    return [{ type: "list", ordered: false, items }];
  }
  if (ending === "list") {
    const items = sentences(words).map(
      ({ start, end }) => `${firstClauses(words.slice(start, end))}${marker}`,
    );
    if (items.length > 1) return [{ type: "list", ordered: false, items }];
  }
  const whole = ending === "list" || ending === "reason" || ending === "definition";
  return [
    {
      type: "paragraph",
      text: `${whole ? words.trim() : trimmed(words.trim(), quoting)}${marker}`,
    },
  ];
}

/** A sentence as an item of a list of so many, on one line and without the report's footnote marks. */
export function asItem(sentence: string, among = Number.POSITIVE_INFINITY): string {
  return firstClauses(oneLine(sentence).replace(FOOTNOTE_MARK, ""), Math.max(ITEM, FEW_ITEMS / among));
}

const ITEM = 200;
/** Characters that a list of few items may have together. */
const FEW_ITEMS = 900;

/** A long sentence of a list, cut at the last clause that still fits. */
function firstClauses(sentence: string, longest = ITEM): string {
  if (sentence.length <= longest) return sentence;
  const fitting = clauses(sentence).filter(({ end }) => end <= longest);
  const last = fitting.at(-1);
  return last === undefined ? sentence : `${sentence.slice(0, last.end)}……`;
}

/** The shortest run of clauses that holds as much of the question, and answers it as well, as the whole does. */
function trimmed(words: string, { terms, expectation, tells }: Quoting): string {
  if (words.length <= LONGEST) return words;
  const parts = clauses(words);
  const all = shareOf(terms, heldTerms(terms, words));
  const fit = meets(expectation, foldPlain(words));
  let best = { start: 0, end: words.length };
  for (const [i, from] of parts.entries()) {
    for (const to of parts.slice(i)) {
      if (to.end - from.start >= best.end - best.start) break;
      const part = words.slice(from.start, to.end);
      const holds =
        shareOf(terms, heldTerms(terms, part)) >= all && meets(expectation, foldPlain(part)) >= fit;
      if (holds && part.length >= SHORTEST && tells?.(part) !== false)
        best = { start: from.start, end: to.end };
    }
  }
  if (!expectation.number && !expectation.date) best = { ...best, end: told(parts, best) };
  const before = best.start > 0 ? "……" : "";
  const after = best.end < words.length && !/[。！？]$/.test(words.slice(best.start, best.end)) ? "……" : "";
  return `${before}${words.slice(best.start, best.end)}${after}`;
}

/** What is asked for stands behind the words that ask: to the end of the sentence, or as far as fits. */
function told(parts: readonly Span[], { start, end }: Span): number {
  const after = parts.filter((part) => part.start >= end && part.end - start <= LONGEST);
  return after.at(-1)?.end ?? end;
}

const RUNNING_NUMBER = "序号";

/**
 * A row of a table as a sentence, its header cited beside it where a figure of the words stands there: 打通9条城市微循环
 * 道路：年度投资计划（万元）8389. Null where `span` is no row, or its table prints no titles.
 */
export function rowTold(desk: Desk, document: SourceDocument, span: Span): Block[] | null {
  const table = document.tables.find((each) => contains(each.span, span));
  const words = table === undefined ? null : rowWords(table, span);
  if (table?.header == null || words === null) return null;
  const cited = table.columns.some(({ title }) => /\d/.test(title)) ? [span, table.header] : [span];
  const marks = cited.map((each) => `[${desk.book.cite(document.id, each)}]`);
  return [{ type: "paragraph", text: `${words}${marks.join("")}` }];
}

/**
 * A row's name, and each cell behind the title of its column; a running number tells nothing. Null where `span` is no
 * whole row of the table, or a column has no title.
 */
function rowWords({ columns, rows }: Table, span: Span): string | null {
  const row = rows.find((each) => contains(each.span, span) && contains(span, each.span));
  const [name, ...told] = (row?.cells ?? []).flatMap(({ text }, at) => {
    const title = columns[at]?.title.replace(/\s/g, "") ?? "";
    return text.trim() === "" || title === RUNNING_NUMBER ? [] : [{ title, text: text.trim() }];
  });
  if (name === undefined || told.length === 0 || told.some(({ title }) => title === "")) return null;
  return `${name.text}：${told.map(cellWords).join("，")}`;
}

/** （万元）: the unit of a column's figures. */
const UNIT = /[（(]([^\d（）()]{1,6})[）)]$/u;

/** 年度投资计划（万元） and 220 as 年度投资计划220万元. */
function cellWords({ title, text }: { title: string; text: string }): string {
  const unit = /^-?[\d.,]+$/.test(text) ? UNIT.exec(title) : null;
  if (unit !== null) return `${title.slice(0, unit.index)}${text}${unit[1]}`;
  return `${title}${/[\d）)]$/.test(title) ? " " : ""}${text}`;
}
