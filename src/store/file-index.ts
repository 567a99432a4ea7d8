import type { Database } from "better-sqlite3";
import type { Chunk } from "#domain/chunk.ts";
import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import type { DocumentExtent, EmbeddedChunk, IndexReader } from "./index-reader.ts";
import { IndicatorColumns } from "./indicator-columns.ts";
import { type IndicatorGroup, IndicatorTable } from "./indicator-table.ts";
import type { LexicalArrays } from "./lexical/lexical-file.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { generationOf, type Manifest } from "./manifest.ts";
import { RecentRows } from "./recent-rows.ts";
import { readColumns } from "./stored-columns.ts";
import type { GraphFiles } from "./vectors/hnsw-vectors.ts";
import type { VectorIndex, VectorTable } from "./vectors/vector-index.ts";

type DocumentBody = Pick<SourceDocument, "text" | "sections" | "tables">;
type StoredMetadata = Omit<SourceDocument, keyof DocumentBody>;

interface Parts {
  readonly manifest: Manifest;
  readonly arrays: LexicalArrays;
  readonly vectors: VectorIndex;
  readonly table: VectorTable;
  readonly graph: GraphFiles;
  readonly database: Database;
  readonly release: () => void;
}

/** What the next version goes on from. */
export interface ReusableParts {
  /** Of each chunk the digest of its words. */
  readonly digests: readonly string[];
  readonly arrays: LexicalArrays;
  readonly graph: GraphFiles;
}

/** An index over its opened files. Rows were checked by digest, so what JSON holds is what was published. */
export class FileIndex implements IndexReader {
  readonly manifest: Manifest;
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  readonly #parts: Parts;
  readonly #indicators: IndicatorTable;
  readonly #recent: RecentRows;
  readonly #metadata: ReadonlyMap<string, StoredMetadata>;
  readonly #documents = new Map<string, SourceDocument>();
  readonly #owners: Uint32Array;
  #columns: IndicatorColumns | null = null;
  #revisions: readonly RevisedFigure[] | null = null;
  #extents: ReadonlyMap<string, DocumentExtent> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.manifest = parts.manifest;
    this.lexical = new LexicalIndex(parts.arrays);
    this.vectors = parts.vectors;
    this.#indicators = new IndicatorTable(parts.database);
    this.#recent = new RecentRows((filter) => this.#indicators.rows(filter));
    this.#metadata = new Map(
      parts.database
        .prepare<[], { id: string; metadata: string }>("SELECT id, metadata FROM documents ORDER BY position")
        .all()
        .map(({ id, metadata }) => [id, JSON.parse(metadata)]),
    );
    this.#owners = Uint32Array.from(
      parts.database.prepare<[], number>("SELECT document FROM chunks ORDER BY position").pluck().all(),
    );
  }

  get embedder() {
    return this.manifest.embedder;
  }

  get generation() {
    return generationOf(this.manifest);
  }

  get corpusDigest() {
    return this.manifest.corpusDigest;
  }

  metadata(): readonly DocumentMetadata[] {
    return [...this.#metadata.values()];
  }

  documents(): readonly SourceDocument[] {
    return [...this.#metadata.keys()].flatMap((id) => this.document(id) ?? []);
  }

  document(id: string): SourceDocument | null {
    const known = this.#documents.get(id);
    if (known !== undefined) return known;
    const metadata = this.#metadata.get(id);
    const body = this.#text("SELECT body FROM documents WHERE id = ?", id);
    if (metadata === undefined || body === undefined) return null;
    const parsed: DocumentBody = JSON.parse(body);
    const document = { ...metadata, ...parsed };
    this.#documents.set(id, document);
    return document;
  }

  chunks(): readonly Chunk[] {
    return this.#parts.database
      .prepare<[], string>("SELECT chunk FROM chunks ORDER BY position")
      .pluck()
      .all()
      .map(toChunk);
  }

  chunk(id: string): Chunk | null {
    const found = this.#text("SELECT chunk FROM chunks WHERE id = ?", id);
    return found === undefined ? null : toChunk(found);
  }

  chunkAt(position: number): Chunk {
    const found = this.#text("SELECT chunk FROM chunks WHERE position = ?", position);
    if (found === undefined) throw new RangeError(`no chunk at position ${position}`);
    return toChunk(found);
  }

  owners(): Uint32Array {
    return this.#owners;
  }

  reusable(): ReusableParts {
    const { arrays, graph } = this.#parts;
    return { digests: this.#digests(), arrays, graph };
  }

  #digests(): readonly string[] {
    return this.#parts.database
      .prepare<[], string>("SELECT digest FROM chunks ORDER BY position")
      .pluck()
      .all();
  }

  *embedded(): Iterable<EmbeddedChunk> {
    const digests = this.#digests();
    for (const [position, chunk] of this.chunks().entries()) {
      const { documentId, section } = chunk;
      yield { documentId, section, digest: digests[position] ?? "", vector: this.#parts.table.row(position) };
    }
  }

  extents(): ReadonlyMap<string, DocumentExtent> {
    this.#extents ??= this.#readExtents();
    return this.#extents;
  }

  #readExtents(): ReadonlyMap<string, DocumentExtent> {
    const sql = `SELECT id, chars, sections, (SELECT count(*) FROM indicators WHERE documentId = documents.id) AS indicators
      FROM documents`;
    const rows = this.#parts.database
      .prepare<[], Omit<DocumentExtent, "original"> & { readonly id: string }>(sql)
      .all();
    return new Map(
      rows.flatMap(({ id, ...extent }) => {
        const original = this.#metadata.get(id)?.original;
        return original === undefined ? [] : [[id, { ...extent, original }]];
      }),
    );
  }

  columns(): IndicatorColumns {
    this.#columns ??= new IndicatorColumns(readColumns(this.#parts.database));
    return this.#columns;
  }

  indicatorsAt(positions: readonly number[]): readonly IndicatorRow[] {
    return this.#indicators.rowsAt(positions);
  }

  indicators(filter: IndicatorFilter): readonly IndicatorRow[] {
    return this.#recent.rows(filter);
  }

  indicator(id: string): IndicatorRow | null {
    return this.#indicators.row(id);
  }

  revisions(): readonly RevisedFigure[] {
    this.#revisions ??= this.#parts.database
      .prepare<[], string>("SELECT figure FROM revisions ORDER BY position")
      .pluck()
      .all()
      .map(toRevision);
    return this.#revisions;
  }

  countIndicators(filter: IndicatorFilter): number {
    return this.#indicators.count(filter);
  }

  distinctIndicators(filter: IndicatorFilter = {}): IndicatorGroup[] {
    return this.#indicators.groups(filter);
  }

  close(): void {
    this.#parts.database.close();
    this.#parts.release();
  }

  #text(sql: string, key: string | number): string | undefined {
    return this.#parts.database.prepare<[string | number], string>(sql).pluck().get(key);
  }
}

function toChunk(stored: string): Chunk {
  const chunk: Chunk = JSON.parse(stored);
  return chunk;
}

function toRevision(stored: string): RevisedFigure {
  const figure: RevisedFigure = JSON.parse(stored);
  return figure;
}
