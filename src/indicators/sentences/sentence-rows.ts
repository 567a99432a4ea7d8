import { type Section, type SourceDocument, sectionAt, sectionPath } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Span } from "#domain/span.ts";
import { partAt } from "#indicators/extract-part.ts";
import { scopeOf } from "#indicators/extract-region.ts";
import { givesInstruction } from "#text/instructions.ts";
import { sentences } from "#text/sentences.ts";
import { compact } from "./compact.ts";
import { yearsSpoken } from "./ending.ts";
import { factsOf } from "./facts.ts";
import { ofOwnLevel } from "./own-level.ts";
import { periodAt } from "./period.ts";
import { speaksOfTerritory } from "./place/territory.ts";

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

const AIMS = /(?:预期|主要|奋斗)目标[^，。；]{0,4}(?:是|为|：)/u;

/** True when the paragraph has begun to list aims before `offset`. */
function aimsBefore(document: SourceDocument, offset: number): boolean {
  const start = document.text.lastIndexOf("\n", offset - 1) + 1;
  return AIMS.test(document.text.slice(start, offset));
}

/** The chapter of a five-year plan that sets its aims: what is reached there, is reached in its last year. */
function setsPlanAims({ kind, years }: SourceDocument, section: readonly string[]): boolean {
  return kind === "five-year-plan" && years.length > 0 && section.some((title) => /目标/u.test(title));
}

/** What is longer is no sentence but a list or text that lost its marks. */
const LONGEST = 4000;

function rowsOfSentence(document: SourceDocument, span: Span): IndicatorRow[] {
  const { text, spanOf } = compact(document.text, span);
  if (text.length > LONGEST || !/\d|百分之|[一二三四五六七八九十]/u.test(text)) return [];
  if (givesInstruction(document.text, span)) return [];
  const section = sectionPath(document, sectionAt(document, span.start)?.id ?? null);
  const aims = setsPlanAims(document, section);
  const part = aims || aimsBefore(document, span.start) ? "plan" : partAt(document, span.start);
  const period = aims ? "many" : periodAt(document, span);
  const paragraph = document.text.slice(document.text.lastIndexOf("\n", span.start - 1) + 1, span.start);
  const years = aims
    ? { last: Math.max(...document.years), count: null }
    : yearsSpoken(document, part, [text, paragraph, section.toReversed().join("，")]);
  return factsOf({
    document,
    part,
    period,
    years,
    ofTerritory: speaksOfTerritory(document, span),
    text,
  }).map((told, at, all) => {
    const said = text.slice(0, told.end);
    const { start, end, ...facts } = ofOwnLevel(document, told, { said, before: paragraph, section });
    const figure = spanOf(start, end);
    const again = all.slice(0, at).filter((earlier) => earlier.end === end).length;
    return {
      ...facts,
      ...figure,
      id: `${document.id}:s:${figure.start}-${figure.end}${again === 0 ? "" : `.${again}`}`,
      documentId: document.id,
      scope: scopeOf(document, facts.region),
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
