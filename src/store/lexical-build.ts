import type { Chunk } from "#domain/chunk.ts";
import { tokens } from "#text/tokens.ts";
import { GONE } from "./kept-chunks.ts";
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
  const postings = new PostingTable(before === null ? [] : [...before.arrays.vocabulary.keys()]);
  const contextLengths = new Uint32Array(chunks.length);
  const textLengths = new Uint32Array(chunks.length);
  const isKept = new Uint8Array(chunks.length);
  if (before !== null) keepPostings(before, { postings, contextLengths, textLengths, isKept });
  for (const [position, chunk] of chunks.entries()) {
    if (isKept[position] === 1) continue;
    contextLengths[position] = postings.count(position, "context", tokens(chunk.context));
    textLengths[position] = postings.count(position, "text", tokens(chunk.text));
  }
  return { ...postings.inOrder(chunks.length), ...withAverages(contextLengths, textLengths) };
}

interface Kept {
  readonly postings: PostingTable;
  readonly contextLengths: Uint32Array;
  readonly textLengths: Uint32Array;
  readonly isKept: Uint8Array;
}

function keepPostings({ arrays, now }: LexicalBefore, { postings, ...kept }: Kept): void {
  for (const [old, position] of now.entries()) {
    if (position === GONE) continue;
    kept.isKept[position] = 1;
    kept.contextLengths[position] = arrays.contextLengths[old] ?? 0;
    kept.textLengths[position] = arrays.textLengths[old] ?? 0;
  }
  for (let term = 0; term < arrays.vocabulary.size; term += 1) {
    const end = arrays.starts[term + 1] ?? 0;
    for (let at = arrays.starts[term] ?? 0; at < end; at += 1) {
      const position = now[arrays.positions[at] ?? 0] ?? GONE;
      if (position === GONE) continue;
      postings.add(term, position, arrays.contextCounts[at] ?? 0, arrays.textCounts[at] ?? 0);
    }
  }
}
