import { beforeAll, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `青溪省2023年政府工作报告

一、2022年工作回顾

交通建设提速。云岭机场开工建设，青河特大桥建成。2022年9月，绕城高速公路全线通车。

二、2023年重点工作

加快推进引江入青工程前期工作。年内开工建设青溪西站。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
}, 60_000);

test.each(["云岭机场几时开工的", "青河特大桥是什么时候建成的", "引江入青工程啥时开工"])(
  "a sentence without a date tells no date: %s",
  async (asked) => {
    expect((await answer(asked)).status).toBe("refused");
  },
);

test.each([
  ["绕城高速公路是什么时候通车的", "2022年9月"],
  ["青溪西站几时开工", "年内"],
])("one with a date tells it: %s", async (asked, date) => {
  const { status, answer: told } = await answer(asked);
  expect(status).toBe("answered");
  expect(told).toContain(date);
});
