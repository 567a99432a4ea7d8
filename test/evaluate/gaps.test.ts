import { expect, it } from "vitest";
import { describeGaps, gapsOfLog, gapsOfRun, groupGaps } from "#evaluate/report/gaps.ts";
import { cite, handMadeRun } from "./hand-made.ts";

const NAMES = { regions: ["江北区", "渝北区"], topics: ["地区生产总值", "地区生产总值增速", "常住人口"] };

it("finds in a run what was refused in vain or answered without support", () => {
  const evidence = ["3.7"];
  const run = handMadeRun(
    { question: { turns: ["江北2022年常住人口？"] }, response: { status: "refused" } },
    { question: { expect: "refuse" }, response: { status: "refused" } },
    {
      question: { evidence },
      response: { answer: "3.7", citations: [cite("别的")], question: "渝北区3.7？" },
    },
    { question: { evidence }, response: { answer: "3.7[1]", citations: [cite("3.7")] } },
    { question: {}, response: null },
  );
  expect(gapsOfRun(run, NAMES)).toEqual([
    {
      kind: "unanswered",
      question: "江北2022年常住人口？",
      regions: ["江北区"],
      years: [2022],
      topics: ["常住人口"],
    },
    { kind: "weak", question: "渝北区3.7？", regions: ["渝北区"], years: [], topics: [] },
  ]);
});

it("finds the same in a server's log, personal data masked", () => {
  const log = [
    '{"level":30,"msg":"listening"}',
    "not JSON",
    '{"question":"我是13812345678，江北2021年地区生产总值增速？","status":"refused","reason":"not_in_corpus"}',
    '{"question":"低保多少？","status":"refused","reason":"not_in_corpus","regions":["大渡口区"],"years":[2022]}',
    '{"question":"有支撑","status":"answered","citations":2}',
    '{"question":"无支撑","status":"answered","citations":0}',
    '{"question":"哪个区？","status":"clarify"}',
  ].join("\n");
  expect(gapsOfLog(log, NAMES)).toEqual([
    {
      kind: "unanswered",
      question: "我是[电话]，江北2021年地区生产总值增速？",
      regions: ["江北区"],
      years: [2021],
      topics: ["地区生产总值增速"],
    },
    {
      kind: "unanswered",
      question: "低保多少？",
      regions: ["大渡口区"],
      years: [2022],
      topics: ["not_in_corpus"],
    },
    { kind: "weak", question: "无支撑", regions: [], years: [], topics: [] },
  ]);
});

it("groups by region, year and topic, the most asked first", () => {
  const gap = { kind: "unanswered", regions: ["甲区"], years: [2022], topics: ["人口"] } as const;
  const groups = groupGaps([
    { ...gap, years: [2021, 2022], question: "一" },
    { ...gap, question: "二" },
    { ...gap, kind: "weak", question: "二" },
  ]);
  expect(groups).toEqual([
    { region: "甲区", year: "2022", topic: "人口", unanswered: 2, weak: 1, examples: ["一", "二"] },
    { region: "甲区", year: "2021", topic: "人口", unanswered: 1, weak: 0, examples: ["一"] },
  ]);
  expect(describeGaps(groups).split("\n")[2]).toBe("| 甲区 | 2022 | 人口 | 2 | 1 | 一 / 二 |");
});

it("says so when there is none", () => {
  expect(describeGaps(groupGaps([]))).toContain("No gaps");
});
