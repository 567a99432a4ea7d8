import { beforeAll, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `青溪省2026年政府工作报告

一、2025年工作回顾

地区生产总值跨越5000亿元大关。进出口总额突破700亿元。粮食产量突破80亿斤。

全年实现地区生产总值5696亿元，增长5.3%；进出口总额1260亿元；粮食产量76.2亿斤。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
}, 60_000);

test("a mark that the figure passed is no other record of it", async () => {
  const { answer: told } = await answer("青溪省2025年GDP是多少");
  expect(told).toContain("5696亿元");
  expect(told).not.toContain("5000");
});

test.each([
  ["far below the figure", "青溪省2025年进出口总额是多少", "700亿元"],
  ["above it", "青溪省2025年粮食产量是多少", "80亿斤"],
])("a mark %s is told beside it", async (_, asked, mark) => {
  expect((await answer(asked)).answer).toContain(mark);
});
