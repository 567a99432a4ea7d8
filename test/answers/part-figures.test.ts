import { describe, expect, test } from "vitest";
import { partFigures } from "#answer/compare/part-figures.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { tableExtremeDraft } from "#answer/lists/table-extreme.ts";
import type { Table } from "#domain/document.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const text = [
  "2023年安排项目211个。甲主导类项目59个，年度投资243.2亿元；乙主导类项目76个，年度投资49亿元，其中，续建项目46个，年度投资20.9亿元。",
  "养老保险、工伤保险、医疗保险参保人数分别为80.37万人、40.73万人、82.72万人。房地产投资下降5.4%，基础设施投资增长41.8%，工业投资增长3.6%。",
  "优化三个环境。聚焦放心提升政务环境，办得更快。聚焦安心提升法治环境，判得更公。聚焦省心提升市场环境，活得更好。",
  "从“做大产业、做靓城市、做实民生”三个维度提出20项指标。推进一院两校：一院：甲医院；两校：乙小学、丙中学；其他从略。",
  "表1：2023年民生实事",
  "1 | 修路 | 300",
  "2 | 建校 | 900",
  "合计 | | 1200",
  "",
].join("\n");
const rowAt = (line: string) => {
  const start = text.indexOf(line);
  const cells = line.split("|").map((cell) => {
    const words = cell.trim();
    const at = start + line.indexOf(cell) + Math.max(0, cell.indexOf(words));
    return { text: words, start: at, end: at + words.length };
  });
  return { span: { start, end: start + line.length }, cells, parent: null };
};
const table: Table = {
  id: "t1",
  caption: "表1：2023年民生实事",
  section: null,
  span: { start: text.indexOf("表1"), end: text.length - 1 },
  columns: ["序号", "项目", "投资（万元）"].map((title) => ({ levels: [title], title })),
  header: null,
  rows: ["1 | 修路 | 300", "2 | 建校 | 900", "合计 | | 1200"].map(rowAt),
  notes: [],
  unit: null,
};
const paragraphs = text.split("\n").map((words) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
}));
const section = {
  id: "s",
  parent: null,
  kind: "heading" as const,
  level: 1,
  title: "",
  heading: { start: 0, end: 0 },
};
const document = documentWith({
  text,
  tables: [table],
  sections: [{ ...section, span: { start: 0, end: text.length } }],
});
const passages: RankedPassage[] = paragraphs.slice(0, 3).map(({ start, end }, at) => ({
  chunk: {
    id: `c${at}`,
    ordinal: at,
    documentId: document.id,
    kind: "prose",
    text: text.slice(start, end),
    context: "",
    section: [],
    start,
    end,
  },
  score: 1,
  lexicalRank: null,
  denseRank: null,
  coverage: 1,
}));
const sources = { ...sourcesOf([document]), search: async () => passages };
const understand = createUnderstand(sources.outline);
const deskFor = (asked: string) => new Desk(understand([asked]), sources);
const said = (draft: Draft | null) =>
  draft?.blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : [])).join("") ?? null;

describe("the figures of a paragraph", () => {
  test("of things told together are one each", () => {
    const found = partFigures(document, paragraphs[1] ?? { start: 0, end: 0 }).slice(0, 3);
    expect(found.map(({ part, value }) => [part, value])).toEqual([
      ["养老保险", "80.37"],
      ["工伤保险", "40.73"],
      ["医疗保险参保人数", "82.72"],
    ]);
  });
  test("fall where the words say so", () => {
    const found = partFigures(document, paragraphs[1] ?? { start: 0, end: 0 }).slice(3);
    expect(found.map(({ value, raw }) => [value, raw])).toEqual([
      ["-5.4", "下降5.4%"],
      ["41.8", "增长41.8%"],
      ["3.6", "增长3.6%"],
    ]);
  });
});

test("the row of a table with the largest or smallest figure, never its total", () => {
  const asked = "江北区2023年民生实事里，哪一件投资最多？";
  expect(said(tableExtremeDraft(deskFor(asked), [0]))).toMatch(/^建校：投资900万元/);
  expect(said(tableExtremeDraft(deskFor(asked), [-1]))).toMatch(/^修路：投资300万元/);
  expect(said(tableExtremeDraft(deskFor(asked), [0, -1]))).toMatch(/建校：投资900万元.*修路：投资300万元/s);
  expect(tableExtremeDraft(deskFor("江北区2023年旅游景区里，哪一个投资最多？"), [0])).toBeNull();
});

test("what is counted may stand behind its figure", () => {
  const near = (words: string) =>
    partFigures(documentWith({ id: "z", text: words }), { start: 0, end: words.length }).map(
      ({ raw, near: words }) => [raw, words],
    );
  expect(near("甲园等25个项目建成投用；乙路等36个项目开工建设。")).toEqual([
    ["25个", "甲园等项目建成投用"],
    ["36个", "乙路等项目开工建设"],
  ]);
  // Before another figure it is that one's.
  expect(near("为1.8万家企业降低费用4.1亿元。")).toEqual([
    ["1.8万家", "为"],
    ["4.1亿元", "为1.8万家企业降低费用"],
  ]);
});
