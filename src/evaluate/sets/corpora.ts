import { ConfigurationError } from "#domain/errors.ts";
import { askQuestion } from "#evaluate/ask-question.ts";
import { describeDocuments } from "#evaluate/generate.ts";
import { appendRecord, createRun, readRun } from "#evaluate/report/run-folder.ts";
import type { Run, RunEnvironment } from "#evaluate/report/run-record.ts";
import { groupBy } from "#evaluate/score/group.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import { makeQuestionSet, type Question, type QuestionSet } from "./question-set.ts";

/** Opens what answers over the files named; without a file, over the corpus that stands here. */
export type OpenCorpus = (
  files: readonly string[],
) => Promise<EvaluationSubject & { readonly close?: () => Promise<void> | void }>;

/** One of `of` parts of the corpora, counted from 1: two processes share the work with 1/2 and 2/2. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** `2/3`; throws ConfigurationError for what is no part. */
export function parsePart(given: string): Part {
  const [part = 0, of = 0] = (/^(\d+)\/(\d+)$/u.exec(given) ?? []).slice(1).map(Number);
  if (part >= 1 && part <= of) return { part, of };
  throw new ConfigurationError({
    where: "--part",
    problem: `${given} is no part`,
    advice: "Give the part and how many there are, such as 1/2",
  });
}

/** The questions of one part; all that are asked of the same files stay together. */
export function partOf(set: QuestionSet, { part, of }: Part): QuestionSet {
  const chosen = [...byCorpus(set.questions).values()].filter((_, at) => at % of === part - 1).flat();
  const order = new Map(set.questions.map((question, at) => [question, at + 1]));
  return makeQuestionSet(
    set.name,
    chosen
      .map((question) => ({ row: order.get(question) ?? 0, question }))
      .sort((one, other) => one.row - other.row),
  );
}

export interface CorporaOptions {
  readonly folder: string;
  /** Hits kept for each search mode. */
  readonly depth: number;
  readonly twice: boolean;
  readonly units: boolean;
  /** Told of each corpus when its questions are asked; says nothing of single answers. */
  readonly progress?: (line: string) => void;
}

/** Asks each question of the files it names, one corpus after the other, and returns the run as read back. */
export async function generateOverCorpora(
  open: OpenCorpus,
  set: QuestionSet,
  { folder, depth, twice, units, progress }: CorporaOptions,
): Promise<Run> {
  const groups = [...byCorpus(set.questions).values()];
  const manifest = {
    format: 1 as const,
    set: { name: set.name, digest: set.digest, questions: set.questions.length },
    started: new Date().toISOString(),
    environment: NOWHERE,
    documents: [],
  };
  await createRun(folder, manifest, set);
  const documents = new Map<string, Run["manifest"]["documents"][number]>();
  let environment: RunEnvironment = NOWHERE;
  let asked = 0;
  for (const [at, questions] of groups.entries()) {
    const subject = await open(questions[0]?.corpus ?? []);
    try {
      environment = { ...subject.environment, index: null };
      for (const known of await describeDocuments(subject)) documents.set(known.id, known);
      for (const question of questions)
        await appendRecord(folder, await askQuestion(subject, question, { depth, twice, units }));
    } finally {
      await subject.close?.();
    }
    asked += questions.length;
    progress?.(
      `${at + 1}/${groups.length} corpora, ${asked}/${set.questions.length} questions: ${questions[0]?.corpus.join(", ") ?? ""}`,
    );
  }
  const run = await readRun(folder);
  const told = { ...manifest, environment, documents: [...documents.values()] };
  await createRun(folder, told, set);
  for (const record of run.records) await appendRecord(folder, record);
  return { ...run, manifest: told };
}

const NOWHERE: RunEnvironment = { configuration: {}, index: null, models: {}, prompts: {} };

/** Questions by the files they are asked of. */
const byCorpus = (questions: readonly Question[]): Map<string, Question[]> =>
  groupBy(questions, ({ corpus }) => [...corpus].sort().join("\n"));

/** Parts of one set as one run, so that they are scored together; the first gives the folder. */
export function joinedRuns(runs: readonly Run[]): Run {
  const [first] = runs;
  if (first === undefined) throw new RangeError("no run to join");
  if (runs.length === 1) return first;
  const documents = new Map(runs.flatMap(({ manifest }) => manifest.documents.map((one) => [one.id, one])));
  return {
    ...first,
    manifest: { ...first.manifest, documents: [...documents.values()] },
    questions: runs.flatMap(({ questions }) => questions),
    records: runs.flatMap(({ records }) => records),
  };
}
