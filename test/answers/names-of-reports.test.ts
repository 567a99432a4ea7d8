import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `闽清县2006年政府工作报告

各位代表：

一、2005年工作回顾

初步统计，全县生产总值64亿元，增长11％，城镇居民人均可支配收入实际增长8％，农民人均纯收入实际增长5.6％。城镇化水平由2000年的41.5％提高到47％。我县健儿在省运会上获得17枚金牌，获得第十届全国运动会承办权。我们也面临不少困难和挑战：财力不足，人才短缺。

二、2006年工作安排

要妥善应对各种风险挑战。一是扩大投资。二是改善民生。

（一）扩大交流。利用两地地缘近、血缘亲、文缘同、商缘广、法缘久的有利条件，以“五缘”促发展。

（二）加快建设。打造具有影响力的“两地一区”。围绕打造科技创新策源地，推进改革，围绕打造新兴产业聚集地，发展产业，建设全面绿色转型区。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
});

describe("a name made of counts", () => {
  test("is told by the sentence that strings just so many together", async () => {
    const { status, answer: told } = await answer("闽清县的“五缘”是哪五缘");
    expect(status).toBe("answered");
    expect(told).toContain("地缘近、血缘亲、文缘同、商缘广、法缘久");
  });
  test("or by the sentences that name them", async () => {
    const told = (await answer("闽清县提出的“两地一区”包括哪些？")).answer;
    expect(told).toMatch(/科技创新策源地[\s\S]*新兴产业聚集地[\s\S]*全面绿色转型区/);
  });
});

test("a growth that is told in real terms alone is told so", async () => {
  expect((await answer("闽清县2005年城镇居民人均可支配收入增长多少")).answer).toContain("实际增速为8%");
  expect((await answer("闽清县2005年农民收入涨了多少")).answer).toContain("实际增速为5.6%");
});

test("of years from one to another only those that were named are missed", async () => {
  const told = (await answer("闽清县的城镇化水平2000年到2005年怎么变的？")).answer;
  expect(told).toContain("41.5%升至47%");
  expect(told).not.toContain("2003");
});

test("medals are no money", async () => {
  expect((await answer("闽清县健儿在省运会上得了多少块金牌")).answer).toContain("17枚金牌");
});

test("全国 may begin a name", async () => {
  const { status, answer: told } = await answer("闽清县承办第几届全国运动会？");
  expect(status).toBe("answered");
  expect(told).toContain("第十届全国运动会");
});

test("the incomes set side by side are each told once, by the names that were in use", async () => {
  const { answer: told } = await answer("闽清县2005年城镇居民和农民收入增速差几个百分点");
  expect(told).toContain("8 − 5.6 = 2.4");
  expect(told.match(/5\.6%/g)).toHaveLength(1);
});
