import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openIndex } from "#store/open-index.ts";
import { buildIndex } from "../../src/compose/build/build-line.ts";
import { readConfiguration } from "../../src/configuration.ts";

const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-unchanged-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [corpus, index] = [path.join(folder, "corpus"), path.join(folder, "index")];
const report = path.join(corpus, "dadukou.txt");
const settings = readConfiguration({ CORPUS_DIR: corpus, INDEX_DIR: index });
const pointer = () => readFileSync(path.join(index, "current"), "utf8");

beforeAll(async () => {
  mkdirSync(corpus);
  writeFileSync(report, readFileSync("corpus/dadukou-2022-plan-report.txt", "utf8").slice(0, 1_500));
  await buildIndex(settings);
}, 60_000);

test("a build where nothing has changed publishes nothing and reports what the last one did", async () => {
  const before = pointer();
  const { mtime, atime } = statSync(report);
  utimesSync(report, atime, new Date(mtime.getTime() + 5_000));
  const again = await buildIndex(settings);
  expect(pointer()).toBe(before);
  expect(again).toMatchObject({
    documents: 1,
    reuse: { kept: again.chunks, added: 0, updated: 0, deleted: 0 },
  });
});

test("an index with a damaged file is built anew", async () => {
  const before = pointer();
  const [version = ""] = before.split(" ");
  appendFileSync(path.join(index, "versions", version, "lexical.bin"), "!");
  await buildIndex(settings);
  expect(pointer()).not.toBe(before);
  openIndex(index).close();
});

test("a file that was not read is tried again at each build", async () => {
  writeFileSync(path.join(corpus, "empty.pdf"), "%PDF-1.4\n");
  const { problems } = await buildIndex(settings);
  expect(problems).toContainEqual(expect.objectContaining({ file: "empty.pdf", severity: "error" }));
  const before = pointer();
  await buildIndex(settings);
  expect(pointer()).not.toBe(before);
});
