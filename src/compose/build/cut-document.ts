import { isDeepStrictEqual } from "node:util";
import { chunkDocument } from "#chunk/chunk-document.ts";
import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import type { IndexReader } from "#store/index-reader.ts";

/** What one document yields. */
export interface CutDocument {
  readonly chunks: readonly Chunk[];
  readonly rows: readonly IndicatorRow[];
  readonly problems: readonly IngestProblem[];
}

/** What the last build made, by the same code, and the problems it named. */
export interface LastBuild {
  readonly index: IndexReader;
  readonly problems: readonly IngestProblem[];
}

/** Cuts a document into passages and reads its figures. */
export async function cutDocument(document: SourceDocument): Promise<CutDocument> {
  const { rows, problems } = extractIndicators(document);
  return { chunks: await chunkDocument(document), rows, problems };
}

/** What the last build made of a document that is as it was; null of any other. */
export function lastCuts(last: LastBuild | null): (document: SourceDocument) => CutDocument | null {
  if (last === null) return () => null;
  const chunks = new Map<string, Chunk[]>();
  for (const chunk of last.index.chunks())
    (chunks.get(chunk.documentId) ?? started(chunks, chunk.documentId)).push(chunk);
  // Their rows are no longer those that were read.
  const revised = new Set(last.index.revisions().map(({ documentId }) => documentId));
  return (document) =>
    !revised.has(document.id) && isDeepStrictEqual(last.index.document(document.id), plain(document))
      ? {
          chunks: chunks.get(document.id) ?? [],
          rows: last.index.indicators({ documents: [document.id] }),
          problems: last.problems.filter(({ file }) => file === document.file),
        }
      : null;
}

function started(chunks: Map<string, Chunk[]>, documentId: string): Chunk[] {
  const list: Chunk[] = [];
  chunks.set(documentId, list);
  return list;
}

/** As it is once it has been written and read. */
function plain(document: SourceDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}
