import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { contains, type Span } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";

/** One to three neighbouring sentences of a chunk; for a table, one row. */
export interface Window extends Span {
  readonly sentences: number;
}

const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 420;

/** Every stretch of a chunk short enough to be quoted as an answer. */
export function windowsOf(document: SourceDocument, chunk: Chunk): Window[] {
  if (chunk.kind === "definition") return [{ start: chunk.start, end: chunk.end, sentences: 1 }];
  const header = document.tables.flatMap((table) => (table.header === null ? [] : [table.header]));
  const spans = sentences(document.text, chunk).filter(
    (span) => !header.some((each) => contains(each, span)),
  );
  const most = chunk.kind === "table" ? 1 : MOST_SENTENCES;
  return spans.flatMap((first, at) => {
    const windows: Window[] = [];
    for (let count = 1; count <= most; count++) {
      const last = spans[at + count - 1];
      if (last === undefined || (count > 1 && last.end - first.start > MOST_CHARACTERS)) break;
      windows.push({ start: first.start, end: last.end, sentences: count });
    }
    return windows;
  });
}
