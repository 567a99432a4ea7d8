import path from "node:path";
import { ConfigurationError, IndexUnusableError } from "#domain/errors.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import { KeptReadings } from "#ingest/child/kept-readings.ts";
import { readReportSchema } from "#ingest/child/report-schema.ts";
import { fileReadingSchema } from "#ingest/formats/file-reading.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { withBuildLock } from "#store/build-lock.ts";
import type { FileIndex, ReusableParts } from "#store/file-index.ts";
import type { Published } from "#store/generations.ts";
import type { IndexContent } from "#store/index-content.ts";
import { openIndex } from "#store/open-index.ts";
import { heldGeneration } from "#store/postgres/postgres-generations.ts";
import { type BuildReport, writeBuildRecord } from "./build-record.ts";
import type { OnProgress } from "./build-step.ts";
import { checkCorpusFolder, checkIndexFolder } from "./check-folders.ts";
import { cutAndEmbed } from "./cut-and-embed.ts";
import { writeDoubtful } from "./doubtful-file.ts";
import { generationsOf } from "./generations-of.ts";
import { revisedRows } from "./revised-rows.ts";
import { type BuildSettings, codeVersion, readerVersion } from "./staleness.ts";
import { unchangedBuild } from "./unchanged-build.ts";

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
  const code = await codeVersion(settings.root);
  const reader = await readerVersion(settings.root);
  const unchanged = await unchangedBuild(settings, { code, reader, embedderId: loaded?.id ?? null });
  if (unchanged !== null && (await isPublished(settings))) return unchanged;
  onProgress("read", 0, 1);
  const reading = await readCorpus(settings.corpusDirectory, {
    kept: new KeptReadings(path.join(indexDirectory, "parsed"), reader, fileReadingSchema),
    reports: new KeptReadings(path.join(indexDirectory, "reports"), code, readReportSchema),
  });
  if (reading.documents.length === 0) throw noReport(settings.corpusDirectory, reading.problems);
  onProgress("read", 1, 1);
  const last = lastIndex(indexDirectory);
  const embedder = loaded ?? (await createEmbedder(settings.embedder));
  const isAlone = loaded === null;
  const cut = await cutAndEmbed(reading.documents, { settings, last, code, embedder, isAlone, onProgress });
  if (cut.documents.length === 0) throw noReport(settings.corpusDirectory, cut.problems);
  const told = revisedRows(cut.rows, reading.revisions);
  onProgress("publish", 0, 1);
  const content = {
    documents: cut.documents,
    chunks: cut.chunks,
    indicators: told.rows,
    revisions: told.figures,
    vectors: cut.vectors,
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    corpusDigest: reading.digest,
    codeVersion: code,
  };
  const { createdAt: builtAt } = await published(settings, content, cut.comparable?.reusable() ?? null);
  last?.close();
  cut.kept.clear();
  const report: BuildReport = {
    documents: cut.documents.length,
    chunks: cut.chunks.length,
    indicators: told.rows.length,
    reuse: cut.counts,
    files: [...reading.files],
    tables: [...reading.tableCounts],
    problems: [...reading.problems, ...cut.problems, ...told.problems],
  };
  await writeDoubtful(indexDirectory, told.rows, new Set(told.figures.map(({ row }) => row)));
  await writeBuildRecord(indexDirectory, {
    ...{ code, reader },
    builtAt,
    documents: cut.documents.map(({ id, file, title, region, years }) => ({
      ...{ id, file, title, region, years: [...years] },
    })),
    cutProblems: [...cut.problems],
    report,
  });
  onProgress("publish", 1, 1);
  return report;
}

/** Whether what is at hand is also what the database holds, where one is named. */
async function isPublished(settings: BuildSettings): Promise<boolean> {
  if (settings.database === undefined || settings.database === null) return true;
  const generations = generationsOf(settings, null);
  try {
    return (await generations.current()) === heldGeneration(settings.indexDirectory);
  } finally {
    await generations.close();
  }
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

/** An index of nothing would answer every question with a refusal, and take the place of the last good one. */
function noReport(directory: string, problems: readonly IngestProblem[]): ConfigurationError {
  const named = problems.slice(0, 3).map(({ file, message }) => `; ${file}: ${message}`);
  return new ConfigurationError({
    where: "setting CORPUS_DIR",
    problem: `${directory} holds no report that can be read${named.join("")}`,
    advice: "Put reports there: .txt, .md, .html, .docx, .pdf, .xlsx, .xls or .csv.",
  });
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
