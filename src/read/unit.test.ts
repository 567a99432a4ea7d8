import { expect, test } from "vitest";
import { chunkDocument } from "#chunk/chunk-document.ts";
import { readReport } from "#ingest/read-report.ts";
import { unitsOf } from "./unit.ts";

const text = [
  "某县2023年工作报告",
  "",
  "一、回顾",
  "全县经济平稳运行。新建学校3所，其中小学2所！5.用水量。主要由于降雨少。",
  "",
  "表1：项目",
  "项目\t投资",
  "甲\t3亿元",
  "乙\t4亿元",
  "",
  "名词解释",
  "QFLP：合格境外有限合伙人。把境外资本换成人民币投资。",
].join("\n");

const { document } = readReport({ file: "x.txt", bytes: new TextEncoder().encode(text), metadata: null });
if (document === null) throw new Error("not read");
const passages = (await chunkDocument(document)).map((chunk) => ({
  chunk,
  score: 1,
  lexicalRank: 1,
  denseRank: null,
  coverage: 1,
}));
const units = unitsOf(passages, () => document);
const wordsOf = (kind: string) =>
  units.filter((unit) => unit.kind === kind).map(({ start, end }) => document.text.slice(start, end));

test("running text is cut into sentences, the head of a numbered entry with the sentence it heads", () => {
  expect(wordsOf("sentence")).toContain("新建学校3所，其中小学2所！");
  expect(wordsOf("sentence")).toContain("5.用水量。主要由于降雨少。");
});

test("a table is cut into rows, without the row that names its columns", () => {
  expect(wordsOf("row")).toEqual(["甲 | 3亿元", "乙 | 4亿元"]);
});

test("a stretch that stands in two passages is read once", () => {
  expect(unitsOf([...passages, ...passages], () => document)).toHaveLength(units.length);
});

test("a passage of a report that is not at hand has no units", () => {
  expect(unitsOf(passages, () => null)).toEqual([]);
});
