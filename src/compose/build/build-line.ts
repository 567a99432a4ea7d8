import path from "node:path";
import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { ConfigurationError, IndexUnusableError } from "#domain/errors.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import { KeptReadings } from "#ingest/child/kept-readings.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { withBuildLock } from "#store/build-lock.ts";
import type { FileIndex, ReusableParts } from "#store/file-index.ts";
import type { Published } from "#store/generations.ts";
import { type IndexContent, indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { openIndex } from "#store/open-index.ts";
import { reuseVectors } from "#store/reuse-vectors.ts";
import { type BuildReport, readBuildRecord, writeBuildRecord } from "./build-record.ts";
import { checkCorpusFolder, checkIndexFolder } from "./check-folders.ts";
import { documentCutter } from "./cut-document.ts";
import { writeDoubtful } from "./doubtful-file.ts";
import { generationsOf } from "./generations-of.ts";
import { revisedRows } from "./revised-rows.ts";
import { type BuildSettings, codeVersion, readerVersion } from "./staleness.ts";

/** How far a build has come; `total` is known from the first call of a step. */
export type OnProgress = (step: BuildStep, done: number, total: number) => void;
export type BuildStep = "read" | "cut" | "embed" | "publish";

/**
 * corpus → documents → chunks and indicators → vectors → index, published at once or not at all. What is as it was when the
 * last index was built by the same program is kept: readings, passages, figures, vectors. One build at a time. An embedder
 * already loaded is used in the place of the one the settings name.
 * @throws ConfigurationError when the corpus holds no report that can be read, or the index cannot be written
 */
export async function buildIndex(
  settings: BuildSettings,
  onProgress: OnProgress = () => {},
  loaded: Embedder | null = null,
): Promise<BuildReport> {
  await checkCorpusFolder(settings.corpusDirectory);
  await checkIndexFolder(settings.indexDirectory);
  return withBuildLock(settings.indexDirectory, () => build(settings, { onProgress, loaded }));
}

interface BuildParts {
  readonly onProgress: OnProgress;
  readonly loaded: Embedder | null;
}

async function build(settings: BuildSettings, { onProgress, loaded }: BuildParts): Promise<BuildReport> {
  const { indexDirectory } = settings;
  onProgress("read", 0, 1);
  const reading = await readCorpus(settings.corpusDirectory, {
    kept: new KeptReadings(path.join(indexDirectory, "parsed"), await readerVersion(settings.root)),
  });
  if (reading.documents.length === 0) throw noReport(settings.corpusDirectory, reading.problems);
  onProgress("read", 1, 1);
  const code = await codeVersion(settings.root);
  const last = lastIndex(indexDirectory);
  const cut = await cutDocuments(reading.documents, { last, code, indexDirectory, onProgress });
  const told = revisedRows(cut.rows, reading.revisions);
  const embedder = loaded ?? (await createEmbedder(settings.embedder));
  const comparable = last?.embedder.id === embedder.id ? last : null;
  const { vectors, counts } = await embedChunks(cut.chunks, { embedder, last: comparable, onProgress });
  onProgress("publish", 0, 1);
  const content = {
    documents: reading.documents,
    chunks: cut.chunks,
    indicators: told.rows,
    revisions: told.figures,
    vectors,
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    corpusDigest: reading.digest,
    codeVersion: code,
  };
  const { createdAt: builtAt } = await published(settings, content, comparable?.reusable() ?? null);
  last?.close();
  const report: BuildReport = {
    documents: reading.documents.length,
    chunks: cut.chunks.length,
    indicators: told.rows.length,
    reuse: counts,
    files: [...reading.files],
    tables: [...reading.tableCounts],
    problems: [...reading.problems, ...cut.problems, ...told.problems],
  };
  await writeDoubtful(indexDirectory, told.rows, new Set(told.figures.map(({ row }) => row)));
  await writeBuildRecord(indexDirectory, {
    code,
    builtAt,
    documents: reading.documents.map(({ id, file, title, region, years }) => ({
      ...{ id, file, title, region, years: [...years] },
    })),
    cutProblems: [...cut.problems],
    report,
  });
  onProgress("publish", 1, 1);
  return report;
}

async function published(
  settings: BuildSettings,
  content: IndexContent,
  last: ReusableParts | null,
): Promise<Published> {
  const generations = generationsOf(settings, content.embedder.id);
  try {
    return await generations.publish(content, last);
  } finally {
    await generations.close();
  }
}

interface CutParts {
  readonly last: FileIndex | null;
  readonly code: string;
  readonly indexDirectory: string;
  readonly onProgress: OnProgress;
}

async function cutDocuments(
  documents: readonly SourceDocument[],
  { last, code, indexDirectory, onProgress }: CutParts,
) {
  const chunks: Chunk[] = [];
  const rows: IndicatorRow[] = [];
  const problems: IngestProblem[] = [];
  const record = await readBuildRecord(indexDirectory);
  const isKnown = last !== null && record?.code === code && record.builtAt === last.manifest.createdAt;
  const cut = documentCutter(isKnown ? { index: last, problems: record.cutProblems } : null);
  for (const [at, document] of documents.entries()) {
    onProgress("cut", at, documents.length);
    const made = await cut(document);
    // One by one: a spread of 100,000 rows overflows the stack.
    for (const chunk of made.chunks) chunks.push(chunk);
    for (const row of made.rows) rows.push(row);
    for (const problem of made.problems) problems.push(problem);
  }
  onProgress("cut", documents.length, documents.length);
  return { chunks, rows, problems };
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
  /** The last index, where its vectors may be compared. */
  readonly last: IndexReader | null;
  readonly onProgress: OnProgress;
}

/** A vector for each chunk; those of the last index are kept where the words are the same. */
async function embedChunks(chunks: readonly Chunk[], { embedder, last, onProgress }: EmbedParts) {
  const reuse = reuseVectors(last, chunks);
  const vectors = [...reuse.vectors];
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

/** The index at hand when it can be opened; an unusable one is simply not reused. */
function lastIndex(directory: string): FileIndex | null {
  try {
    return openIndex(directory);
  } catch (error) {
    if (error instanceof IndexUnusableError) return null;
    throw error;
  }
}
