import { chunkDocument } from "#chunk/chunk-document.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { Embedder } from "#embed/embedder.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { memoryIndex } from "#store/memory-index.ts";

/** Reads a folder of reports as the build does and indexes it in memory. */
export async function indexFolder(folder: string, embedder: Embedder): Promise<IndexReader> {
  return indexDocuments((await readCorpus(folder)).documents, embedder);
}

/** Cuts, embeds and indexes documents in memory. */
export async function indexDocuments(
  documents: readonly SourceDocument[],
  embedder: Embedder,
): Promise<IndexReader> {
  const chunks = (await Promise.all(documents.map(chunkDocument))).flat();
  const vectors = await embedder.embedDocuments(chunks.map(indexedText));
  return memoryIndex({
    documents,
    chunks,
    indicators: [],
    vectors: vectors.map((vector) => Float32Array.from(vector)),
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    corpusDigest: "",
    codeVersion: "",
  });
}
