import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const report = (told: string) => `易县2024年政府工作报告

易县人民政府县长 王某

各位代表：

现在，我代表县人民政府向大会报告工作，请予审议。

一、2023年工作回顾

刚刚过去的2023年，我们齐心协力。全县生产总值120亿元，同比增长6.2%。${told}汛期累计出动3.2万人，连续奋战四昼夜抢险，完成群众转移任务。

二、2024年工作安排

今年的主要预期目标是：生产总值增长7%，固定资产投资增长8%—9%。持续实施实力倍增计划，确保开发区主营业务收入增长15%以上。
`;

const SOUNDS_LIKE_A_COUNTER = "企业研发费能按几折加计扣除";

describe("a turn that sounds like a matter for a counter", () => {
  let telling: (...turns: readonly string[]) => Promise<ChatResponse>;
  let silent: typeof telling;
  beforeAll(async () => {
    telling = await askReport(report("企业研发费用加计扣除比例提高到100%。"));
    silent = await askReport(report("教育事业取得新的成绩。"));
  });

  test("is answered from the report that surely tells it", async () => {
    const { status, intent, answer } = await telling(SOUNDS_LIKE_A_COUNTER);
    expect([status, intent]).toEqual(["answered", "report"]);
    expect(answer).toContain("100%");
  });

  test("is handed over where no report tells it", async () => {
    const { status, intent, citations } = await silent(SOUNDS_LIKE_A_COUNTER);
    expect([status, intent, citations]).toEqual(["refused", "handover", []]);
  });
});
