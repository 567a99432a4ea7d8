import type { Chunk } from "#domain/chunk.ts";
import type { DocumentMetadata, Original, SourceDocument } from "#domain/document.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import type { IndicatorColumns } from "./indicator-columns.ts";
import type { IndicatorGroup } from "./indicator-table.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import type { VectorIndex } from "./vectors/vector-index.ts";

/** One published index, read only. Positions are those of the chunks, from 0, everywhere. */
export interface IndexReader {
  /** Names what the index was built from and by; see `generationOf`. */
  readonly generation: string;
  readonly embedder: { readonly id: string; readonly dimensions: number };
  readonly corpusDigest: string;
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;

  /** All that is known of the documents but their text, sections and tables: cheap. */
  metadata(): readonly DocumentMetadata[];
  /** Whole documents, each parsed when first asked for. */
  documents(): readonly SourceDocument[];
  document(id: string): SourceDocument | null;
  /** How much of each document there is, by its id, without reading its text. */
  extents(): ReadonlyMap<string, DocumentExtent>;

  chunks(): readonly Chunk[];
  chunk(id: string): Chunk | null;
  /** @throws RangeError when there is no such position */
  chunkAt(position: number): Chunk;
  /** For each chunk, the position of its document in `metadata()`. */
  owners(): Uint32Array;
  /** For each chunk, the digest of its embedded words and its stored vector. */
  embedded(): Iterable<EmbeddedChunk>;

  /** Rows that pass the filter, in the order they were published. */
  indicators(filter: IndicatorFilter): readonly IndicatorRow[];
  /** The columns of all rows, for filtering, counting and sorting without a look at the rows. */
  columns(): IndicatorColumns;
  /** Rows by their positions in the index, in the order given. */
  indicatorsAt(positions: readonly number[]): readonly IndicatorRow[];
  indicator(id: string): IndicatorRow | null;
  /** What editors said of single figures. */
  revisions(): readonly RevisedFigure[];
  countIndicators(filter: IndicatorFilter): number;
  /** Which indicators exist for which region, year and kind, for suggestions. */
  distinctIndicators(filter?: IndicatorFilter): IndicatorGroup[];

  /** Lets go of the files; using the reader afterwards is a fault. */
  close(): void;
}

export interface DocumentExtent {
  readonly chars: number;
  readonly sections: number;
  readonly indicators: number;
  readonly original: Original;
}

export interface EmbeddedChunk {
  readonly documentId: string;
  readonly section: readonly string[];
  readonly digest: string;
  readonly vector: Float32Array;
}
