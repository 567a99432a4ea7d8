import type { Table } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { LARGEST_CHUNK, trimmed } from "./split-prose.ts";

/** Cuts a table between rows; the header stays with the first rows. A table little larger than one piece stays whole. */
export function splitTable(text: string, table: Table, outer: Span): Span[] {
  const range = trimmed(text, outer);
  if (range.end - range.start <= LARGEST_CHUNK * 1.25) return [range];
  const pieces: Span[] = [];
  let start = range.start;
  let end = range.start;
  for (const { span } of table.rows) {
    const full = end > start && span.end - start > LARGEST_CHUNK && end > (table.header?.end ?? range.start);
    if (full) {
      pieces.push({ start, end });
      start = span.start;
    }
    end = span.end;
  }
  pieces.push({ start, end });
  return pieces;
}
