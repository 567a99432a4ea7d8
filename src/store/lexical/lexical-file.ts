import { z } from "zod";

/** An inverted index: for term `t`, postings `starts[t]` to `starts[t + 1]`. */
export interface LexicalArrays {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  /** Of each posting: the chunk, and how often each field of it holds the term (255 at most). */
  readonly positions: Uint32Array;
  readonly contextCounts: Uint8Array;
  readonly textCounts: Uint8Array;
  /** Of each chunk: number of tokens in each field. */
  readonly contextLengths: Uint32Array;
  readonly textLengths: Uint32Array;
  readonly contextAverage: number;
  readonly textAverage: number;
}

/** Lengths of chunks with the average that each is held against. */
export function withAverages(contextLengths: Uint32Array, textLengths: Uint32Array) {
  // Never 0: a length is divided by its average.
  const average = (lengths: Uint32Array) =>
    Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  return {
    contextLengths,
    textLengths,
    contextAverage: average(contextLengths),
    textAverage: average(textLengths),
  };
}

const headerSchema = z.object({ terms: z.int(), postings: z.int(), chunks: z.int(), vocabulary: z.int() });

/**
 * One file: length of the header (uint32, little-endian), the header as JSON padded to four bytes, the arrays of
 * 32-bit numbers, those of 8-bit numbers, and the terms as UTF-8 lines.
 */
export function encodeLexical(arrays: LexicalArrays): Uint8Array {
  const vocabulary = Buffer.from([...arrays.vocabulary.keys()].join("\n"));
  const facts = JSON.stringify({
    terms: arrays.vocabulary.size,
    postings: arrays.positions.length,
    chunks: arrays.contextLengths.length,
    vocabulary: vocabulary.length,
  });
  const header = Buffer.from(facts.padEnd(Math.ceil(facts.length / 4) * 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const wide = [arrays.starts, arrays.contextLengths, arrays.textLengths, arrays.positions];
  const narrow = [arrays.contextCounts, arrays.textCounts];
  return Buffer.concat([length, header, ...[...wide, ...narrow].map(bytesOf), vocabulary]);
}

/** Reads what `encodeLexical` wrote. The caller has checked the file's digest. */
export function decodeLexical(file: Uint8Array): LexicalArrays {
  // A copy, so that the arrays lie at offsets divisible by four.
  const bytes = new Uint8Array(file);
  const view = new DataView(bytes.buffer);
  const headerLength = view.getUint32(0, true);
  const header = headerSchema.parse(JSON.parse(Buffer.from(bytes.subarray(4, 4 + headerLength)).toString()));
  let at = 4 + headerLength;
  const wide = (length: number) => {
    const array = new Uint32Array(bytes.buffer, at, length);
    at += array.byteLength;
    return array;
  };
  const narrow = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const starts = wide(header.terms + 1);
  const contextLengths = wide(header.chunks);
  const textLengths = wide(header.chunks);
  const positions = wide(header.postings);
  const contextCounts = narrow(header.postings);
  const textCounts = narrow(header.postings);
  const lines = Buffer.from(narrow(header.vocabulary)).toString();
  const terms = header.terms === 0 ? [] : lines.split("\n");
  return {
    vocabulary: new Map(terms.map((term, index) => [term, index])),
    starts,
    positions,
    contextCounts,
    textCounts,
    ...withAverages(contextLengths, textLengths),
  };
}

function bytesOf(array: Uint32Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
