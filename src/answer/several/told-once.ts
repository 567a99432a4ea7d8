import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import type { Span } from "#domain/span.ts";
import type { Citation } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { oneLine } from "#text/one-line.ts";
import { clauseTelling, type ReadPart } from "./tells-part.ts";

/** A sentence that answers several parts is told whole up to so many characters. */
const LONGEST = 260;
const FOOTNOTE_MARK = /\s*\[\d+\]/gu;

/** The only sentence that a draft quotes; null where it tells figures of a table, or several sentences. */
export function onlyQuote({ used, book, blocks }: Draft): Citation | null {
  const [citation, another] = book.citations;
  const [block, second] = blocks;
  if (used.length > 0 || another !== undefined || second !== undefined) return null;
  return block?.type === "paragraph" ? (citation ?? null) : null;
}

/** One sentence of a report for all the parts that it tells: the clauses with their figures are kept together. */
export function quoteOfAll(
  question: Question,
  { documentId, start, end }: Pick<Citation, "documentId" | "start" | "end">,
  parts: readonly ReadPart[],
  sources: Sources,
): Draft {
  const desk = new Desk(question, sources);
  const marker = desk.book.cite(documentId, { start, end });
  const text = sources.document(documentId)?.text ?? "";
  const words = oneLine(text.slice(start, end)).replace(FOOTNOTE_MARK, "").trim();
  const span = words.length <= LONGEST ? { start: 0, end: words.length } : around(words, parts, sources);
  const shown = `${span.start > 0 ? "……" : ""}${words.slice(span.start, span.end)}${span.end < words.length ? "……" : ""}`;
  return desk.draft("passage", [{ type: "paragraph", text: `${shown}[${marker}]` }]);
}

/** One clause of a sentence, beside the figures that were looked up in it. */
export function clauseQuoted(question: Question, citation: Citation, clause: Span, sources: Sources): Draft {
  const desk = new Desk(question, sources);
  const marker = desk.book.cite(citation.documentId, citation);
  const words = oneLine(citation.quote.slice(clause.start, clause.end)).replace(/[，；,;。]$/u, "");
  return desk.draft("passage", [{ type: "paragraph", text: `${words}[${marker}]。` }]);
}

/** From the first clause that tells one of the parts to the last. */
function around(words: string, parts: readonly ReadPart[], sources: Sources): Span {
  const told = parts.flatMap((read) => clauseTelling(words, read, sources) ?? []);
  if (told.length === 0) return { start: 0, end: words.length };
  return {
    start: Math.min(...told.map(({ start }) => start)),
    end: Math.max(...told.map(({ end }) => end)),
  };
}
