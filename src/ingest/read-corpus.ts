import type { SourceDocument } from "#domain/document.ts";
import type { FileReport, IngestProblem, TableCount } from "#domain/ingest-report.ts";
import { type ReadingParts, readFile } from "./child/read-file.ts";
import { digestOfFiles, listCorpus, METADATA_FILE, REVISIONS_FILE, readFileBytes } from "./corpus-files.ts";
import { type CorpusMetadata, parseMetadata } from "./corpus-metadata.ts";
import { withDistinctIds } from "./distinct-ids.ts";
import { type ReadReport, unread } from "./report-of-blocks.ts";
import { withRegionsToldApart } from "./tell-apart-regions.ts";

export interface CorpusReading {
  /** In the order of file names. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly IngestProblem[];
  readonly tableCounts: readonly TableCount[];
  /** One for each file that was looked at, read or not. */
  readonly files: readonly FileReport[];
  /** SHA-256 of each file read, by file name. */
  readonly digests: Readonly<Record<string, string>>;
  /** The lines of the file of revisions; null where there is none. */
  readonly revisions: string | null;
  /** Of the names and bytes that were read: what `corpusDigest` says as long as nothing changes. */
  readonly digest: string;
}

/** Files under way at a time: each is the work of a process of its own, and the machine has others to do. */
const TOGETHER = 2;

interface FileReading {
  readonly file: string;
  readonly digest: string;
  readonly seconds: number;
  readonly report: ReadReport;
}

/**
 * Reads every report in a folder and its sub-folders, whatever its format. A file that cannot be read is a problem of its own
 * and never harms another. Throws only when the folder itself cannot be read.
 */
export async function readCorpus(
  directory: string,
  parts: ReadingParts = { kept: null },
): Promise<CorpusReading> {
  const listing = await listCorpus(directory);
  const { metadata, digest: metadataDigest } = await readMetadata(directory);
  const revisions = await readFileBytes(directory, REVISIONS_FILE);
  const readings = await mapTogether(listing.files, (file) => readOne({ directory, file, metadata }, parts));
  await parts.kept?.prune();
  await parts.reports?.prune();
  const reports = readings.map(({ report }) => report);
  const { documents, problems } = withDistinctIds(reports.flatMap(({ document }) => document ?? []));
  return {
    documents: withRegionsToldApart(documents),
    problems: [
      ...metadata.problems,
      ...missingFiles(metadata, listing.files),
      ...listing.problems,
      ...reports.flatMap((report) => report.problems),
      ...problems,
    ],
    tableCounts: reports.flatMap(({ tableCounts }) => tableCounts),
    files: readings.map(fileReport),
    digests: Object.fromEntries(documents.map((document) => [document.file, document.digest])),
    revisions: revisions.bytes === null ? null : new TextDecoder().decode(revisions.bytes),
    digest: digestOfFiles([
      ...readings.map(({ file, digest }) => [file, digest] as const),
      [METADATA_FILE, metadataDigest],
      [REVISIONS_FILE, revisions.digest],
    ]),
  };
}

interface CorpusFile {
  readonly directory: string;
  readonly file: string;
  readonly metadata: CorpusMetadata;
}

async function readOne({ directory, file, metadata }: CorpusFile, parts: ReadingParts): Promise<FileReading> {
  const begun = performance.now();
  const found = await readFileBytes(directory, file);
  const { digest } = found;
  const report =
    found.bytes === null
      ? unread(file, found.code, found.message)
      : await readFile(
          { file, digest, bytes: found.bytes, metadata: metadata.entries.get(file) ?? null },
          parts,
        );
  return { file, digest, seconds: (performance.now() - begun) / 1000, report };
}

function fileReport({ file, seconds, report }: FileReading): FileReport {
  const { document, problems, tableCounts } = report;
  return {
    file,
    format: document?.original.format ?? null,
    pages: document?.original.pages ?? null,
    seconds,
    tables: tableCounts.length,
    rows: tableCounts.reduce((sum, { rowsStored }) => sum + rowsStored, 0),
    problems: problems.length,
  };
}

async function readMetadata(directory: string): Promise<{ metadata: CorpusMetadata; digest: string }> {
  const found = await readFileBytes(directory, METADATA_FILE);
  const { digest } = found;
  if (found.bytes !== null) return { metadata: parseMetadata(new TextDecoder().decode(found.bytes)), digest };
  const problems = /ENOENT/.test(found.message)
    ? []
    : [problem(METADATA_FILE, "error", found.code, found.message)];
  return { metadata: { entries: new Map(), problems }, digest };
}

function missingFiles(metadata: CorpusMetadata, files: readonly string[]): IngestProblem[] {
  const missing = [...metadata.entries.keys()].filter((file) => !files.includes(file));
  return missing.map((file) =>
    problem(file, "warning", "missing_file", `${METADATA_FILE} names a file that is not there`),
  );
}

function problem(
  file: string,
  severity: IngestProblem["severity"],
  code: string,
  message: string,
): IngestProblem {
  return { file, severity, code, message, line: null };
}

/** Works on a few at a time; the results stand in the order of the items. */
async function mapTogether<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const open = items.entries();
  const worker = async () => {
    for (const [at, item] of open) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return results;
}
