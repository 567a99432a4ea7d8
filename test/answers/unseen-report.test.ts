import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `易县2024年政府工作报告

易县人民政府县长 王某

各位代表：

现在，我代表县人民政府向大会报告工作，请予审议。

一、攻坚克难，各项事业取得显著成绩

刚刚过去的2023年，我们齐心协力。全县生产总值120亿元，比2018年增长35.5亿元，同比增长6.2%。全社会固定资产投资增长9%。教育事业取得新的成绩，“普九”人口覆盖率达到93.5%。开发区基础设施不断完善，开发区主营业务收入完成40亿元。汛期累计出动3.2万人，连续奋战四昼夜抢险，完成群众转移任务，全县无人因灾伤亡。

二、开拓创新，奋力谱写新篇章

今年的主要预期目标是：生产总值增长7%，固定资产投资增长8%—9%，城镇居民和农村居民人均可支配收入均增长8%。

（一）发展产业。大力发展“2+1”主导产业，实施重点项目38项。持续实施实力倍增计划，确保开发区主营业务收入增长15%以上。

（二）改善民生。抓好攻坚工作，确保全县“普九”人口覆盖率达到96%。

名词解释

[1]“2+1”：茶叶、旅游和竹编。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
});

describe("the year asked is the half of the report that is on it, whatever its chapters are called", () => {
  test.each([
    ["易县2023年GDP增长了多少", "6.2%"],
    ["易县2024年GDP增长目标", "7%"],
    ["易县2023年“普九”人口覆盖率是多少", "93.5%"],
    ["易县2024年“普九”人口覆盖率目标是多少", "96%"],
  ])("%s", async (asked, told) => {
    const given = (await answer(asked)).answer;
    expect(given).toContain(told);
    for (const other of ["6.2%", "7%", "93.5%", "96%"])
      if (other !== told) expect(given).not.toContain(other);
  });
});

describe("a zone has figures of its own", () => {
  test.each([
    ["易县开发区2023年主营业务收入多少", "40亿元"],
    ["易县开发区2024年主营业务收入要增长多少", "15%"],
  ])("%s", async (asked, told) => expect((await answer(asked)).answer).toContain(told));
  test("the region's are not its", async () => {
    const { status, answer: told } = await answer("易县开发区2023年GDP是多少？");
    expect(status).toBe("refused");
    expect(told).not.toContain("没有易县2023年的地区生产总值");
  });
});

test("a term in quotation marks asked as a list is explained", async () => {
  expect((await answer("易县的“2+1”主导产业是哪几个？")).answer).toContain("茶叶、旅游和竹编");
});

test("a figure printed in another calibre is told under its own name", async () => {
  expect((await answer("易县2023年固定资产投资增速是多少")).answer).toContain("全社会固定资产投资增速为9%");
});

test("one figure told of two is each one's", async () => {
  expect((await answer("易县2024年农村居民人均可支配收入增长目标")).answer).toContain("8%");
});

test("two things asked stand in one sentence, each by its own words", async () => {
  const { status, answer: told } = await answer("易县汛期抢险出动了多少人，有没有人伤亡？");
  expect(status).toBe("answered");
  expect(told).toContain("3.2万人");
});

test("其中 and a bare 多少 leave nothing out", async () => {
  expect((await answer("易县2023年GDP多少，增速多少？")).answer).toMatch(/120亿元.*6\.2%/);
});

test("a range is printed once", async () => {
  expect((await answer("易县2024年固定资产投资增长目标")).answer).toMatch(/8%—9%\[1\]/);
});
