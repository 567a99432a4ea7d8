import { beforeAll, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `青溪省2023年政府工作报告

一、2022年工作回顾

预计全年地区生产总值达到1.6万亿元。制造业增加值占全省地区生产总值的比重达到23%。城镇新增就业36万人。

二、今后五年的目标

到2027年，地区生产总值力争达到2万亿元。

三、2023年重点工作

今年经济社会发展的主要预期目标是：地区生产总值增长4%左右，城镇新增就业35万人。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
}, 60_000);

test("where no year is asked, what the report thinks will have come about goes before an aim of a later year", async () => {
  const { answer: told } = await answer("青溪省GDP是多少");
  expect(told).toMatch(/2022年地区生产总值预计为1\.6万亿元/u);
  expect(told).not.toContain("2万亿元");
});

test("a share of an indicator is not its growth", async () => {
  const { status, answer: told } = await answer("去年GDP涨了几个点");
  expect(status).toBe("refused");
  expect(told).not.toContain("23%");
});

test.each(["今年经济想涨几个点", "今年经济力争增长多少"])(
  "a word of intent may stand within a name: %s",
  async (asked) => {
    expect((await answer(asked)).answer).toMatch(/2023年地区生产总值增速的目标为4%左右/u);
  },
);

test.each(["23年打算新增就业多少人 去年实际是多少", "去年实际新增就业多少人，23年打算新增多少"])(
  "the year before an aim is the year before it, and no change is computed from a result to an aim: %s",
  async (asked) => {
    const { answer: told } = await answer(asked);
    expect(told).toMatch(/2022年[^\n]*36万人/u);
    expect(told).toMatch(/2023年[^\n]*35万人/u);
    expect(told).not.toContain("减少1万人");
  },
);
