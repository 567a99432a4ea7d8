import { beforeAll, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `新城县2021年政府工作报告

各位代表：

现在，我代表县人民政府向大会报告工作，请予审议。

一、过去五年工作的回顾

五年来，生态环境持续改善。累计完成植树造林69万亩，森林覆盖率由2015年的38%增长到46%。城乡面貌明显改观，全县城镇化率由20.6%提高到31.54%。单位面积的审批时限从15天压缩到6天。

预计2020年全年生产总值同比增长6.4%；一般公共预算收入超6亿元，同比增长20%。规模以上工业企业82家，较2015年增加17家。

二、2021年工作安排

生产总值增长7%左右。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
});

test.each([
  ["新城县森林覆盖率五年提高几个百分点？", "8个百分点（46 − 38 = 8）"],
  ["新城县城镇化率五年提高了多少个百分点？", "10.94个百分点（31.54 − 20.6 = 10.94）"],
])("%s: what lies between the two figures of a sentence is computed", async (asked, computed) => {
  expect((await answer(asked)).answer).toContain(computed);
});

test("an average over years is no difference", async () => {
  expect((await answer("新城县城镇化率五年年均提高多少个百分点？")).answer).not.toContain("前后相差");
});

test("where no change is asked none is computed", async () => {
  const told = (await answer("新城县森林覆盖率从多少到多少？")).answer;
  expect(told).toContain("46%");
  expect(told).not.toContain("46 − 38");
});

test("the growth of an amount is not told as the amount", async () => {
  const { status, answer: told } = await answer("新城县2020年生产总值是多少亿元？");
  expect(status).toBe("refused");
  expect(told).toContain("6.4%");
});

test("of a count its heading is no part", async () => {
  expect((await answer("新城县规模以上工业企业有多少家，比2015年多了多少？")).answer).toContain(
    "82家，较2015年增加17家",
  );
});
