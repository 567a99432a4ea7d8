import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigurationError } from "#domain/errors.ts";
import { runEvaluationCommand } from "#evaluate/command.ts";
import { parsePart, partOf } from "#evaluate/sets/corpora.ts";
import { formatQuestionSet, makeQuestionSet } from "#evaluate/sets/question-set.ts";
import { toyPipeline, toyPipelineSet } from "./toy-pipeline.ts";

/** The toy questions, asked in turn of two corpora. */
const SET = makeQuestionSet(
  "toy.jsonl",
  toyPipelineSet().questions.map((question, at) => ({
    row: at + 1,
    question: { ...question, id: `toy ${question.id}`, corpus: [at % 2 === 0 ? "one.txt" : "two.txt"] },
  })),
);

let folder: string;
let opened: string[];
let printed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpora-"));
  opened = [];
  printed = "";
});
afterEach(() => rm(folder, { recursive: true }));

/** Asks the set under a name; the toy pipeline stands over every corpus, with one answer wrong. */
async function open(name: string, ...argv: string[]): Promise<string> {
  const set = join(folder, name);
  await writeFile(set, formatQuestionSet(SET));
  const lay = () => async (files: readonly string[]) => {
    opened.push(files.join());
    return toyPipeline("invented figure");
  };
  const print = (line: string) => {
    printed += `${line}\n`;
  };
  const out = join(folder, "runs");
  await runEvaluationCommand(["--open", set, "--out", out, ...argv], toyPipeline(null), { print, lay });
  const [run = ""] = await readdir(out);
  return join(out, run);
}

describe("asking over corpora", () => {
  it("opens each corpus once and asks it all that names it", async () => {
    await open("toy.jsonl");
    expect(opened).toEqual(["one.txt", "two.txt"]);
    expect(printed).toContain(`${SET.questions.length}/${SET.questions.length} questions`);
  });

  it("names no question that went wrong unless it is asked to", async () => {
    const wrong = SET.questions.map(({ id }) => id);
    await open("toy.jsonl");
    expect(wrong.filter((id) => printed.includes(id))).toEqual([]);
    await open("toy.jsonl", "--show-failures");
    expect(wrong.filter((id) => printed.includes(id))).not.toEqual([]);
  });

  it("keeps nothing but the level of a set kept for testing, also where failures are asked for", async () => {
    const run = await open("test.jsonl", "--show-failures");
    expect(await readdir(run)).toEqual(["scores.json"]);
    const kept = printed + (await readFile(join(run, "scores.json"), "utf8"));
    expect(SET.questions.filter(({ id }) => kept.includes(id))).toEqual([]);
  });

  it("scores parts of a set together", async () => {
    const first = await open("toy.jsonl", "--part", "1/2");
    await rename(first, join(folder, "first"));
    const second = await open("toy.jsonl", "--part", "2/2");
    printed = "";
    await runEvaluationCommand(["--score", join(folder, "first"), second], toyPipeline(null), {
      print: (line) => {
        printed += `${line}\n`;
      },
    });
    expect(printed).toContain(`${SET.questions.length} questions`);
  });
});

describe("parts", () => {
  it("hold every question once, those of one corpus together", () => {
    const parts = [1, 2].map((part) => partOf(SET, { part, of: 2 }).questions);
    expect(
      parts
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(SET.questions.map(({ id }) => id).sort());
    for (const part of parts) expect(new Set(part.flatMap(({ corpus }) => corpus)).size).toBe(1);
  });

  it.each(["0/2", "3/2", "half", "1"])("%s is none", (given) => {
    expect(() => parsePart(given)).toThrow(ConfigurationError);
  });
});
