import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { putReports, readAhead, takeReport } from "../src/compose/build/corpus-changes.ts";

const folder = mkdtempSync(join(tmpdir(), "reports-command-"));
const corpus = join(folder, "corpus");
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, CORPUS_DIR: corpus, INDEX_DIR: join(folder, "index") },
  });
  return { status, stdout, stderr };
}

const files = () => readdirSync(corpus).filter((name) => name.endsWith(".txt"));

beforeAll(() => {
  mkdirSync(corpus);
  copyFileSync("corpus/jiangbei-2023-news.txt", join(corpus, "jiangbei-2023-news.txt"));
  expect(run("build").status).toBe(0);
}, 120_000);

test("a report is added by its file: only its own passages are new, and it is listed", () => {
  const { status, stdout } = run("add", "corpus/dadukou-2022-plan-report.txt");
  expect({ status, stdout }).toMatchObject({ status: 0 });
  expect(stdout).toMatch(
    /^dadukou-2022-plan-report\.txt: new; 《.*大渡口区.*》 大渡口区 .*tables with \d+ rows$/m,
  );
  expect(stdout).toMatch(/^2 documents, /m);
  expect(stdout).toMatch(/passages: [1-9]\d* kept, [1-9]\d* added, 0 updated, 0 deleted/);
  expect(run("list").stdout.trim().split("\n").slice(1)).toHaveLength(2);
}, 60_000);

test("what adding would do is told without being done", async () => {
  const before = files();
  expect(await readAhead(corpus, "corpus/jiangbei-2022-plan-report.txt")).toMatchObject({
    change: "new",
    documents: [{ region: "江北区" }],
  });
  expect(await readAhead(corpus, "corpus/dadukou-2022-plan-report.txt")).toMatchObject({ change: "same" });
  expect(files()).toEqual(before);
}, 60_000);

test("what is no report or is not there is refused", async () => {
  const picture = join(folder, "picture.png");
  writeFileSync(picture, Uint8Array.from([0x89, 0x50, 0x4e, 0x47]));
  await expect(readAhead(corpus, picture)).rejects.toThrow("not read");
  await expect(readAhead(corpus, join(folder, "none.txt"))).rejects.toThrow("cannot be read");
});

test("no report is replaced unless that is said, and nothing is added beside it", async () => {
  const before = files();
  const both = ["corpus/jiangbei-2022-plan-report.txt", "corpus/dadukou-2022-plan-report.txt"];
  await expect(putReports(corpus, both, { replace: false })).rejects.toThrow("--replace");
  expect(files()).toEqual(before);
});

test("a removed report is kept aside, and the last one stays", async () => {
  await takeReport(corpus, "dadukou-2022-plan-report.txt");
  expect(files()).toEqual(["jiangbei-2023-news.txt"]);
  expect(readdirSync(join(corpus, ".removed"))).toHaveLength(1);
  await expect(takeReport(corpus, "jiangbei-2023-news.txt")).rejects.toThrow("the only one");
  await expect(takeReport(corpus, "../package.json")).rejects.toThrow("no such report");
  expect(files()).toEqual(["jiangbei-2023-news.txt"]);
});
