import { beforeAll, describe, expect, test } from "vitest";
import { readReport } from "#ingest/read-report.ts";
import { type OpenedDocuments, openDocuments } from "../narrowing/open-documents.ts";

/** Plan reports of three invented places; that of 望江县 has no result of its GDP. */
const report = (region: string, gdp: string, sales: string, unemployed: string) =>
  `${region}2023年国民经济和社会发展计划执行情况及2024年计划草案的报告

${region}发展和改革委员会

一、2023年国民经济和社会发展计划执行情况

表1 2023年主要指标完成情况

| 指标名称 | 单位 | 2023年目标 | 2023年实际 |
| --- | --- | --- | --- |
| 地区生产总值 | 亿元 | 800 | ${gdp} |
| 社会消费品零售总额 | 亿元 | 300 | ${sales} |
| 城镇调查失业率 | % | 5.5 | ${unemployed} |
`;

let opened: OpenedDocuments;
beforeAll(async () => {
  const reports = [
    report("澄溪区", "812.4", "287.6", "5.1"),
    report("明湖区", "974.9", "345.1", "6.1"),
    report("望江县", "", "230.1", "4.1"),
  ];
  const documents = reports.flatMap((text, at) => {
    const { document } = readReport({
      file: `report${at}.md`,
      bytes: new TextEncoder().encode(text),
      metadata: null,
    });
    return document === null ? [] : [document];
  });
  opened = await openDocuments(documents);
});

describe("a figure of what no report is about", () => {
  test.each([
    "浦东2023年社零",
    "日本2023年失业率",
    "火星2023年GDP",
    "长三角地区生产总值多少",
    "主城区2023年GDP是多少",
    "阿里巴巴2023年社零是多少",
    "华为的社会消费品零售总额",
    "河东片区2023年GDP",
    "澄溪区2023年大学生失业率",
    "澄溪区2023年女性城镇调查失业率",
    "澄溪区2023年苏宁社零",
    "澄溪区的长三角GDP",
    "澄溪区2023年双十一期间社会消费品零售总额",
    "澄溪区2023年年中的社会消费品零售总额",
    "澄溪区2023年二季度GDP",
    "澄溪区2023年按常住人口算的地区生产总值",
    "浦东2023年GDP、社零",
    "浦东2023年GDP和失业率各多少",
    "成都市2022、2023两年的GDP各是多少",
    "日本2023年失业率和社零各多少",
  ])("%s is refused", async (asked) => {
    const { status } = await opened.answer(asked);
    expect(status).toBe("refused");
  });
});

describe("a side that no report holds is named", () => {
  test.each([
    ["澄溪区和渝中区2023年GDP谁高", "渝中区"],
    ["澄溪区和主城区2023年失业率哪个高", "主城区"],
    ["澄溪区和长三角2023年GDP谁高", "长三角"],
    ["火星和澄溪区2023年GDP谁高", "火星"],
    ["澄溪区与阿里巴巴2023年社零比较", "阿里巴巴"],
    ["澄溪区2023年GDP超过东京了吗", "东京"],
    ["澄溪区2023年GDP比纽约高多少", "纽约"],
    ["澄溪区2023年和1999年GDP对比", "1999年"],
    ["澄溪区、明湖区和南岸区谁的GDP高", "南岸区"],
  ])("%s", async (asked, side) => {
    const { answer } = await opened.answer(asked);
    expect(answer).toContain(side);
    expect(answer).toMatch(/没有|不包括/u);
    expect(answer).toMatch(/澄溪区(?:2023年|（)/u);
  });
});

describe("like with like", () => {
  test("results are ranked, and an aim stands apart", async () => {
    const { answer } = await opened.answer("2023年GDP最高的是哪里");
    expect(answer).toMatch(/明湖区（974\.9亿元）高于澄溪区（812\.4亿元）/u);
    expect(answer).toMatch(/望江县2023年地区生产总值的目标为800亿元.*没有实际完成数/u);
  });
  test.each([
    ["澄溪区2023年失业率是不是比目标低", /^是。.*5\.5%.*5\.1%/u],
    ["明湖区2023年失业率是不是比目标低", /^不是。/u],
    ["澄溪区2023年GDP是812.4亿元吗", /^是。/u],
    ["澄溪区2023年社零达到目标了没有", /^不是。/u],
    ["澄溪区2023年GDP是不是比明湖区低", /^是。/u],
  ])("%s", async (asked, told) => {
    expect((await opened.answer(asked)).answer).toMatch(told);
  });
});
