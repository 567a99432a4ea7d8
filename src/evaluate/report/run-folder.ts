import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { WenzhengError } from "#domain/errors.ts";
import {
  describeIssues,
  formatQuestionSet,
  parseQuestionSet,
  type QuestionSet,
} from "#evaluate/sets/question-set.ts";
import { type AnswerRecord, manifestSchema, type Run, type RunManifest, recordSchema } from "./run-record.ts";

/** The files of one run. */
export const RUN_FILES = {
  manifest: "run.json",
  questions: "questions.jsonl",
  records: "records.jsonl",
  scores: "scores.json",
  report: "report.html",
} as const;

/** A folder that holds no run, or another one than was asked for. */
export class RunUnusableError extends WenzhengError {
  readonly code = "run_unusable";
  readonly audience = "operator";
  constructor(facts: { folder: string; reason: string }, options?: ErrorOptions) {
    super(`The run in ${facts.folder} cannot be used: ${facts.reason}.`, options);
  }
}

/** `parent/2026-01-31T08-15-00Z`: folders sort by the time they were started. */
export function runFolderName(parent: string, at: Date): string {
  return join(parent, `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`);
}

/** Starts a run: the folder, its manifest and the questions as they were asked. */
export async function createRun(folder: string, manifest: RunManifest, set: QuestionSet): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, RUN_FILES.questions), formatQuestionSet(set));
  await writeFile(join(folder, RUN_FILES.records), "");
  await writeFile(join(folder, RUN_FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Adds one record in one write, so that an interruption costs at most the line being written. */
export async function appendRecord(folder: string, record: AnswerRecord): Promise<void> {
  await appendFile(join(folder, RUN_FILES.records), `${JSON.stringify(record)}\n`);
}

/** Drops a line that an interruption cut short, so that the next record starts on a line of its own. */
export async function repairRecords(folder: string): Promise<void> {
  const path = join(folder, RUN_FILES.records);
  const text = await readRunFile(folder, RUN_FILES.records);
  if (text !== "" && !text.endsWith("\n")) await writeFile(path, text.slice(0, text.lastIndexOf("\n") + 1));
}

/** Reads a run back; throws RunUnusableError when the folder holds none or a record does not parse. */
export async function readRun(folder: string): Promise<Run> {
  const manifest = parseFile(
    folder,
    RUN_FILES.manifest,
    manifestSchema,
    await readRunFile(folder, RUN_FILES.manifest),
  );
  const set = parseQuestionSet(manifest.set.name, await readRunFile(folder, RUN_FILES.questions));
  const lines = (await readRunFile(folder, RUN_FILES.records)).split("\n");
  lines.pop(); // empty after the last line end, or a line cut short by an interruption
  const records = lines.map((line) => parseFile(folder, RUN_FILES.records, recordSchema, line));
  return { folder, manifest, questions: set.questions, records };
}

async function readRunFile(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), "utf8");
  } catch (cause) {
    throw new RunUnusableError({ folder, reason: `${name} cannot be read` }, { cause });
  }
}

function parseFile<T>(folder: string, name: string, schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new RunUnusableError({ folder, reason: `${name} does not parse (${describeIssues(parsed.error)})` });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
