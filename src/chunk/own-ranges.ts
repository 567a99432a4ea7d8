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
  const { text, sections } = document;
  const bodies = tableBodies(document);
  const cuts = new Set([0, text.length]);
  for (const section of sections) cuts.add(section.span.start).add(section.span.end);
  for (const { start, end } of bodies) cuts.add(start).add(end);
  const ordered = [...cuts].sort((a, b) => a - b);
  const open: Section[] = [];
  let nextSection = 0;
  const ranges = ordered.slice(0, -1).map((start, at): OwnRange => {
    while ((open.at(-1)?.span.end ?? text.length + 1) <= start) open.pop();
    for (let section = sections[nextSection]; section !== undefined && section.span.start <= start; ) {
      if (section.span.end > start) open.push(section);
      section = sections[++nextSection];
    }
    const end = ordered[at + 1] ?? start;
    const table = bodies.find((body) => body.start <= start && end <= body.end)?.table ?? null;
    return { start, end, section: open.at(-1) ?? null, table };
  });
  return ranges
    .map((range) => withoutHeading(document, range))
    .filter((range) => text.slice(range.start, range.end).trim() !== "");
}

/** Each table from behind its caption (the unit line if there is one, header and rows) to its last row. */
function tableBodies(document: SourceDocument): (Span & { table: Table })[] {
  const byId = new Map(document.sections.map((section) => [section.id, section]));
  return document.tables.map((table) => {
    const start = byId.get(table.section ?? "")?.heading.end ?? table.span.start;
    return { start, end: bodyEnd(table), table };
  });
}

function bodyEnd(table: Table): number {
  return table.rows.at(-1)?.span.end ?? table.header?.end ?? table.span.end;
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
