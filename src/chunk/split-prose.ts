import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Span } from "#domain/span.ts";
import { clauses, sentences } from "#text/sentences.ts";

export const LARGEST_CHUNK = 420;
/** Marks put where a text may be cut; private-use characters never stand in a normalised text. */
const SENTENCE_END = "\ue000";
const CLAUSE_END = "\ue001";
const MARKS = /[\ue000\ue001]/g;

/**
 * Cuts a stretch of prose into pieces of about `largest` characters: at line breaks first, then at sentence ends, then
 * at clause ends. The pieces are exact spans that together hold all but white space.
 */
export async function splitProse(text: string, span: Span, largest = LARGEST_CHUNK): Promise<Span[]> {
  if (span.end - span.start <= largest) return [trimmed(text, span)];
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: largest,
    chunkOverlap: 0,
    keepSeparator: false,
    separators: ["\n", SENTENCE_END, CLAUSE_END, ""],
    lengthFunction: (piece) => piece.replace(MARKS, "").length,
  });
  const pieces = await splitter.splitText(marked(text, span));
  const found: Span[] = [];
  let from = span.start;
  for (const piece of pieces) {
    const words = piece.replace(MARKS, "").trim();
    const start = text.indexOf(words, from);
    if (words === "" || start < 0) continue;
    found.push({ start, end: start + words.length });
    from = start + words.length;
  }
  return evened(text, found, largest / 6);
}

function marked(text: string, span: Span): string {
  const ends = new Map<number, string>();
  for (const clause of clauses(text, span)) ends.set(clause.end, CLAUSE_END);
  for (const sentence of sentences(text, span)) ends.set(sentence.end, SENTENCE_END);
  let out = "";
  for (let at = span.start; at < span.end; at++) out += (ends.get(at) ?? "") + (text[at] ?? "");
  return out;
}

/** Joins a piece of a few words to its neighbour in the same paragraph: it would mean nothing alone. */
function evened(text: string, pieces: readonly Span[], least: number): Span[] {
  const result: Span[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const small = last !== undefined && (lengthOf(last) < least || lengthOf(piece) < least);
    if (last !== undefined && small && !text.slice(last.end, piece.start).includes("\n")) {
      result[result.length - 1] = { start: last.start, end: piece.end };
    } else {
      result.push(piece);
    }
  }
  return result;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  const body = text.slice(span.start, span.end);
  const start = span.start + (body.length - body.trimStart().length);
  return { start, end: start + body.trim().length };
}
