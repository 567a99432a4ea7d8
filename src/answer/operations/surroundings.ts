import type { CitationBook } from "#answer/citation-book.ts";
import type { Desk } from "#answer/desk.ts";
import type { Block } from "#protocol/chat.ts";

/** Characters of the words around a quote. */
const MOST = 600;
/** So many quotes are shown with what stands around them. */
const MOST_QUOTES = 3;

/** The paragraphs the quotes of an answer stand in, in the report's own words; null when nothing was quoted. */
export function surroundings(desk: Desk, book: CitationBook): readonly Block[] | null {
  const shown = new Set<string>();
  const blocks: Block[] = [];
  for (const { documentId, start, end } of book.citations.slice(0, MOST_QUOTES)) {
    const text = desk.sources.document(documentId)?.text ?? "";
    const from = Math.max(text.lastIndexOf("\n", start) + 1, end - MOST, 0);
    const lineEnd = text.indexOf("\n", end);
    const to = Math.min(lineEnd < 0 ? text.length : lineEnd, from + MOST);
    const words = text.slice(from, to).replace(/\[\d+\]/g, "");
    if (shown.has(words)) continue;
    shown.add(words);
    blocks.push({ type: "paragraph", text: `${words}[${book.cite(documentId, { start: from, end: to })}]` });
  }
  return blocks.length === 0 ? null : blocks;
}
