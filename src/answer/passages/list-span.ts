import { type SourceDocument, sectionAt } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import type { Unit } from "#read/unit.ts";
import { sentences } from "#text/sentences.ts";

const MOST = 1200;

/**
 * The whole of the list a candidate lies in: the rows of its table, its box, or the rest of its paragraph, so
 * that a list is given complete and in the report's order.
 */
export function listSpan(document: SourceDocument, window: Span & Pick<Unit, "kind">): Span {
  const table = document.tables.find(({ span }) => span.start <= window.start && window.end <= span.end);
  if (table !== undefined) {
    const first = table.rows[0];
    const last = table.rows.at(-1);
    if (first !== undefined && last !== undefined) return { start: first.span.start, end: last.span.end };
  }
  const section = sectionAt(document, window.start);
  if (section !== null && section.kind === "box" && section.span.end - section.heading.end <= MOST) {
    return trimmedSpan(document.text, { start: section.heading.end, end: section.span.end });
  }
  if (window.kind === "definition") return { start: window.start, end: window.end };
  const paragraphEnd = document.text.indexOf("\n", window.end - 1);
  const paragraph = paragraphEnd === -1 ? document.text.length : paragraphEnd;
  const named = section?.kind === "lead-in" ? Math.min(section.span.end, paragraph) : paragraph;
  const all = sentences(document.text, { start: window.start, end: Math.max(named, window.end) });
  const fitting = all.filter(({ end }) => end <= Math.max(window.end, window.start + MOST));
  return { start: window.start, end: fitting.at(-1)?.end ?? window.end };
}

function trimmedSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}
