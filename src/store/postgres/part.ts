import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { digestOf } from "#store/durable.ts";
import type { IndexContent } from "#store/index-content.ts";
import { VectorTable } from "#store/vectors/vector-index.ts";

/** What one document yields. */
export interface Part {
  readonly document: SourceDocument;
  readonly chunks: readonly Chunk[];
  readonly indicators: readonly IndicatorRow[];
  /** One for each chunk, of length 1. */
  readonly vectors: readonly Float32Array[];
}

/** The same as it travels: JSON texts, which nothing on the way parses. */
export interface EncodedPart {
  readonly document: string;
  readonly chunks: readonly string[];
  readonly indicators: readonly string[];
  readonly vectors: readonly Float32Array[];
}

export function encodePart({ document, chunks, indicators, vectors }: Part): EncodedPart {
  const text = (value: unknown) => JSON.stringify(value);
  return { document: text(document), chunks: chunks.map(text), indicators: indicators.map(text), vectors };
}

/** One line of JSON: the form a part is kept in on a node, and the one its digest is of. */
export function lineOf({ document, chunks, indicators, vectors }: EncodedPart): string {
  const numbers = vectors.map((vector) => {
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    return `"${bytes.toString("base64")}"`;
  });
  return `{"document":${document},"chunks":[${chunks}],"indicators":[${indicators}],"vectors":[${numbers}]}`;
}

/** Reads what `lineOf` wrote, whose digest the caller has checked. */
export function partOf(line: string): Part {
  const { vectors, ...rest }: Omit<Part, "vectors"> & { vectors: string[] } = JSON.parse(line);
  return {
    ...rest,
    vectors: vectors.map((text) => new Float32Array(Uint8Array.from(Buffer.from(text, "base64")).buffer)),
  };
}

/** Names a part by its bytes. */
export const digestOfPart = (part: EncodedPart): string => digestOf(lineOf(part));

/**
 * The parts of an index, in the order of its documents.
 * @throws RangeError when passages or rows do not stand in that order
 */
export function* partsOf({ documents, chunks, indicators, vectors, embedder }: IndexContent): Iterable<Part> {
  const table = VectorTable.from(vectors, embedder.dimensions);
  let chunk = 0;
  let row = 0;
  for (const document of documents) {
    const [firstChunk, firstRow] = [chunk, row];
    while (chunks[chunk]?.documentId === document.id) chunk += 1;
    while (indicators[row]?.documentId === document.id) row += 1;
    yield {
      document,
      chunks: chunks.slice(firstChunk, chunk),
      indicators: indicators.slice(firstRow, row),
      vectors: chunks.slice(firstChunk, chunk).map((_, at) => table.row(firstChunk + at)),
    };
  }
  if (chunk < chunks.length || row < indicators.length)
    throw new RangeError("passages and rows do not stand in the order of their documents");
}

/** The content that parts are of. */
export function joined(
  parts: Iterable<Part>,
): Pick<IndexContent, "documents" | "chunks" | "indicators" | "vectors"> {
  const whole = {
    documents: [] as SourceDocument[],
    chunks: [] as Chunk[],
    indicators: [] as IndicatorRow[],
    vectors: [] as Float32Array[],
  };
  for (const { document, chunks, indicators, vectors } of parts) {
    whole.documents.push(document);
    // One by one: a spread of 100,000 rows overflows the stack.
    for (const chunk of chunks) whole.chunks.push(chunk);
    for (const row of indicators) whole.indicators.push(row);
    for (const vector of vectors) whole.vectors.push(vector);
  }
  return whole;
}
