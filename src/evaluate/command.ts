import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { ConfigurationError } from "#domain/errors.ts";
import { generate } from "./generate.ts";
import { parseQuestionSet } from "./question-set.ts";
import { RUN_FILES, readRun, runFolderName } from "./run-folder.ts";
import type { Run } from "./run-record.ts";
import { score } from "./score.ts";
import { serverSubject } from "./server-subject.ts";
import type { EvaluationSubject } from "./subject.ts";
import { summarize } from "./summary.ts";

const DEFAULT_SET = "evals/dev-questions.jsonl";
const DEFAULT_RUNS = "runs";

const OPTIONS = {
  set: { type: "string" },
  out: { type: "string" },
  resume: { type: "string" },
  score: { type: "string" },
  "base-url": { type: "string" },
  concurrency: { type: "string" },
  depth: { type: "string" },
  twice: { type: "boolean" },
} as const;

/**
 * `npm run eval`: asks a question set, scores the run, prints a summary and returns the exit status.
 * `subject` is opened only when it is asked; `--base-url` puts a running server in its place.
 */
export async function runEvaluationCommand(
  argv: readonly string[],
  subject: EvaluationSubject | (() => Promise<EvaluationSubject>),
  print: (line: string) => void = console.log,
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const open = () => {
    if (values["base-url"] !== undefined) return serverSubject(values["base-url"]);
    return typeof subject === "function" ? subject() : subject;
  };
  const run =
    values.score === undefined ? await ask(values, await open(), print) : await readRun(values.score);
  await report(run, print);
  return 0;
}

interface AskValues {
  readonly set?: string | undefined;
  readonly out?: string | undefined;
  readonly resume?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly depth?: string | undefined;
  readonly twice?: boolean | undefined;
}

async function ask(
  values: AskValues,
  subject: EvaluationSubject,
  print: (line: string) => void,
): Promise<Run> {
  const path = values.set ?? DEFAULT_SET;
  const set = parseQuestionSet(basename(path), await readFile(path, "utf8"));
  return generate(subject, set, {
    folder: values.resume ?? runFolderName(values.out ?? DEFAULT_RUNS, new Date()),
    resume: values.resume !== undefined,
    concurrency: wholeNumber("--concurrency", values.concurrency ?? "1"),
    depth: wholeNumber("--depth", values.depth ?? "20"),
    twice: values.twice ?? false,
    progress: print,
  });
}

async function report(run: Run, print: (line: string) => void): Promise<void> {
  const scores = score(run);
  await writeFile(join(run.folder, RUN_FILES.scores), `${JSON.stringify(scores, null, 2)}\n`);
  print(summarize(scores));
  print(`run: ${run.folder}`);
}

function wholeNumber(where: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new ConfigurationError({
    where,
    problem: `${text} is not a whole number above 0`,
    advice: "Give one",
  });
}
