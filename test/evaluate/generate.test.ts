import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generate } from "#evaluate/generate.ts";
import { RUN_FILES, RunUnusableError, readRun } from "#evaluate/report/run-folder.ts";
import { makeQuestionSet } from "#evaluate/sets/question-set.ts";
import { toyQuestion, toySubject } from "./toy-subject.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
});
afterEach(() => rm(folder, { recursive: true }));

function setOf(...ids: string[]) {
  return makeQuestionSet(
    "toy",
    ids.map((id, row) => ({ row, question: toyQuestion({ id, turns: [`${id}区2022年增速是多少？`] }) })),
  );
}

describe("generate", () => {
  it("records an answer for each question, and what the cited documents hold at each citation", async () => {
    const run = await generate(toySubject(), setOf("甲", "乙"), { folder });
    expect(run.records.map(({ id }) => id)).toEqual(["甲", "乙"]);
    expect(run.records[0]?.slices).toEqual([{ marker: 1, text: "甲区增长3.7%。" }]);
    expect(run.records[0]?.retrieval.hybrid?.[0]?.text).toContain("3.7");
  });

  it("records what the run was made with", async () => {
    const { manifest } = await generate(toySubject(), setOf("甲"), { folder });
    expect(manifest.environment).toEqual(toySubject().environment);
    expect(manifest.documents.map(({ sourceName }) => sourceName)).toEqual(["report.txt"]);
  });

  it("sends each turn with the server's own replies before it", async () => {
    const heard: string[][] = [];
    const question = toyQuestion({ turns: ["甲区增速是多少？", "乙区呢？"] });
    const subject = toySubject({ hear: (messages) => heard.push(messages.map(({ content }) => content)) });
    await generate(subject, makeQuestionSet("toy", [{ row: 1, question }]), { folder });
    expect(heard).toEqual([["甲区增速是多少？"], ["甲区增速是多少？", "甲区增长3.7%[1]。", "乙区呢？"]]);
  });

  it("writes down a failure to answer and goes on", async () => {
    const run = await generate(toySubject({ failOn: "甲" }), setOf("甲", "乙"), { folder });
    expect(run.records.map(({ turns }) => turns.at(-1)?.error)).toEqual(["it broke", null]);
  });

  it("asks each question once when several are asked at a time", async () => {
    const heard: unknown[] = [];
    const set = setOf(..."甲乙丙丁戊己庚辛");
    const run = await generate(toySubject({ hear: (m) => heard.push(m) }), set, { folder, concurrency: 3 });
    expect(heard).toHaveLength(8);
    expect(new Set(run.records.map(({ id }) => id)).size).toBe(8);
  });

  it("shows whether a second asking gives the same bytes", async () => {
    const steady = await generate(toySubject(), setOf("甲"), { folder, twice: true });
    expect(steady.records[0]?.repeatDigest).toBe(steady.records[0]?.digest);
    const asked: string[] = [];
    const fickle = toySubject({ suffix: () => String(asked.push("again")) });
    const run = await generate(fickle, setOf("甲"), { folder, twice: true });
    expect(run.records[0]?.repeatDigest).not.toBe(run.records[0]?.digest);
  });
});

describe("resuming", () => {
  it("asks nothing twice, also when the last record was cut short", async () => {
    const set = setOf("甲", "乙", "丙");
    await generate(toySubject(), set, { folder });
    const path = join(folder, RUN_FILES.records);
    const lines = (await readFile(path, "utf8")).split("\n");
    await writeFile(path, `${lines[0]}\n${lines[1]}\n`);
    await truncate(path, Buffer.byteLength(`${lines[0]}\n${lines[1]}\n`) - 10);
    const heard: string[] = [];
    const subject = toySubject({ hear: (messages) => heard.push(messages.at(-1)?.content ?? "") });
    const run = await generate(subject, set, { folder, resume: true });
    expect(heard).toEqual(["乙区2022年增速是多少？", "丙区2022年增速是多少？"]);
    expect(run.records.map(({ id }) => id)).toEqual(["甲", "乙", "丙"]);
  });

  it("refuses a run of another set", async () => {
    await generate(toySubject(), setOf("甲"), { folder });
    const resumed = generate(toySubject(), setOf("乙"), { folder, resume: true });
    await expect(resumed).rejects.toThrow(RunUnusableError);
  });

  it("refuses a folder without a run", async () => {
    await expect(readRun(folder)).rejects.toThrow(/run\.json cannot be read/);
  });
});
