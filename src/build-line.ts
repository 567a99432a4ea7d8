import path from "node:path";
import { chunkDocument } from "#chunk/chunk-document.ts";
import type { Chunk } from "#domain/chunk.ts";
import { ConfigurationError, IndexUnusableError } from "#domain/errors.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { FileReport, IngestProblem, TableCount } from "#domain/ingest-report.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { KeptReadings } from "#ingest/child/kept-readings.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { openIndex } from "#store/open-index.ts";
import { publishIndex } from "#store/publish-index.ts";
import { type ReuseCounts, reuseVectors } from "#store/reuse-vectors.ts";
import { checkCorpusFolder, checkIndexFolder } from "./check-folders.ts";
import { type BuildSettings, codeVersion, readerVersion } from "./staleness.ts";

/** How far a build has come; `total` is known from the first call of a step. */
export type OnProgress = (step: BuildStep, done: number, total: number) => void;
export type BuildStep = "read" | "cut" | "embed" | "publish";

export interface BuildReport {
  readonly documents: number;
  readonly chunks: number;
  readonly indicators: number;
  readonly reuse: ReuseCounts;
  readonly files: readonly FileReport[];
  readonly tables: readonly TableCount[];
  readonly problems: readonly IngestProblem[];
}

/**
 * corpus → documents → chunks and indicators → vectors → index, published at once or not at all. An embedder already
 * loaded is used in the place of the one the settings name.
 * @throws ConfigurationError when the corpus holds no report that can be read, or the index cannot be written
 */
export async function buildIndex(
  settings: BuildSettings,
  onProgress: OnProgress = () => {},
  loaded: Embedder | null = null,
): Promise<BuildReport> {
  await checkCorpusFolder(settings.corpusDirectory);
  await checkIndexFolder(settings.indexDirectory);
  onProgress("read", 0, 1);
  const reading = await readCorpus(settings.corpusDirectory, {
    kept: new KeptReadings(path.join(settings.indexDirectory, "parsed"), await readerVersion(settings.root)),
  });
  if (reading.documents.length === 0) throw noReport(settings.corpusDirectory, reading.problems);
  onProgress("read", 1, 1);
  const problems = [...reading.problems];
  const chunks: Chunk[] = [];
  const indicators: IndicatorRow[] = [];
  for (const [at, document] of reading.documents.entries()) {
    onProgress("cut", at, reading.documents.length);
    chunks.push(...(await chunkDocument(document)));
    const extracted = extractIndicators(document);
    indicators.push(...extracted.rows);
    problems.push(...extracted.problems);
  }
  onProgress("cut", reading.documents.length, reading.documents.length);
  const embedder = loaded ?? (await createEmbedder(settings.embedder));
  const { vectors, counts } = await embedChunks(chunks, {
    embedder,
    indexDirectory: settings.indexDirectory,
    onProgress,
  });
  onProgress("publish", 0, 1);
  await publishIndex(settings.indexDirectory, {
    documents: reading.documents,
    chunks,
    indicators,
    vectors,
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    corpusDigest: reading.digest,
    codeVersion: await codeVersion(settings.root),
  });
  onProgress("publish", 1, 1);
  return {
    documents: reading.documents.length,
    chunks: chunks.length,
    indicators: indicators.length,
    reuse: counts,
    files: reading.files,
    tables: reading.tableCounts,
    problems,
  };
}

/** An index of nothing would answer every question with a refusal, and take the place of the last good one. */
function noReport(directory: string, problems: readonly IngestProblem[]): ConfigurationError {
  const named = problems.slice(0, 3).map(({ file, message }) => `; ${file}: ${message}`);
  return new ConfigurationError({
    where: "setting CORPUS_DIR",
    problem: `${directory} holds no report that can be read${named.join("")}`,
    advice: "Put reports there: .txt, .md, .html, .docx, .pdf, .xlsx, .xls or .csv.",
  });
}

const BATCH = 32;

interface EmbedParts {
  readonly embedder: Embedder;
  readonly indexDirectory: string;
  readonly onProgress: OnProgress;
}

/** A vector for each chunk; those of the last index are kept where the words are the same. */
async function embedChunks(chunks: readonly Chunk[], { embedder, indexDirectory, onProgress }: EmbedParts) {
  const previous = lastIndex(indexDirectory, embedder.id);
  const reuse = reuseVectors(previous, chunks);
  const vectors = [...reuse.vectors];
  previous?.close();
  const missing = vectors.flatMap((vector, at) => (vector === null ? [at] : []));
  for (let from = 0; from < missing.length; from += BATCH) {
    onProgress("embed", from, missing.length);
    const batch = missing.slice(from, from + BATCH);
    const embedded = await embedder.embedDocuments(
      batch.map((at) => indexedText(chunks[at] ?? unreachable())),
    );
    for (const [i, at] of batch.entries()) vectors[at] = Float32Array.from(embedded[i] ?? unreachable());
  }
  onProgress("embed", missing.length, missing.length);
  return { vectors: vectors.map((vector) => vector ?? unreachable()), counts: reuse.counts };
}

function unreachable(): never {
  throw new RangeError("the embedder returned fewer vectors than it was given texts");
}

/** The index at hand when it can be opened and its vectors may be compared; an unusable one is simply not reused. */
function lastIndex(directory: string, embedderId: string): IndexReader | null {
  try {
    const index = openIndex(directory);
    if (index.embedder.id === embedderId) return index;
    index.close();
    return null;
  } catch (error) {
    if (error instanceof IndexUnusableError) return null;
    throw error;
  }
}
