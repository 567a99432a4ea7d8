import type { Table } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { LARGEST_CHUNK, trimmed } from "./split-prose.ts";

/**
 * Cuts a table between rows into pieces of about equal size; the header stays with the first rows and part rows with
 * the row they are part of. A table little larger than one piece stays whole.
 */
export function splitTable(text: string, table: Table, outer: Span, largest = LARGEST_CHUNK): Span[] {
  const range = trimmed(text, outer);
  const length = range.end - range.start;
  if (length <= largest * 1.25) return [range];
  const target = length / Math.ceil(length / largest);
  const pieces: Span[] = [];
  let start = range.start;
  let end = table.header?.end ?? range.start;
  for (const [at, { span, parent }] of table.rows.entries()) {
    if (at > 0 && parent === null && span.end - start > target) {
      pieces.push({ start, end });
      start = span.start;
    }
    end = span.end;
  }
  return [...pieces, { start, end: range.end }];
}
