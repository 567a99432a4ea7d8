import { createHash } from "node:crypto";
import type { z } from "zod";
import type { FileFormat } from "#domain/file-format.ts";
import type { MetadataEntry } from "#ingest/corpus-metadata.ts";
import { type FileReading, fileReadingSchema } from "#ingest/formats/file-reading.ts";
import { readers } from "#ingest/formats/readers.ts";
import { reportOfReading } from "#ingest/formats/report-of-reading.ts";
import { tellFormat } from "#ingest/formats/tell-format.ts";
import { readReport } from "#ingest/read-report.ts";
import { type ReadReport, unread } from "#ingest/report-of-blocks.ts";
import type { ChildJob } from "./child-job.ts";
import type { KeptReadings } from "./kept-readings.ts";
import { readReportSchema } from "./report-schema.ts";
import { CHILD_LIMITS, type ChildLimits, runChild } from "./run-child.ts";

/** One file with its bytes and what the metadata file says of it. */
export interface FileToRead {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  readonly metadata: MetadataEntry | null;
}

export interface ReadingParts {
  /** Null keeps no readings. */
  readonly kept: KeptReadings<FileReading> | null;
  /** Whole reports; absent keeps none. */
  readonly reports?: KeptReadings<ReadReport>;
  readonly limits?: ChildLimits;
}

/** A text of more bytes, and a reading of more cells and characters, may hide what takes long: a child of its own bounds it. */
const LARGE_TEXT = 1_000_000;
const LARGE_READING = 300_000;

/**
 * Any file of the corpus as a document: its format told by its content, then read by the reader of that format. What the same code
 * read from the same bytes under the same name is kept.
 */
export async function readFile(source: FileToRead, parts: ReadingParts): Promise<ReadReport> {
  const { file, digest, metadata } = source;
  const key = createHash("sha256")
    .update(JSON.stringify([file, digest, metadata]))
    .digest("hex");
  const known = await parts.reports?.find("report", key);
  if (known !== null && known !== undefined) return known;
  const report = await readAnew(source, parts);
  // What was not read may be read the next time.
  if (report.document !== null) await parts.reports?.keep("report", key, report);
  return report;
}

async function readAnew(source: FileToRead, { kept, limits }: ReadingParts): Promise<ReadReport> {
  const { file, bytes, metadata } = source;
  const work = new ChildWork(file, limits ?? CHILD_LIMITS);
  const told = tellFormat(bytes, file);
  if (told.format === null) return unread(file, told.code, told.message);
  if (told.format === "text") {
    if (bytes.length <= LARGE_TEXT) return guarded(file, () => readReport(source));
    const job = { task: "text", file, metadata, bytes: bytes.length } as const;
    return await work.report(job, bytes);
  }
  if (readers[told.format] === undefined)
    return unread(file, "unread_format", `${told.format} files are not read; save it as .docx or .pdf`);
  const reading = (await kept?.find(told.format, source.digest)) ?? (await work.reading(told.format, bytes));
  if ("document" in reading) return reading;
  if (!reading.problems.some(({ severity }) => severity === "error"))
    await kept?.keep(told.format, source.digest, reading);
  return await documentOf(source, told.format, reading, work);
}

async function documentOf(
  { file, digest, metadata }: FileToRead,
  format: FileFormat,
  reading: FileReading,
  work: ChildWork,
): Promise<ReadReport> {
  if (sizeOf(reading) <= LARGE_READING)
    return guarded(file, () => reportOfReading({ file, digest, metadata }, format, reading));
  const json = new TextEncoder().encode(JSON.stringify(reading));
  return await work.report({ task: "document", file, format, digest, metadata, bytes: json.length }, json);
}

/** What a reader throws in this process is a problem of its file as well, and loses no other. */
function guarded(file: string, read: () => ReadReport): ReadReport {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unread(
      file,
      "crashed",
      `its reader failed (${why}); save it anew from the program it was made with`,
    );
  }
}

/** Characters, a cell counted as ten. */
function sizeOf({ blocks }: FileReading): number {
  let size = 0;
  for (const block of blocks) {
    if (block.kind !== "table") size += block.text.length;
    else for (const { cells } of block.rows) size += cells.length * 10;
  }
  return size;
}

/** What children do for one file; a child that does not answer is a problem of the file. */
class ChildWork {
  readonly #file: string;
  readonly #limits: ChildLimits;

  constructor(file: string, limits: ChildLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  async reading(format: FileFormat, bytes: Uint8Array): Promise<FileReading | ReadReport> {
    return await this.#run({ task: "reading", format, bytes: bytes.length }, bytes, fileReadingSchema);
  }

  async report(job: ChildJob, bytes: Uint8Array): Promise<ReadReport> {
    return await this.#run(job, bytes, readReportSchema);
  }

  async #run<Result>(
    job: ChildJob,
    bytes: Uint8Array,
    schema: z.ZodType<Result>,
  ): Promise<Result | ReadReport> {
    const done = await runChild(job, bytes, this.#limits);
    if (!done.ok) return unread(this.#file, done.fault, done.message);
    const parsed = schema.safeParse(parsedJson(done.json));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
    return unread(this.#file, "crashed", `the reader gave no proper reading (${where}); tell its makers`);
  }
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
