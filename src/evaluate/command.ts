import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { ConfigurationError } from "#domain/errors.ts";
import { EVERY_ROW } from "#protocol/library.ts";
import { type BuildSubject, configurationsSchema, describeAblation, runAblation } from "./ablation.ts";
import { type EvaluationArguments, parseEvaluationArguments, USAGE } from "./command-arguments.ts";
import { checkGate, gateFrom, gateSchema } from "./gate.ts";
import { generate } from "./generate.ts";
import { describeGaps, gapsOfLog, gapsOfRun, groupGaps, type KnownNames } from "./report/gaps.ts";
import { reportPage } from "./report/report-page.ts";
import { RUN_FILES, readRun, runFolderName } from "./report/run-folder.ts";
import type { Run } from "./report/run-record.ts";
import { summarize } from "./report/summary.ts";
import { compareRuns, describeComparison } from "./score/compare.ts";
import { type Scores, score } from "./score/score.ts";
import { serverSubject } from "./server-subject.ts";
import { importBeir } from "./sets/beir.ts";
import { generateOverCorpora, joinedRuns, type OpenCorpus, partOf } from "./sets/corpora.ts";
import { readInput, readJsonInput } from "./sets/input-file.ts";
import { promptfooConfig } from "./sets/promptfoo.ts";
import {
  formatQuestionSet,
  makeQuestionSet,
  parseQuestionSet,
  type QuestionSet,
} from "./sets/question-set.ts";
import { questionsFromCsv } from "./sets/spreadsheet.ts";
import type { EvaluationSubject } from "./subject.ts";

/** What the command needs from outside besides its arguments. */
export interface EvaluationSurroundings {
  readonly print?: (line: string) => void;
  /** Makes the subject of one configuration; without it `--ablate` is refused. */
  readonly build?: BuildSubject;
  /** Makes what answers over files by name in a folder; without it `--open` is refused. */
  readonly lay?: (reports: string) => OpenCorpus;
}

interface Work {
  readonly given: EvaluationArguments;
  readonly open: () => Promise<EvaluationSubject>;
  readonly print: (line: string) => void;
  readonly build: BuildSubject | null;
  readonly lay: ((reports: string) => OpenCorpus) | null;
}

/**
 * `npm run eval`: see USAGE for what it does. `subject` is opened only when it is asked; `--base-url` puts a running
 * server in its place. Returns the exit status: 0, or 1 on a significant loss or a gate that is not passed. Throws
 * ConfigurationError, QuestionSetError and RunUnusableError, whose messages are for the operator.
 */
export async function runEvaluationCommand(
  argv: readonly string[],
  subject: EvaluationSubject | (() => Promise<EvaluationSubject>),
  surroundings: EvaluationSurroundings = {},
): Promise<number> {
  const given = parseEvaluationArguments(argv);
  const open = async () => {
    if (given.baseUrl !== null) return serverSubject(given.baseUrl);
    return typeof subject === "function" ? subject() : subject;
  };
  const print = surroundings.print ?? console.log;
  return WORK[given.action]({
    given,
    open,
    print,
    build: surroundings.build ?? null,
    lay: surroundings.lay ?? null,
  });
}

