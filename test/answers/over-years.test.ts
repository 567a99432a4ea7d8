import { describe, expect, test } from "vitest";
import { asksOverYears, overYearsDraft } from "#answer/compare/over-years.ts";
import { yearsTogetherDraft } from "#answer/compare/years-together.ts";
import { Desk } from "#answer/desk.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, rowWith, sourcesOf } from "./example-sources.ts";

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

describe("five years, one of them and an aim in one question", () => {
  const jobs = { indicator: "城镇新增就业人数", name: "城镇新增就业", unit: "万人" };
  const held = sourcesOf(
    [documentWith({ text: "五年城镇新增就业11.4万人。2022年新增2.4万人，2023年力争新增2.5万人。" })],
    [
      rowWith({ ...jobs, period: "2018/2022", value: "11.4", raw: "11.4万人" }),
      rowWith({ ...jobs, value: "2.4", raw: "2.4万人" }),
      rowWith({ ...jobs, year: 2023, kind: "target", value: "2.5", raw: "2.5万人" }),
    ],
  );
  const read = createUnderstand(held.outline);
  const lines = (asked: string) =>
    (yearsTogetherDraft(read([asked]), held)?.blocks ?? []).map((block) =>
      block.type === "paragraph" ? block.text : "",
    );

  test("each is told with its own time and kind", () => {
    const [five, year, aim] = lines("江北区城镇新增就业：五年累计、2022年、2023年目标");
    expect(five).toContain("2018—2022年城镇新增就业人数为11.4万人");
    expect(year).toContain("2022年城镇新增就业人数为2.4万人");
    expect(aim).toMatch(/2023年城镇新增就业人数.*目标.*2.5万人/u);
  });

  test("a single year summed up is no five years", () => {
    expect(lines("江北区2022年累计城镇新增就业多少")).toEqual([]);
    expect(lines("江北区三年城镇新增就业累计多少")).toEqual([]);
  });
});
