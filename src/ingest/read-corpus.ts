import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { SourceDocument } from "#domain/document.ts";
import type { IngestProblem, TableCount } from "#domain/ingest-report.ts";
import { filesLike, LARGEST_FILE, METADATA_FILE, reportFiles } from "./corpus-files.ts";
import { type CorpusMetadata, parseMetadata } from "./corpus-metadata.ts";
import { readReport } from "./read-report.ts";

export interface CorpusReading {
  /** In the order of file names. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly IngestProblem[];
  readonly tableCounts: readonly TableCount[];
  /** SHA-256 of each file read, by file name. */
  readonly digests: Readonly<Record<string, string>>;
}

/** What reports come as and is not read here: told, so that nobody looks in vain for its figures. */
const OTHER_FORMAT = /\.(?:pdf|docx?|wps|rtf|odt|xlsx?|et|html?|pptx?|ofd)$/i;

/**
 * Reads every report in a folder (`.txt`, `.md`, `.markdown`; hidden files and folders are passed over). A file that
 * cannot be read is a problem of its own and never harms another. Throws only when the folder itself cannot be read.
 */
export async function readCorpus(directory: string): Promise<CorpusReading> {
  const files = await reportFiles(directory);
  const metadata = await readMetadata(directory);
  const problems: IngestProblem[] = [
    ...metadata.problems,
    ...missingFiles(metadata, files),
    ...(await otherFormats(directory)),
  ];
  const documents: SourceDocument[] = [];
  const tableCounts: TableCount[] = [];
  for (const file of files) {
    const bytes = await readBytes(directory, file);
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      continue;
    }
    const reading = readReport({ file, bytes, metadata: metadata.entries.get(file) ?? null });
    problems.push(...reading.problems);
    if (reading.document === null) continue;
    documents.push(distinct(reading.document, documents, problems));
    tableCounts.push(...reading.tableCounts);
  }
  const digests = Object.fromEntries(documents.map((document) => [document.file, document.digest]));
  return { documents, problems, tableCounts, digests };
}

async function otherFormats(directory: string): Promise<IngestProblem[]> {
  const message = "the file is not read: only .txt and .md are; save it as text beside";
  return (await filesLike(directory, OTHER_FORMAT)).map((file) =>
    problem(file, "warning", "unread_format", message),
  );
}

async function readMetadata(directory: string): Promise<CorpusMetadata> {
  try {
    return parseMetadata(await readFile(path.join(directory, METADATA_FILE), "utf8"));
  } catch (error) {
    if (isMissing(error)) return { entries: new Map(), problems: [] };
    return { entries: new Map(), problems: [problem(METADATA_FILE, "error", "unreadable", reason(error))] };
  }
}

async function readBytes(directory: string, file: string): Promise<Uint8Array | IngestProblem> {
  const full = path.join(directory, file);
  try {
    const { size } = await stat(full);
    if (size <= LARGEST_FILE) return await readFile(full);
    const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
    return problem(
      file,
      "error",
      "too_large",
      `the file has ${megabytes(size)}; the limit is ${megabytes(LARGEST_FILE)}`,
    );
  } catch (error) {
    return problem(file, "error", "unreadable", reason(error));
  }
}

/** Gives a second document of the same id another id, and warns of a text that is there twice. */
function distinct(
  document: SourceDocument,
  before: readonly SourceDocument[],
  problems: IngestProblem[],
): SourceDocument {
  const twin = before.find((other) => other.digest === document.digest);
  if (twin !== undefined)
    problems.push(problem(document.file, "warning", "duplicate_content", `the same bytes as ${twin.file}`));
  const taken = new Set(before.map((other) => other.id));
  if (!taken.has(document.id)) return document;
  let suffix = 2;
  while (taken.has(`${document.id}-${suffix}`)) suffix++;
  const id = `${document.id}-${suffix}`;
  problems.push(
    problem(document.file, "warning", "duplicate_id", `the id ${document.id} is taken; this one is ${id}`),
  );
  return { ...document, id };
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function reason(error: unknown): string {
  return error instanceof Error && "code" in error
    ? `the file cannot be read (${String(error.code)})`
    : "the file cannot be read";
}
