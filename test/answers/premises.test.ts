import { beforeAll, describe, expect, test } from "vitest";
import { askReport } from "./ask-report.ts";

/** A plan report of an invented district: what was aimed at, what came of it, and the aims of the year ahead. */
const report = `青溪区2023年国民经济和社会发展计划执行情况及2024年计划草案的报告

青溪区发展和改革委员会

一、2023年国民经济和社会发展计划执行情况

表1 2023年主要指标完成情况

| 指标名称 | 单位 | 2023年目标 | 2023年实际 | 2022年实际 |
| --- | --- | --- | --- | --- |
| 地区生产总值 | 亿元 | 800 | 812.4 | 768.1 |
| 固定资产投资增速 | % | 8 | 6.2 | 7.5 |

二、2024年计划

表2 2024年主要目标

| 指标名称 | 单位 | 2024年目标 |
| --- | --- | --- |
| 地区生产总值 | 亿元 | 860 |
| 固定资产投资增速 | % | 7 |
`;

let ask: Awaited<ReturnType<typeof askReport>>;
beforeAll(async () => {
  ask = await askReport(report);
});

describe("a premise is confirmed or denied before the figure is told", () => {
  test.each([
    ["青溪区2023年地区生产总值是812.4亿元对吗？", "是。", "812.4亿元"],
    ["青溪区2023年地区生产总值是900亿元对吗？", "不是。", "812.4亿元"],
    ["青溪区2023年地区生产总值完成目标了吗？", "是。", "812.4亿元"],
    ["青溪区2023年固定资产投资增速有没有达到目标？", "不是。", "6.2%"],
    ["青溪区2023年地区生产总值超过800亿元了吗？", "是。", "812.4亿元"],
    ["青溪区2023年地区生产总值超过900亿元了吗？", "不是。", "812.4亿元"],
    ["青溪区2023年固定资产投资增速有没有达到6%？", "是。", "6.2%"],
    ["青溪区2023年固定资产投资增速低于5%吗？", "不是。", "6.2%"],
    ["青溪区2023年固定资产投资增速是不是比2022年低？", "是。", "6.2%"],
    ["青溪区2023年地区生产总值是不是比2022年低？", "不是。", "812.4亿元"],
    ["青溪区2023年地区生产总值比2022年高吗？", "是。", "768.1亿元"],
  ])("%s %s", async (question, verdict, figure) => {
    const { answer } = await ask(question);
    expect(answer.slice(0, verdict.length)).toBe(verdict);
    expect(answer).toContain(figure);
  });
});

describe("no change is computed from a result to an aim", () => {
  test.each([
    "青溪区2022年到2024年地区生产总值增加了多少？",
    "青溪区2022年到2024年地区生产总值的变化是多少？",
    "青溪区地区生产总值2024年目标比2022年增长了多少亿元？",
  ])("%s", async (question) => {
    const { answer } = await ask(question);
    expect(answer).not.toMatch(/91\.9/);
  });
  test("the distance to the aim is computed where it is asked for", async () => {
    expect((await ask("青溪区2023年固定资产投资增速比目标差多少？")).answer).toContain("1.8个百分点");
    expect((await ask("青溪区2023年地区生产总值比目标高多少？")).answer).toContain("12.4亿元");
  });
});

describe("a side that is not held is named", () => {
  test("a year", async () => {
    const { answer } = await ask("青溪区2023年和1999年地区生产总值各是多少？");
    expect(answer).toContain("812.4亿元");
    expect(answer).toContain("1999年");
  });
  test("a region", async () => {
    const { answer } = await ask("青溪区和江北区2023年地区生产总值谁高？");
    expect(answer).toContain("江北区");
  });
});
