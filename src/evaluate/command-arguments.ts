import { parseArgs } from "node:util";
import { ConfigurationError } from "#domain/errors.ts";
import { type Part, parsePart } from "./sets/corpora.ts";

export const USAGE = `npm run eval --
  [--set FILE] [--out DIR]       ask a question set, score the run, write its report
    --base-url URL               ask a running server instead of the index here
    --resume RUN                 go on with an interrupted run
    --concurrency N  --depth N   conversations at a time (1), passages kept (20)
    --reader                     measure the reader by itself as well
    --twice                      ask everything twice, to measure determinism
    --gate FILE                  exit 1 below the recorded level
    --record-gate FILE           record the level of this run
  --open FILE                    ask each question of the files its \`corpus\` names; without one, of the corpus here
    --reports DIR                where those files lie, or folders of them (../shared)
    --part K/N                   only that part of the corpora, to share the work
    --show-failures              name the questions that went wrong; never for a set kept for testing
  --score RUN …                  score a run again, parts of one set together; asks nothing
  --compare RUN_A RUN_B          what flipped; exit 1 on a significant loss
  --ablate FILE                  the set under each configuration of FILE
  --gaps [RUN …] [--log FILE …]  questions the reports did not serve
  --import-csv FILE.csv TO.jsonl
  --import-beir DIR TO_DIR
  --promptfoo RUN TO.json`;

const ACTIONS = [
  "open",
  "compare",
  "score",
  "ablate",
  "gaps",
  "import-csv",
  "import-beir",
  "promptfoo",
  "help",
] as const;

/** How many paths each action takes, least and most. */
const PATHS: Readonly<Record<(typeof ACTIONS)[number] | "ask", readonly [number, number]>> = {
  ask: [0, 0],
  help: [0, 0],
  open: [1, 1],
  score: [1, Number.POSITIVE_INFINITY],
  ablate: [1, 1],
  gaps: [0, Number.POSITIVE_INFINITY],
  compare: [2, 2],
  "import-csv": [2, 2],
  "import-beir": [2, 2],
  promptfoo: [2, 2],
};

export interface EvaluationArguments {
  readonly action: (typeof ACTIONS)[number] | "ask";
  readonly paths: readonly string[];
  readonly logs: readonly string[];
  readonly set: string;
  readonly reports: string;
  readonly part: Part;
  readonly showFailures: boolean;
  readonly out: string;
  readonly baseUrl: string | null;
  readonly resume: string | null;
  readonly concurrency: number;
  readonly depth: number;
  readonly twice: boolean;
  readonly reader: boolean;
  readonly gate: string | null;
  readonly recordGate: string | null;
}

const flag = { type: "boolean" } as const;
const text = { type: "string" } as const;

/** Reads the command line; throws ConfigurationError with the usage when it does not add up. */
export function parseEvaluationArguments(argv: readonly string[]): EvaluationArguments {
  const { values, positionals } = parse(argv);
  const chosen = ACTIONS.filter((action) => values[action] === true);
  const action = chosen[0] ?? "ask";
  const [least, most] = PATHS[action];
  if (chosen.length > 1)
    throw misuse(chosen.map((one) => `--${one}`).join(" "), "only one of these at a time");
  if (positionals.length < least || positionals.length > most)
    throw misuse(`--${action}`, "wrong number of paths");
  return {
    action,
    paths: positionals,
    logs: values.log ?? [],
    set: values.set ?? "evals/dev-questions.jsonl",
    reports: values.reports ?? "../shared",
    part: parsePart(values.part ?? "1/1"),
    showFailures: values["show-failures"] ?? false,
    out: values.out ?? "runs",
    baseUrl: address("--base-url", values["base-url"] ?? null),
    resume: values.resume ?? null,
    concurrency: wholeNumber("--concurrency", values.concurrency ?? "1"),
    depth: wholeNumber("--depth", values.depth ?? "20"),
    twice: values.twice ?? false,
    reader: values.reader ?? false,
    gate: values.gate ?? null,
    recordGate: values["record-gate"] ?? null,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...{ compare: flag, score: flag, ablate: flag, gaps: flag, promptfoo: flag, help: flag, twice: flag },
        ...{ "import-csv": flag, "import-beir": flag, open: flag, reader: flag, "show-failures": flag },
        ...{ set: text, out: text, resume: text, gate: text, "record-gate": text, "base-url": text },
        ...{
          reports: text,
          part: text,
          concurrency: text,
          depth: text,
          log: { type: "string", multiple: true },
        },
      },
    });
  } catch (error) {
    throw misuse("eval", error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(where: string, given: string): number {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw misuse(where, `${given} is not a whole number above 0`);
}

function address(where: string, given: string | null): string | null {
  if (given === null || (/^https?:\/\//u.test(given) && URL.canParse(given))) return given;
  throw misuse(where, `${given} is no address such as http://127.0.0.1:8787`);
}

function misuse(where: string, problem: string): ConfigurationError {
  return new ConfigurationError({ where, problem, advice: `Use it so:\n${USAGE}` });
}
