import { constants } from "node:fs";
import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ConfigurationError } from "#domain/errors.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { listCorpus, readFileBytes } from "#ingest/corpus-files.ts";
import { readCorpus } from "#ingest/read-corpus.ts";

/** What a file is read as, before it is put among the reports. */
export interface ReadAhead {
  /** Name it gets among the reports. */
  readonly file: string;
  readonly documents: readonly {
    readonly title: string;
    readonly region: string | null;
    readonly years: readonly number[];
  }[];
  readonly tables: number;
  readonly rows: number;
  readonly problems: readonly IngestProblem[];
  /** `new`, `replaces` a report of that name, or `same` as one that is there already. */
  readonly change: "new" | "replaces" | "same";
}

/** Where a removed report is kept; its name begins with a dot, so it is not read. */
const REMOVED = ".removed";

/**
 * What adding a file would do, without doing it: it is read by itself, beside the corpus.
 * @throws ConfigurationError when it is not there or holds no report that can be read
 */
export async function readAhead(corpusDirectory: string, source: string): Promise<ReadAhead> {
  const file = path.basename(source);
  const beside = await mkdtemp(path.join(tmpdir(), "wenzheng-add-"));
  try {
    await copyFile(source, path.join(beside, file)).catch((cause: unknown) => {
      throw notAdded(source, "it cannot be read", { cause });
    });
    const { documents, problems, tableCounts } = await readCorpus(beside);
    if (documents.length === 0) {
      const reason = problems[0]?.message ?? "it is no report";
      throw notAdded(source, reason);
    }
    return {
      file,
      documents: documents.map(({ title, region, years }) => ({ title, region, years })),
      tables: tableCounts.length,
      rows: tableCounts.reduce((sum, { rowsStored }) => sum + rowsStored, 0),
      problems,
      change: await changeOf(corpusDirectory, beside, file),
    };
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function changeOf(corpusDirectory: string, beside: string, file: string): Promise<ReadAhead["change"]> {
  const [held, given] = await Promise.all([
    readFileBytes(corpusDirectory, file),
    readFileBytes(beside, file),
  ]);
  if (held.bytes === null) return "new";
  return held.digest === given.digest ? "same" : "replaces";
}

/**
 * Puts files among the reports, all or none. One of that name is only replaced where that is said.
 * @throws ConfigurationError when a report of one of the names is there
 */
export async function putReports(
  corpusDirectory: string,
  sources: readonly string[],
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const { files } = await listCorpus(corpusDirectory);
  const names = sources.map((source) => path.basename(source));
  const twice = names.find((name, at) => (files.includes(name) && !replace) || names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new ConfigurationError({
      where: `report ${twice}`,
      problem: "there is one of this name already",
      advice: "Say --replace to put this one in its place, or give it another name.",
    });
  }
  for (const [at, source] of sources.entries()) {
    const file = names[at] ?? "";
    const staged = path.join(corpusDirectory, `.${file}.${process.pid}`);
    await copyFile(source, staged, constants.COPYFILE_FICLONE);
    await rename(staged, path.join(corpusDirectory, file));
  }
}

/**
 * Takes a report out: its file goes to `.removed/` in the corpus, where it is not read.
 * @param file its path in the corpus
 * @throws ConfigurationError when it is not there, or is the only one
 */
export async function takeReport(corpusDirectory: string, file: string): Promise<void> {
  const { files } = await listCorpus(corpusDirectory);
  if (!files.includes(file)) {
    throw new ConfigurationError({
      where: `report ${file}`,
      problem: "there is no such report",
      advice: "`npm run list` names them.",
    });
  }
  if (files.length === 1) {
    throw new ConfigurationError({
      where: `report ${file}`,
      problem: "it is the only one",
      advice: "Add another before it is removed: a service without reports answers nothing.",
    });
  }
  const removed = path.join(corpusDirectory, REMOVED);
  await mkdir(removed, { recursive: true });
  const name = `${new Date().toISOString().replace(/[-:.]/g, "")}-${file.replaceAll("/", "-")}`;
  await rename(path.join(corpusDirectory, file), path.join(removed, name));
}

function notAdded(file: string, problem: string, options?: ErrorOptions): ConfigurationError {
  return new ConfigurationError({ where: `file ${file}`, problem, advice: "Nothing was added." }, options);
}
