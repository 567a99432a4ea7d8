import type { Section, SourceDocument, Table } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";

/** A stretch of text that lies in one innermost section, or is one table. */
export interface OwnRange extends Span {
  readonly section: Section | null;
  readonly table: Table | null;
}

/**
 * The document's text cut wherever an innermost section or a table begins or ends, headings on lines of their own left
 * out. Every other character that is not white space lies in exactly one range.
 */
export function ownRanges(document: SourceDocument): OwnRange[] {
  const { text, sections, tables } = document;
  const cuts = new Set([0, text.length]);
  for (const section of sections) cuts.add(section.span.start).add(section.span.end);
  for (const table of tables) cuts.add(bodyStart(document, table)).add(bodyEnd(table));
  const ordered = [...cuts].sort((a, b) => a - b);
  const ranges = ordered.slice(0, -1).map((start, at): OwnRange => {
    const end = ordered[at + 1] ?? start;
    const table = tables.find((one) => bodyStart(document, one) <= start && end <= bodyEnd(one)) ?? null;
    return { start, end, section: innermost(sections, start, end), table };
  });
  return ranges
    .map((range) => withoutHeading(document, range))
    .filter((range) => text.slice(range.start, range.end).trim() !== "");
}

/** Behind the caption: the unit line if there is one, header and rows. */
function bodyStart(document: SourceDocument, table: Table): number {
  const section = document.sections.find((one) => one.id === table.section);
  return section === undefined ? table.span.start : section.heading.end;
}

function bodyEnd(table: Table): number {
  return table.rows.at(-1)?.span.end ?? table.header?.end ?? table.span.end;
}

function innermost(sections: readonly Section[], start: number, end: number): Section | null {
  return sections.findLast((section) => section.span.start <= start && end <= section.span.end) ?? null;
}

/** A heading on its own line is said by the section path; it stays in the text only where nothing else is in its section. */
function withoutHeading(document: SourceDocument, range: OwnRange): OwnRange {
  const { section } = range;
  if (section === null || range.start !== section.heading.start) return range;
  const behind = document.text.slice(section.heading.end, range.end);
  const line = /^[。：:！？]?(?=\n|$)/.exec(behind);
  if (line === null) return range;
  const start = section.heading.end + line[0].length;
  const empty = document.text.slice(start, section.span.end).trim() === "";
  return empty ? range : { ...range, start };
}
