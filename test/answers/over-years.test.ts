import { describe, expect, test } from "vitest";
import { asksOverYears, overYearsDraft } from "#answer/compare/over-years.ts";
import { Desk } from "#answer/desk.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const text = [
  "全县地区生产总值从2015年的45亿元增长到70亿元，年均增长4.7%。",
  "城乡居民人均可支配收入分别达到30283元、10324元，年均分别增长16.7%、18.1%。",
  "森林覆盖率由2015年的38%增长到46%。",
  "“十四五”时期的总体目标是：地区生产总值突破90亿元，年均增长7%。",
  "今年固定资产投资增长7%。",
  "",
].join("\n");
const sources = sourcesOf([documentWith({ text, region: "山县", reviewYear: 2020, years: [2020, 2021] })]);
const understand = createUnderstand(sources.outline);
const told = (asked: string) => {
  const [block] = overYearsDraft(new Desk(understand([asked]), sources))?.blocks ?? [];
  return block?.type === "paragraph" ? block.text : null;
};

describe("a figure over several years", () => {
  test.each([
    ["山县GDP年均增长多少", "年均增长4.7%"],
    ["山县“十三五”期间GDP年均增长多少", "年均增长4.7%"],
    ["山县“十四五”GDP年均增速目标是多少", "年均增长7%"],
    ["山县城镇居民收入年均增速是多少", "年均分别增长16.7%、18.1%"],
    ["山县森林覆盖率五年提高几个百分点", "由2015年的38%增长到46%"],
  ])("%s", (asked, words) => expect(told(asked)).toContain(words));

  test("is not told by that of one year", () => expect(told("山县固定资产投资年均增长多少")).toBeNull());
  test("is not what a yearly mean concentration is", () => {
    expect(asksOverYears(understand(["山县PM2.5年均浓度"]))).toBe(false);
    expect(asksOverYears(understand(["山县2020年GDP增速"]))).toBe(false);
    expect(asksOverYears(understand(["山县2020年平均每人GDP是多少"]))).toBe(false);
    expect(asksOverYears(understand(["山县2018年、2019年、2020年GDP增速三年里哪年最高"]))).toBe(false);
  });
});
