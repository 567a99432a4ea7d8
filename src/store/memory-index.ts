import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import { checkContent, embeddingDigest, type IndexContent } from "./index-content.ts";
import type { DocumentExtent, EmbeddedChunk, IndexReader } from "./index-reader.ts";
import { columnsOf, IndicatorColumns } from "./indicator-columns.ts";
import type { IndicatorGroup } from "./indicator-table.ts";
import { buildLexicalArrays } from "./lexical/lexical-build.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { generationOf } from "./manifest.ts";
import { ExactVectors, VectorTable } from "./vectors/vector-index.ts";

/** The same index without a file: for tests and for trying things out. */
export function memoryIndex(content: IndexContent): IndexReader {
  checkContent(content);
  const { documents, chunks, indicators, embedder, corpusDigest } = content;
  const table = VectorTable.from(content.vectors, embedder.dimensions);
  const owners = new Map(documents.map((document, position) => [document.id, position]));
  const chunkAt = (position: number): Chunk => {
    const chunk = chunks[position];
    if (chunk === undefined) throw new RangeError(`no chunk at position ${position}`);
    return chunk;
  };
  return {
    generation: generationOf(content),
    embedder,
    corpusDigest,
    lexical: new LexicalIndex(buildLexicalArrays(chunks)),
    vectors: new ExactVectors(table),
    metadata: () => documents,
    documents: () => documents,
    document: (id) => documents.find((document) => document.id === id) ?? null,
    extents: () => new Map(documents.map((document) => [document.id, extentOf(document, indicators)])),
    columns: () => new IndicatorColumns(columnsOf(indicators)),
    indicatorsAt: (positions) => positions.flatMap((position) => indicators[position] ?? []),
    chunks: () => chunks,
    chunk: (id) => chunks.find((chunk) => chunk.id === id) ?? null,
    chunkAt,
    owners: () => Uint32Array.from(chunks, (chunk) => owners.get(chunk.documentId) ?? 0),
    embedded: () => chunks.map((chunk, position) => embedded(chunk, table.row(position))),
    indicators: (filter) => page(indicators.filter(passing(filter)), filter),
    indicator: (id) => indicators.find((row) => row.id === id) ?? null,
    revisions: () => content.revisions ?? [],
    countIndicators: (filter) => indicators.filter(passing(filter)).length,
    distinctIndicators: (filter = {}) =>
      page(groups(indicators.filter(passing({ ...filter, documents: undefined }))), filter),
    close: () => {},
  };
}

function extentOf(document: SourceDocument, rows: readonly IndicatorRow[]): DocumentExtent {
  const indicators = rows.filter((row) => row.documentId === document.id).length;
  const { text, sections, original } = document;
  return { chars: text.length, sections: sections.length, indicators, original };
}

function embedded(chunk: Chunk, vector: Float32Array): EmbeddedChunk {
  const { documentId, section } = chunk;
  return { documentId, section, digest: embeddingDigest(chunk), vector };
}

function passing(filter: { [Key in keyof IndicatorFilter]: IndicatorFilter[Key] | undefined }) {
  const allows = <Value>(list: readonly Value[] | undefined, value: Value) => list?.includes(value) ?? true;
  return (row: IndicatorRow): boolean =>
    (filter.regions === undefined || (row.region !== null && filter.regions.includes(row.region))) &&
    allows(filter.years, row.year) &&
    allows(filter.indicators, row.indicator) &&
    allows(filter.kinds, row.kind) &&
    allows(filter.periods, row.period) &&
    allows(filter.documents, row.documentId);
}

function page<Row>(rows: readonly Row[], { limit, offset = 0 }: IndicatorFilter): Row[] {
  return rows.slice(offset, limit === undefined ? undefined : offset + limit);
}

function groups(rows: readonly IndicatorRow[]): IndicatorGroup[] {
  const found = new Map<string, IndicatorGroup>();
  for (const { indicator, region, year, kind } of rows) {
    const key = JSON.stringify([indicator, region, year, kind]);
    found.set(key, { indicator, region, year, kind, rows: (found.get(key)?.rows ?? 0) + 1 });
  }
  return [...found.values()].sort(byGroup);
}

/** SQLite's order: by bytes, null first. */
function byGroup(one: IndicatorGroup, other: IndicatorGroup): number {
  const compare = (left: string | number, right: string | number) =>
    left < right ? -1 : left > right ? 1 : 0;
  return (
    Buffer.compare(Buffer.from(one.indicator), Buffer.from(other.indicator)) ||
    Buffer.compare(Buffer.from(one.region ?? ""), Buffer.from(other.region ?? "")) ||
    compare(one.year, other.year) ||
    compare(one.kind, other.kind)
  );
}
