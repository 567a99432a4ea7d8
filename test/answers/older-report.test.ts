import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `易县2009年政府工作报告

易县人民政府县长 王某

各位代表：

现在，我代表县人民政府向大会报告工作，请予审议。

一、2008年工作回顾

过去的一年，全县生产总值62亿元、突破9亿美元，增长8.5%。城镇居民人均可支配收入12312元，农民人均纯收入4331元，分别增长9.5%和10.7%。城镇登记失业率2.43%。

文化旅游多点发力，南湖“空心村”[18]民宿项目顺利推进。全年接待游客170万人次。公立医院取消药品加成，调整医疗服务价格，群众就医负担有所减轻。公共文化服务体系进一步完善，建成一批文旅融合项目。

二、2009年工作安排

今年的主要预期目标是：生产总值增长8%，固定资产投资增长18%。全年安排县重点项目85项、投资45亿元。

名词解释

[18]空心村：人口外流的村庄。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
});

describe("words of today about a report of older days", () => {
  test("each of two incomes is told under the name the report prints", async () => {
    const faster = (await answer("易县2008年城镇和农村居民收入哪个增长得快")).answer;
    expect(faster).toContain("10.7%");
    expect(faster).toContain("9.5%");
    expect(faster).not.toContain("2.43");
    expect((await answer("易县2008年城里人和农民收入差多少")).answer).toContain("7981");
  });
  test("an amount told in two currencies is told in the first", async () => {
    expect((await answer("易县2008年GDP是多少")).answer).toContain("62亿元");
  });
});

describe("a question says what it wants a figure of", () => {
  test("a sentence on both is nearer than one of the two figures", async () => {
    expect((await answer("易县2009年县重点项目计划安排多少投资")).answer).toContain("45亿元");
  });
  test("each of two indicators joined is told or said to be missing", async () => {
    const told = (await answer("易县2008年GDP和进出口总额各是多少")).answer;
    expect(told).toContain("62亿元");
    expect(told).toContain("没有查到易县2008年进出口总额");
  });
  test("the number of a note is no figure", async () => {
    expect((await answer("易县2008年去旅游的人有多少")).answer).toContain("170万人次");
  });
  test("a reason told before what it is the reason of needs nothing behind it", async () => {
    const told = (await answer("易县2008年群众看病负担为什么减轻了")).answer;
    expect(told).toContain("药品加成");
    expect(told).not.toContain("公共文化");
  });
});
