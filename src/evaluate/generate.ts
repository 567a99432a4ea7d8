import { askQuestion } from "./ask-question.ts";
import { appendRecord, createRun, RunUnusableError, readRun, repairRecords } from "./report/run-folder.ts";
import type { AnswerRecord, KnownDocument, Run, RunManifest } from "./report/run-record.ts";
import type { Question, QuestionSet } from "./sets/question-set.ts";
import type { EvaluationSubject } from "./subject.ts";

export interface GenerateOptions {
  readonly folder: string;
  /** Conversations asked at the same time; default 1. */
  readonly concurrency?: number;
  /** Hits kept for each search mode; default 20. */
  readonly depth?: number;
  readonly twice?: boolean;
  /** Record what the reader thinks of each stretch as well. */
  readonly units?: boolean;
  /** Go on with the run in `folder` instead of starting one; what it holds is not asked again. */
  readonly resume?: boolean;
  readonly progress?: (line: string) => void;
}

/**
 * Asks every question of the set and writes a record for each as soon as it is there. Returns the run as read
 * back from its folder. Throws RunUnusableError when resuming a run of another set.
 */
export async function generate(
  subject: EvaluationSubject,
  set: QuestionSet,
  options: GenerateOptions,
): Promise<Run> {
  const library = rememberDocuments(subject);
  const done = await prepare(library, set, options);
  const waiting = set.questions.filter(({ id }) => !done.has(id));
  let finished = set.questions.length - waiting.length;
  const settings = {
    depth: options.depth ?? 20,
    twice: options.twice ?? false,
    units: options.units ?? false,
  };
  await inParallel(waiting, options.concurrency ?? 1, async (question) => {
    const record = await askQuestion(library, question, settings);
    await appendRecord(options.folder, record);
    finished += 1;
    options.progress?.(progressLine(record, finished, set.questions.length));
  });
  return readRun(options.folder);
}

async function prepare(subject: EvaluationSubject, set: QuestionSet, options: GenerateOptions) {
  if (options.resume !== true) {
    await createRun(options.folder, await describeRun(subject, set), set);
    return new Set<string>();
  }
  await repairRecords(options.folder);
  const run = await readRun(options.folder);
  if (run.manifest.set.digest !== set.digest) {
    throw new RunUnusableError({
      folder: options.folder,
      reason: `it was made from another set than ${set.name}`,
    });
  }
  return new Set(run.records.map(({ id }) => id));
}

async function describeRun(subject: EvaluationSubject, set: QuestionSet): Promise<RunManifest> {
  return {
    format: 1,
    set: { name: set.name, digest: set.digest, questions: set.questions.length },
    started: new Date().toISOString(),
    environment: subject.environment,
    documents: await describeDocuments(subject),
  };
}

/** The documents a subject answers from, as a run records them. */
export async function describeDocuments({ library }: EvaluationSubject): Promise<KnownDocument[]> {
  return (await library.documents()).map((known) => ({
    id: known.id,
    title: known.title ?? known.id,
    region: known.region ?? null,
    years: [...(known.years ?? [])],
    sourceName: known.sourceName ?? null,
  }));
}

/** Each document is fetched once a run, however often it is cited. */
function rememberDocuments(subject: EvaluationSubject): EvaluationSubject {
  const { library } = subject;
  const fetched = new Map<string, ReturnType<typeof library.document>>();
  const document = (id: string) => {
    const known = fetched.get(id) ?? library.document(id);
    fetched.set(id, known);
    return known;
  };
  const remembering = { documents: () => library.documents(), document };
  const { indicators } = library;
  if (indicators === undefined) return { ...subject, library: remembering };
  return { ...subject, library: { ...remembering, indicators: (query) => indicators.call(library, query) } };
}

async function inParallel(
  questions: readonly Question[],
  workers: number,
  work: (question: Question) => Promise<void>,
): Promise<void> {
  const queue = questions[Symbol.iterator]();
  const worker = async () => {
    for (const question of queue) await work(question);
  };
  await Promise.all(Array.from({ length: Math.max(1, workers) }, worker));
}

function progressLine(record: AnswerRecord, finished: number, total: number): string {
  const width = 20;
  const filled = Math.round((width * finished) / total);
  const bar = "█".repeat(filled) + "░".repeat(width - filled);
  const last = record.turns.at(-1);
  const outcome = last?.response?.status ?? `failed: ${last?.error ?? "unknown"}`;
  return `${bar} ${finished}/${total} ${record.id} ${outcome} ${last?.milliseconds ?? 0} ms`;
}
