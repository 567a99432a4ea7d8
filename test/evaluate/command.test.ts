import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigurationError } from "#domain/errors.ts";
import { runEvaluationCommand } from "#evaluate/command.ts";
import { formatQuestionSet } from "#evaluate/sets/question-set.ts";
import { type Fault, toyPipeline, toyPipelineSet } from "./toy-pipeline.ts";

let folder: string;
let set: string;
let printed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
  set = join(folder, "toy.jsonl");
  printed = "";
  await writeFile(set, formatQuestionSet(toyPipelineSet()));
});
afterEach(() => rm(folder, { recursive: true }));

const print = (line: string) => {
  printed += `${line}\n`;
};
const command = (argv: string[], fault: Fault | null = null) =>
  runEvaluationCommand(argv, toyPipeline(fault), {
    print,
    build: async ({ settings }) =>
      toyPipeline(isDeepStrictEqual(settings, { lexicon: false }) ? "wrong alias" : null),
  });

async function ask(name: string, fault: Fault | null = null): Promise<string> {
  const out = join(folder, name);
  await command(["--set", set, "--out", out], fault);
  const [run = ""] = await readdir(out);
  return join(out, run);
}

describe("asking", () => {
  it("leaves one folder named by time, with scores and a report, and sums up", async () => {
    const run = await ask("runs");
    expect(run).toMatch(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/);
    expect((await readdir(run)).sort()).toEqual([
      "questions.jsonl",
      "records.jsonl",
      "report.html",
      "run.json",
      "scores.json",
    ]);
    expect(printed).toContain("5/5");
    expect(printed).toMatch(/all +5 +100\.0%/);
  });

  it("goes on with an interrupted run from the questions it was started with", async () => {
    const run = await ask("runs");
    const records = await readFile(join(run, "records.jsonl"), "utf8");
    await writeFile(join(run, "records.jsonl"), `${records.split("\n").slice(0, 2).join("\n")}\n{"id":"pa`);
    printed = "";
    expect(await command(["--resume", run])).toBe(0);
    expect(printed).not.toContain("2/5 ");
    expect(printed).toContain("3/5 park");
    expect(await readFile(join(run, "scores.json"), "utf8")).toContain('"unasked": 0');
  });

  it("measures determinism when asked to", async () => {
    await command(["--set", set, "--out", folder, "--twice"]);
    expect(printed).toMatch(/same bytes twice +100\.0%/);
  });
});

describe("afterwards", () => {
  it("scores without asking", async () => {
    const run = await ask("runs");
    const unasked = () => Promise.reject(new Error("asked"));
    expect(await runEvaluationCommand(["--score", run], unasked, { print })).toBe(0);
  });

  it("compares two runs", async () => {
    const [before, after] = [await ask("a"), await ask("b", "swapped target and actual")];
    printed = "";
    expect(await command(["--compare", before, after])).toBe(0);
    expect(printed).toContain("lost: 2");
    expect(printed).toContain("p = 0.500");
  });

  it("holds the gate: open at the recorded level, closed below it", async () => {
    const gate = join(folder, "evals", "gate.json");
    const at = ["--set", set, "--out", join(folder, "runs")];
    expect(await command([...at, "--record-gate", gate])).toBe(0);
    expect(await command([...at, "--gate", gate])).toBe(0);
    expect(await command([...at, "--gate", gate], "dropped chunk")).toBe(1);
    expect(printed).toContain("Right and cited fell to 0.8000 from the recorded 1.0000.");
  });

  it("lists the gaps of runs and logs", async () => {
    const run = await ask("runs", "over-refusing threshold");
    const log = join(folder, "log.jsonl");
    await writeFile(log, '{"question":"甲区2021年地区生产总值？","status":"refused"}\n');
    printed = "";
    await command(["--gaps", run, "--log", log]);
    expect(printed).toContain("| 甲区 | 2021 | 地区生产总值 | 1 | 0 |");
    expect(printed).toContain("小首尔是哪个小区？");
  });

  it("writes a run for promptfoo", async () => {
    const to = join(folder, "promptfoo.json");
    await command(["--promptfoo", await ask("runs"), to]);
    expect(JSON.parse(await readFile(to, "utf8")).tests).toHaveLength(5);
  });
});

it("makes a set from a spreadsheet", async () => {
  const [from, to] = [join(folder, "set.csv"), join(folder, "made.jsonl")];
  await writeFile(from, "编号,问题,必含\nq1,增速？,3.7\n");
  await command(["--import-csv", from, to]);
  expect(JSON.parse(await readFile(to, "utf8"))).toMatchObject({ id: "q1", turns: ["增速？"] });
});

it("runs ablations into one table", async () => {
  const configurations = join(folder, "ablation.json");
  await writeFile(
    configurations,
    JSON.stringify([{ name: "all" }, { name: "without lexicon", settings: { lexicon: false } }]),
  );
  await command(["--ablate", configurations, "--set", set, "--out", join(folder, "runs")]);
  const rows = printed.split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(4);
  expect(rows[2]).toMatch(/^\| all \| 100\.0% \|/);
  expect(rows[3]).toMatch(/^\| without lexicon \| 80\.0% \|/);
});

it.each([
  [["--compare", "one"]],
  [["--score"]],
  [["--nonsense"]],
  [["--concurrency", "0"]],
  [["--base-url", "foo"]],
  [["--gaps", "--score", "x"]],
])("tells how it is used when given %j", async (argv) => {
  await expect(command(argv)).rejects.toThrow(ConfigurationError);
  await expect(command(argv)).rejects.toThrow(/npm run eval/);
});

it("names a file that cannot be read, and what is wrong in one that does not parse", async () => {
  await expect(command(["--set", join(folder, "none.jsonl")])).rejects.toThrow(
    /none\.jsonl: the file cannot be read/,
  );
  const gate = join(folder, "gate.json");
  await writeFile(gate, '{"set":"toy.jsonl"}');
  const asked = command(["--set", set, "--out", join(folder, "runs"), "--gate", gate]);
  await expect(asked).rejects.toThrow(/gate\.json: questions/);
});

it("prints its usage", async () => {
  expect(await command(["--help"])).toBe(0);
  expect(printed).toContain("--base-url URL");
});
