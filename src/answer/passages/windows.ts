import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
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
  const spans = withEntryHeads(
    document.text,
    sentences(document.text, chunk).filter((span) => !header.some((each) => contains(each, span))),
  );
  const most = chunk.kind === "table" ? 1 : MOST_SENTENCES;
  return spans.flatMap((first, at) => {
    const windows: Window[] = [];
    for (let count = 1; count <= most; count++) {
      const last = spans[at + count - 1];
      if (last === undefined || (count > 1 && (last.headed || last.end - first.start > MOST_CHARACTERS)))
        break;
      windows.push({ start: first.start, end: last.end, sentences: count });
    }
    return windows;
  });
}

interface Stretch extends Span {
  /** True where it opens an entry of its own. */
  readonly headed: boolean;
}

/** 5.金融机构存贷款余额增速。: a numbered head in running text, which says nothing without the sentence behind it. */
const ENTRY_HEAD = /^(?:\d{1,2}|[（(]\d{1,2}[)）])[.、．]?\s*[^\d，,；;：:]{2,24}。$/u;

/** Sentences, each head of a numbered entry joined with the sentence it heads. */
function withEntryHeads(text: string, spans: readonly Span[]): Stretch[] {
  const isHead = (at: number): boolean => {
    const span = spans[at];
    return span !== undefined && ENTRY_HEAD.test(sliceOf(text, span));
  };
  return spans.flatMap((span, at): Stretch[] => {
    const next = spans[at + 1];
    if (isHead(at) && next !== undefined && !isHead(at + 1))
      return [{ start: span.start, end: next.end, headed: true }];
    return at > 0 && isHead(at - 1) && !isHead(at) ? [] : [{ ...span, headed: false }];
  });
}
