import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { calibrate } from "./calibration.ts";
import { layOutCorpus } from "./lay-out-corpus.ts";
import { spentByChildren } from "./processor-time.ts";

/**
 * `npm run bench -- --scale [--sizes 1000,10000] [--reports DIR] [--rivals]`: what an index of so many passages costs to build, to hold
 * and to ask. Reports come from a folder; where it holds too few, copies with other figures and places follow. Times are
 * of the processor, not by the clock, and stand in brackets as multiples of a loop of a million steps that was run in the same process.
 */
const { values } = parseArgs({
  options: {
    scale: { type: "boolean" },
    sizes: { type: "string", default: "1000,10000" },
    reports: { type: "string", default: "corpus" },
    rivals: { type: "boolean", default: false },
  },
});

const timing = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
const figuresSchema = z.object({
  calibration: z.number(),
  documents: z.number(),
  chunks: z.number(),
  indicators: z.number(),
  openMs: z.number(),
  memoryMB: z.number(),
  lookup: timing,
  retrieval: timing,
  answer: timing,
  recall: z.number(),
  rivals: z.array(z.object({ name: z.string(), buildMs: z.number(), search: timing })),
});
type Figures = z.infer<typeof figuresSchema>;
type Timings = z.infer<typeof timing>;

const environment = (corpus: string, index: string) => ({
  ...process.env,
  CORPUS_DIR: corpus,
  INDEX_DIR: index,
});

/** Runs one of our programs to its end; its standard output. */
function run(words: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...words], {
    encoding: "utf8",
    env,
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const cell = ({ p50, p95, p99 }: Timings, calibration: number): string =>
  `${[p50, p95, p99].map((ms) => ms.toFixed(1)).join(" / ")} (${(p50 / calibration).toFixed(2)})`;

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

function print(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  process.stdout.write(`\n${title}\n\n${lines.join("\n")}\n`);
}

const measured: { figures: Figures; buildMs: number; againMs: number; buildCalibration: number }[] = [];
for (const size of values.sizes.split(",").map(Number)) {
  const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-scale-"));
  const [corpus, index] = [path.join(folder, "corpus"), path.join(folder, "index")];
  try {
    const { files, copies } = layOutCorpus(values.reports, corpus, size);
    process.stderr.write(`${size} passages: ${files} reports, ${copies} of them copies\n`);
    const buildCalibration = calibrate();
    const build = () => {
      const [before, begun] = [spentByChildren(), performance.now()];
      run(["src/cli.ts", "build"], environment(corpus, index));
      const after = spentByChildren();
      return before === null || after === null ? performance.now() - begun : (after - before) * 1000;
    };
    const [buildMs, againMs] = [build(), build()];
    const printed = run(["bench/scale/measure-size.ts", corpus, index, ...(values.rivals ? ["rivals"] : [])]);
    const figures = figuresSchema.parse(JSON.parse(printed.trim().split("\n").at(-1) ?? ""));
    measured.push({ figures, buildMs, againMs, buildCalibration });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}\n`);
print(
  "Milliseconds of the processor, p50 / p95 / p99; in brackets the p50 in calibration loops.",
  [
    "passages",
    "reports",
    "rows",
    "build s (loops)",
    "again s",
    "open s",
    "held MB",
    "lookup",
    "retrieval",
    "answer",
    "recall@10",
  ],
  measured.map(({ figures, buildMs, againMs, buildCalibration }) => {
    const { calibration: unit, chunks, documents, indicators, openMs, memoryMB, recall } = figures;
    const built = `${seconds(buildMs)} (${(buildMs / buildCalibration).toFixed(0)})`;
    const held = [seconds(againMs), seconds(openMs), memoryMB.toFixed(0)];
    const asked = [figures.lookup, figures.retrieval, figures.answer].map((each) => cell(each, unit));
    return [chunks, documents, indicators, built, ...held, ...asked, recall.toFixed(3)].map(String);
  }),
);
if (values.rivals) {
  print(
    "Word search alone, ten hits, over the same passages for the same questions.",
    ["passages", "engine", "build s", "search"],
    measured.flatMap(({ figures }) =>
      figures.rivals.map(({ name, buildMs, search }) => [
        String(figures.chunks),
        name,
        seconds(buildMs),
        cell(search, figures.calibration),
      ]),
    ),
  );
}
