import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWenzheng } from "../src/wenzheng.ts";

const folder = mkdtempSync(join(tmpdir(), "revisions-"));
const corpus = join(folder, "corpus");
mkdirSync(corpus);
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(
  join(corpus, "qingyang.md"),
  `# 青羊区2022年国民经济和社会发展计划执行情况报告

## 一、2022年计划执行情况

全年地区生产总值增长47%，城镇新增就业2.1万人。

| 指标 | 2022年实际 |
|---|---|
| 地区生产总值增速（%） | 47 |
| 城镇新增就业（万人） | 2.1 |
`,
);
const open = () => openWenzheng({ corpusDirectory: corpus, indexDirectory: join(folder, "index") });
const QUESTION = "青羊区2022年地区生产总值增速是多少？";

test("a figure that an editor corrects is told as corrected, with the printed one, by whom and why, until that is withdrawn", async () => {
  const before = await open();
  const rows = before.indicators({ years: [2022] }).filter(({ value }) => value === 47);
  expect(rows.length).toBeGreaterThan(0);
  const first = await before.ask(QUESTION);
  expect(first.answer).toContain("47%");
  before.close();

  const said = { author: "统计科", reason: "小数点漏印", date: "2026-11-30" };
  const lines = rows.map(({ id, raw }) => ({
    ...{ row: id, verdict: "corrected", printed: raw, value: "4.7", unit: "%", ...said },
  }));
  const write = (all: readonly object[]) =>
    writeFileSync(join(corpus, "revisions.jsonl"), all.map((line) => JSON.stringify(line)).join("\n"));
  write(lines);
  const revised = await open();
  expect(revised.generation).not.toBe(first.generation);
  const { answer, indicators, status } = await revised.ask(QUESTION);
  expect(status).toBe("answered");
  expect(answer).toContain("4.7%");
  expect(answer).toContain("经编辑订正为4.7%（统计科，2026-11-30：小数点漏印）");
  const revision = { verdict: "corrected", printed: expect.stringContaining("47"), ...said };
  expect(indicators[0]).toMatchObject({ value: 4.7, revision });
  expect(revised.indicators({ years: [2022] }).find(({ id }) => id === rows[0]?.id)).toMatchObject({
    value: 4.7,
    revision,
  });
  // What is quoted is still what the report prints.
  expect((await revised.ask(QUESTION)).citations.some(({ quote }) => quote.includes("47"))).toBe(true);
  revised.close();

  write([...lines, ...lines.map(({ value: _v, unit: _u, ...line }) => ({ ...line, verdict: "withdrawn" }))]);
  const withdrawn = await open();
  expect((await withdrawn.ask(QUESTION)).answer).toBe(first.answer);
  withdrawn.close();
}, 120_000);

test("a figure that is hidden is no data, and a quote that holds it says so", async () => {
  const before = await open();
  const [row] = before.indicators({ indicators: ["城镇新增就业"] });
  before.close();
  const line = {
    row: row?.id,
    verdict: "hidden",
    printed: row?.raw,
    author: "办公室",
    reason: "待核",
    date: "2026-11-30",
  };
  writeFileSync(join(corpus, "revisions.jsonl"), JSON.stringify(line));
  const hidden = await open();
  expect(hidden.indicators({}).map(({ id }) => id)).not.toContain(row?.id);
  hidden.close();
}, 120_000);
