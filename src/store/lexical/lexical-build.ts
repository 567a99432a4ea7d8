import type { Chunk } from "#domain/chunk.ts";
import { GONE } from "#store/kept-chunks.ts";
import { mergedPostings } from "#store/merge-postings.ts";
import { tokens } from "#text/tokens.ts";
import { type LexicalArrays, withAverages } from "./lexical-file.ts";
import { PostingTable } from "./posting-table.ts";

/** The inverted index of the version before, and where each of its chunks stands now. */
export interface LexicalBefore {
  readonly arrays: LexicalArrays;
  /** Of each chunk of before, its position now, or `GONE`. */
  readonly now: Uint32Array;
}

type Words = Pick<Chunk, "context" | "text">;

/**
 * Reads the chunks into an inverted index over context and text. The postings of chunks that stood in the version before are
 * taken from there: the same arrays come out, and only new chunks are read.
 */
export function buildLexicalArrays(
  chunks: readonly Words[],
  before: LexicalBefore | null = null,
): LexicalArrays {
  const postings = new PostingTable();
  const contextLengths = new Uint32Array(chunks.length);
  const textLengths = new Uint32Array(chunks.length);
  const isKept = new Uint8Array(chunks.length);
  for (const [old, position] of before?.now.entries() ?? []) {
    if (position === GONE) continue;
    isKept[position] = 1;
    contextLengths[position] = before?.arrays.contextLengths[old] ?? 0;
    textLengths[position] = before?.arrays.textLengths[old] ?? 0;
  }
  for (const [position, chunk] of chunks.entries()) {
    if (isKept[position] === 1) continue;
    contextLengths[position] = postings.count(position, "context", tokens(chunk.context));
    textLengths[position] = postings.count(position, "text", tokens(chunk.text));
  }
  const fresh = postings.inOrder(chunks.length);
  const all = before === null ? fresh : mergedPostings(before, fresh);
  return { ...all, ...withAverages(contextLengths, textLengths) };
}