const WORK: Readonly<Record<EvaluationArguments["action"], (work: Work) => Promise<number>>> = {
  async help({ print }) {
    print(USAGE);
    return 0;
  },

  async ask({ given, open, print }) {
    const set = given.resume === null ? await readSet(given.set) : await setOfRun(given.resume);
    const run = await generate(await open(), set, {
      folder: given.resume ?? runFolderName(given.out, new Date()),
      resume: given.resume !== null,
      concurrency: given.concurrency,
      depth: given.depth,
      twice: given.twice,
      units: given.reader,
      progress: print,
    });
    return report(run, given, print);
  },

  open: openSet,

  async score({ given, print }) {
    return report(joinedRuns(await Promise.all(given.paths.map(readRun))), given, print);
  },

  async compare({ given, print }) {
    const [before = "", after = ""] = given.paths;
    const comparison = compareRuns(await readRun(before), await readRun(after));
    print(describeComparison(comparison));
    return comparison.significantLoss ? 1 : 0;
  },

  async "import-csv"({ given, print }) {
    const [from = "", to = ""] = given.paths;
    const set = questionsFromCsv(basename(from), await readInput(from));
    await writeFile(to, formatQuestionSet(set));
    print(`${set.questions.length} questions written to ${to}`);
    return 0;
  },

  async "import-beir"({ given, print }) {
    const [from = "", to = ""] = given.paths;
    const { documents, questions, skipped } = await importBeir(from, to);
    print(
      `${documents} documents and ${questions} questions written to ${to}; ${skipped} queries without a relevant document`,
    );
    return 0;
  },

  async promptfoo({ given, print }) {
    const [from = "", to = ""] = given.paths;
    await writeFile(to, `${JSON.stringify(promptfooConfig(await readRun(from)), null, 2)}\n`);
    print(`written to ${to}: promptfoo eval -c ${to}`);
    return 0;
  },

  async gaps({ given, open, print }) {
    const names = await knownNames(await open());
    const runs = await Promise.all(given.paths.map(readRun));
    const logs = await Promise.all(given.logs.map(readInput));
    const gaps = [
      ...runs.flatMap((run) => gapsOfRun(run, names)),
      ...logs.flatMap((log) => gapsOfLog(log, names)),
    ];
    print(describeGaps(groupGaps(gaps)));
    return 0;
  },

  async ablate({ given, build, print }) {
    if (build === null) throw nothingToBuild("--ablate");
    const [path = ""] = given.paths;
    const configurations = await readJsonInput(path, configurationsSchema);
    const folder = runFolderName(given.out, new Date());
    const rows = await runAblation({
      configurations,
      build,
      set: await readSet(given.set),
      folder,
      progress: print,
    });
    const table = describeAblation(rows);
    await writeFile(join(folder, "ablation.md"), `${table}\n`);
    print(table);
    return 0;
  },
};

/** A set kept for testing: its level may be known, its failures not. */
const SEALED = /(?:^|-)test\.jsonl$/u;

/** Asks over the corpora that the questions name. Without `--show-failures` no single answer is told or shown. */
async function openSet({ given, lay, print }: Work): Promise<number> {
  if (lay === null) throw nothingToBuild("--open");
  const [path = ""] = given.paths;
  const set = partOf(await readSet(path), given.part);
  const sealed = SEALED.test(basename(path));
  const folder = runFolderName(given.out, new Date());
  const asked = sealed ? await mkdtemp(join(tmpdir(), "sealed-")) : folder;
  const { depth, twice, reader: units } = given;
  const run = await generateOverCorpora(lay(given.reports), set, {
    ...{ folder: asked, depth, twice, units },
    progress: print,
  });
  if (given.showFailures && !sealed) return report(run, given, print);
  const scores = score(run);
  if (sealed) await rm(asked, { recursive: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, RUN_FILES.scores), `${JSON.stringify(levelOf(scores), null, 2)}\n`);
  print(summarize(scores, false));
  return 0;
}

/** The scores without the names of questions. */
function levelOf({ faults: _, components, ...scores }: Scores) {
  const { questions: __, ...figures } = components.figures;
  return { ...scores, components: { ...components, figures } };
}

const nothingToBuild = (where: string) =>
  new ConfigurationError({
    where,
    problem: "there is nothing to build",
    advice: "Leave out --base-url",
  });

async function readSet(path: string): Promise<QuestionSet> {
  return parseQuestionSet(basename(path), await readInput(path));
}

/** The questions an interrupted run was started with, also when the file they came from has changed since. */
async function setOfRun(folder: string): Promise<QuestionSet> {
  const { manifest, questions } = await readRun(folder);
  return makeQuestionSet(
    manifest.set.name,
    questions.map((question, index) => ({ row: index + 1, question })),
  );
}

async function report(run: Run, given: EvaluationArguments, print: (line: string) => void): Promise<number> {
  const scores = score(run);
  await writeFile(join(run.folder, RUN_FILES.scores), `${JSON.stringify(scores, null, 2)}\n`);
  await writeFile(join(run.folder, RUN_FILES.report), reportPage(run));
  print(summarize(scores));
  print(`\nreport: ${join(run.folder, RUN_FILES.report)}`);
  if (given.recordGate !== null) {
    await mkdir(dirname(given.recordGate), { recursive: true });
    await writeFile(given.recordGate, `${JSON.stringify(gateFrom(scores, new Date()), null, 2)}\n`);
  }
  if (given.gate === null) return 0;
  const problems = checkGate(scores, await readJsonInput(given.gate, gateSchema));
  for (const problem of problems) print(problem);
  return problems.length === 0 ? 0 : 1;
}

async function knownNames({ library }: EvaluationSubject): Promise<KnownNames> {
  const documents = await library.documents();
  const rows = (await library.indicators?.(EVERY_ROW)) ?? [];
  return {
    regions: documents.flatMap(({ region }) => region ?? []),
    topics: [...new Set(rows.map(({ indicator }) => indicator))],
  };
}
