import { type Section, type SourceDocument, sectionAt, sectionPath } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Span } from "#domain/span.ts";
import { partAt } from "#indicators/extract-part.ts";
import { sentences } from "#text/sentences.ts";
import { compact } from "./compact.ts";
import { factsOf, type Period } from "./facts.ts";
import { MANY_YEARS } from "./time.ts";

/** Sections that tell of words or list projects, not of figures. */
const NO_PROSE: ReadonlySet<Section["kind"]> = new Set(["glossary", "definition", "note"]);

/** The text between tables, glossary and headings, in order. */
function proseSpans(document: SourceDocument): Span[] {
  const holes = [
    ...document.tables.map((table) => table.span),
    ...document.sections.filter((section) => NO_PROSE.has(section.kind)).map((section) => section.span),
    ...document.sections.filter((section) => section.kind === "heading").map((section) => section.heading),
  ].sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let from = 0;
  for (const hole of holes) {
    if (hole.start > from) spans.push({ start: from, end: hole.start });
    from = Math.max(from, hole.end);
  }
  if (from < document.text.length) spans.push({ start: from, end: document.text.length });
  return spans;
}

/** Chapters on several years, which name none: “十五”时期的回顾; a chapter on the first or last of them is on one year. */
const PERIOD = /[“"]?十[一二三四五]?五[”"]?(?!.*(?:开局|第一年|首年|收官))|五年|本届政府/u;
const PARAGRAPH =
  /过去(?:的)?[五四三]年|[五四三]年来|[五四三]年间|本届政府|五年累计|“?十[一二三四]五”?(?:期间|时期)|未来[五三]年|今后[五三几]年/u;

/** Within a chapter on several years, a comparison with the year before speaks of the last year alone. */
const YEARLY = /^(?!.*(?:年均|累计|[五四三]年)).*(?:比上年|较上年|同比)/u;

/** A heading says in its first words what its chapter is about; what follows may be the body run on. */
const HEADING = 26;

/** How many years the text around `offset` speaks of; mixed where a heading names a period and a year together. */
function periodAt(document: SourceDocument, path: readonly string[], offset: number): Period {
  const start = document.text.lastIndexOf("\n", offset - 1) + 1;
  if (PARAGRAPH.test(document.text.slice(start, offset))) return "many";
  if (document.kind === "five-year-plan") return "one";
  const titles = path.map((title) => title.slice(0, HEADING));
  const period = titles.findLastIndex((title) => MANY_YEARS.test(title) || PERIOD.test(title));
  const year = titles.findLastIndex((title) => YEAR.test(title));
  if (period < 0 || year > period) return "one";
  return year === period ? "mixed" : "many";
}

const YEAR = /(?:19|20)\d\d|今年/u;
const AIMS = /(?:预期|主要|奋斗)目标[^，。；]{0,4}(?:是|为|：)/u;

/** True when the paragraph has begun to list aims before `offset`. */
function aimsBefore(document: SourceDocument, offset: number): boolean {
  const start = document.text.lastIndexOf("\n", offset - 1) + 1;
  return AIMS.test(document.text.slice(start, offset));
}

/** What is longer is no sentence but a list or text that lost its marks. */
const LONGEST = 4000;

function rowsOfSentence(document: SourceDocument, span: Span): IndicatorRow[] {
  const { text, spanOf } = compact(document.text, span);
  if (text.length > LONGEST || !/\d|百分之|[一二三四五六七八九十]/u.test(text)) return [];
  const section = sectionPath(document, sectionAt(document, span.start)?.id ?? null);
  const part = aimsBefore(document, span.start) ? "plan" : partAt(document, span.start);
  const around = periodAt(document, section, span.start);
  const period = around === "many" && YEARLY.test(text) ? "mixed" : around;
  return factsOf({ document, part, period, text }).map((fact) => {
    const { start, end, ...facts } = fact;
    const figure = spanOf(start, end);
    return {
      ...facts,
      ...figure,
      id: `${document.id}:s:${figure.start}-${figure.end}`,
      documentId: document.id,
      raw: document.text.slice(figure.start, figure.end),
      attribute: null,
      status: null,
      note: null,
      source: "sentence",
      context: span,
      section,
    };
  });
}

/** Figures told in sentences, as far as subject, region, year and kind are clear; confidence below 1. */
export function sentenceRows(document: SourceDocument): IndicatorRow[] {
  return proseSpans(document)
    .flatMap((span) => sentences(document.text, span))
    .flatMap((span) => rowsOfSentence(document, span));
}
