import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { FILE_FORMATS } from "#domain/file-format.ts";

const count = z.int().nonnegative();
const problemSchema = z.object({
  file: z.string(),
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  message: z.string(),
  line: z.int().nullable(),
});

export const buildReportSchema = z.object({
  documents: count,
  chunks: count,
  indicators: count,
  /** Of the passages, against the index before. */
  reuse: z.object({ kept: count, added: count, updated: count, deleted: count }),
  files: z.array(
    z.object({
      file: z.string(),
      format: z.enum(FILE_FORMATS).nullable(),
      pages: z.int().nullable(),
      seconds: z.number(),
      tables: count,
      rows: count,
      problems: count,
    }),
  ),
  tables: z.array(z.object({ file: z.string(), table: z.string(), rowsIn: count, rowsStored: count })),
  problems: z.array(problemSchema),
});

const recordSchema = z.object({
  /** The reports by the files they were read from. */
  documents: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      title: z.string(),
      region: z.string().nullable(),
      years: z.array(z.int()),
    }),
  ),
  /** Digest of the code that cut the documents. */
  code: z.string(),
  /** Digest of the code and the libraries that read the files. */
  reader: z.string(),
  /** When the index that it tells of was made, as its manifest has it. */
  builtAt: z.string(),
  /** The problems met while passages and figures were made, among those of the report. */
  cutProblems: z.array(problemSchema),
  report: buildReportSchema,
});

/** What a build did: kept beside the index for the next build and for whoever looks after the reports. */
export type BuildReport = z.infer<typeof buildReportSchema>;
export type BuildRecord = z.infer<typeof recordSchema>;

const file = (indexDirectory: string) => path.join(indexDirectory, "last-build.json");

/** The record of the last build; null when there is none that can be read, and nothing is kept from it then. */
export async function readBuildRecord(indexDirectory: string): Promise<BuildRecord | null> {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(await readFile(file(indexDirectory), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Written beside and renamed: a reader sees the old record or the new. */
export async function writeBuildRecord(indexDirectory: string, record: BuildRecord): Promise<void> {
  const beside = `${file(indexDirectory)}.${process.pid}`;
  await writeFile(beside, JSON.stringify(record));
  await rename(beside, file(indexDirectory));
}
