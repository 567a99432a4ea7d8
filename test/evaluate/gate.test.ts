import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAskLine } from "#compose/ask/open-ask-line.ts";
import { readConfiguration } from "#configuration.ts";
import { runEvaluationCommand } from "#evaluate/command.ts";

/**
 * The gate: the fixed set, asked of this project's own answers over the shipped corpus. It closes when right-and-cited
 * falls below the level in `evals/gate.json`, a figure has no ground, a quote is not exact, or the same question gives
 * other bytes the second time. Record a new level with
 * `npm run eval -- --set evals/dev-questions.jsonl --record-gate evals/gate.json`.
 */
const SET = "evals/dev-questions.jsonl";

let folder: string;
let status: number;
let printed = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-"));
  const configuration = readConfiguration({ INDEX_DIR: join(folder, "index") });
  const { ask, library } = await openAskLine(configuration);
  const environment = { configuration: {}, index: null, models: {}, prompts: {} };
  const argv = ["--set", SET, "--out", join(folder, "runs"), "--gate", "evals/gate.json", "--twice"];
  const print = (line: string) => {
    printed += `${line}\n`;
  };
  status = await runEvaluationCommand(argv, { ask, library, environment }, { print });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

it("is open", () => {
  expect(status, printed).toBe(0);
});

it("gets the same bytes when it asks again", async () => {
  const [run = ""] = await readdir(join(folder, "runs"));
  const scores = JSON.parse(await readFile(join(folder, "runs", run, "scores.json"), "utf8"));
  expect(scores.components.determinism.value).toBe(1);
});
