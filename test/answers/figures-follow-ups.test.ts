import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Questions and conversations about several figures over the shipped reports, answered as a reader meets them. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

const told = async (...turns: readonly string[]) => (await corpus.answer(...turns)).answer;

describe("a figure is set beside the one talked of before", () => {
  test("城镇是农村的几倍, after one of them", async () => {
    expect(await told("渝北2023年城镇居民人均可支配收入是多少？", "城镇是农村的几倍？")).toContain("2.02倍");
  });
  test("of another place and year", async () => {
    const turns = ["渝北2023年社零总额多少", "增速呢", "比江北2022年的快多少个点"];
    expect(await told(...turns)).toContain("10.6 − 4 = 6.6");
  });
  test("of another year and kind, from the earlier to the later", async () => {
    const answer = await told("渝北2024年进出口目标多少？", "比2023年实际多多少？");
    expect(answer).toContain("从2023年（实际）到2024年（目标）");
    expect(answer).toContain("1666.5 − 1660 = 6.5");
  });
  test("明年 after a year is the year after that", async () => {
    expect(await told("江北2022年GDP增速多少？", "明年目标呢？")).toContain(
      "2023年地区生产总值增速的目标为6.5%以上",
    );
  });
  test("比去年 is set against the year before the one talked of", async () => {
    const answer = await told("江北2022年新增就业多少", "2023年目标呢", "比去年多多少");
    expect(answer).toContain("5.5 − 3.5 = 2");
    expect(await told("江北2022年GDP多少？", "比去年多多少？")).not.toContain("1744");
  });
  test("by their growth where the faster is asked for", async () => {
    const turns = ["渝北城镇居民2023年人均可支配收入多少？", "农村的呢？", "哪个增得快？"];
    expect(await told(...turns)).toContain("6.4 − 4.5 = 1.9");
    expect(await told("渝北2023年GDP多少？", "江北呢？", "哪边增长更快？")).toContain("6.7 − 4.2 = 2.5");
  });
  test.each([
    ["大渡口2022年新开工和竣工投用的项目，哪个多？", "68 − 67 = 1"],
    ["江北2022年建成投用和开工建设的区级重点项目哪个多？", "36 − 25 = 11"],
  ])("%s: both are told, also where the table knows one of them", async (asked, computed) => {
    expect(await told(asked)).toContain(computed);
  });
  test.each([
    ["大渡口2022年建成的智能工厂和数字化车间哪个多，多几个？", "9 − 3 = 6"],
    ["渝北2023年刑事警情和治安警情，哪个降得多？", "治安警情增速比刑事警情增速降得更多"],
    ["江北2023年重点项目里，社会投资和政府投资的个数相差多少？", "161 − 73 = 88"],
    ["大渡口2022年新培育的科技型企业和认定的国家高新技术企业，哪个数量多？", "84 − 67 = 17"],
    ["大渡口2022年小面快消品和大健康产业，哪个增速快，快多少？", "47.3 − 42.6 = 4.7"],
  ])("%s: what is counted, what fell, what is new", async (asked, computed) => {
    expect(await told(asked)).toContain(computed);
  });
  test.each([
    ["江北全员劳动生产率从2020年的实际到2021年的预期，涨了多少？", "26 − 25 = 1"],
    ["江北森林覆盖率从2020年到2021年预期提高几个点", "27 − 26.5 = 0.5"],
    ["江北2022年工业增加值增速还是社零增速高？", "19.5 − 4 = 15.5"],
    ["渝北2023年增长更快的是文化产业还是旅游产业增加值？", "35 − 21 = 14"],
  ])("%s: a stretch ends in an aim, the one or the other is higher", async (asked, computed) => {
    const answer = await told(asked);
    expect(answer).toContain(computed);
    expect(answer).not.toContain("没有查到");
  });
  test("哪个高一些 sets two aims of two years beside each other", async () => {
    const turns = ["渝北2024年空气质量优良天数目标多少天？", "江北2023年的目标呢？", "哪个高一些？"];
    expect(await told(...turns)).toContain("320 − 310 = 10");
  });
  test("words that only point and count come near to no indicator", async () => {
    const turns = ["大渡口2022年智能工厂建了几个？", "数字化车间呢？", "2023年这两样一共打算新增几个以上？"];
    const answer = await told(...turns);
    expect(answer).toContain("2个以上");
    expect(answer).not.toContain("17600");
  });
  test("the passage that tells both is given where the table knows one of them", async () => {
    expect(await told("渝北2023年生产安全事故起数和死亡人数分别下降多少")).toContain("11.1%");
    expect(await told("渝北村集体经济经营性收入，2023年多少、2024年目标多少？")).toContain("4.6亿元以上");
  });
  test("of two parts of a table: 哪块大", async () => {
    const turns = ["江北2023年社会投资项目总投资多少？", "政府投资项目呢？", "哪块大，大多少？"];
    expect(await told(...turns)).toContain("1508 − 715.3 = 792.7");
  });
  test("the larger is told as so many times the smaller, whichever was named first", async () => {
    const answer = await told("渝北2023年农村人和城里人收入各多少？差几倍？");
    expect(answer).toContain("城镇居民人均可支配收入约为农村居民人均可支配收入的2.02倍");
  });
});

describe("targets met and missed", () => {
  test.each([
    [["江北2022年固定资产投资完成多少？", "比年初目标多多少？"], "317.7 − 310 = 7.7"],
    [
      ["江北2022年固定资产投资完成多少？", "社零呢？", "回到第一个问题，它比目标多多少？"],
      "317.7 − 310 = 7.7",
    ],
    [["大渡口2022年存贷款余额增速是多少？", "离目标差多远？"], "10 − 0.54 = 9.46"],
  ])("%s: the distance from the target, after a figure", async (turns, computed) => {
    expect(await told(...turns)).toContain(computed);
  });
  test("目标完成了没有 of a place is told in the report's own words, with what was missed", async () => {
    const answer = await told("大渡口2022年的目标完成了没有？");
    expect(answer).toContain("32项指标，共完成23项，完成率71.9%");
    expect(answer).toContain("实际利用外资");
  });
  test("差多少 after those that were missed is how far from the target", async () => {
    const answer = await told("大渡口2022年没完成的指标有哪些？", "社零那项差多少？");
    expect(answer).toContain("15 − 0.6 = 14.4");
  });
  test("a list of them is narrowed and then told with the distance", async () => {
    const turns = ["大渡口2022年没完成的指标有几项？", "其中约束性的是哪一个？", "还差多少天？"];
    expect(await told(...turns.slice(0, 2))).not.toContain("森林覆盖率");
    expect(await told(...turns)).toContain("315 − 305 = 10");
  });
  test("哪几项没完成 names no indicators and asks for them", async () => {
    const answer = await told("江北2022年目标完成得怎么样？", "哪几项没完成？");
    expect(answer).toContain("一般公共预算收入增速：目标3.85%，实际-4.3%");
    expect(answer).not.toContain("固定资产投资：");
  });
});

describe("figures of several years and parts", () => {
  test("one printed in another calibre stands under its own name, and nothing is computed with it", async () => {
    const answer = await told("江北区工业增加值增速：2020、2022实际和2023目标");
    expect(answer).toMatch(/2020年 \| 规模以上工业增加值增速 \| 实际 \| 4.5%/);
    expect(answer).not.toContain("− 4.5");
  });
  test("降了多少 over a stretch of years is the amount's change", async () => {
    expect(await told("江北实际利用外资2020年到2022年是升是降，降了多少？")).toContain("8.5 − 4 = 4.5");
  });
  test("分别增长多少 is the growth of each year", async () => {
    expect(await told("江北GDP 2022年和2023年分别增长多少")).toContain("6.7%");
  });
  test("the column of a table is no indicator beside its parts", async () => {
    const answer = await told("2023年江北重点项目里社会投资的总投资是政府投资的几倍？");
    expect(answer).toContain("1508 ÷ 715.3 ≈ 2.11");
    expect(answer).not.toContain("2223.3");
  });
  test("names that share their end share what is asked", async () => {
    const answer = await told("渝北2023年文化产业和旅游产业的增加值涨了几成？");
    expect(answer).toContain("21%");
    expect(answer).toContain("35%");
  });
});

describe("what a list adds up to", () => {
  test("how many there are is not what they cost", async () => {
    expect(await told("江北2023年的区级民生实事一共安排了多少项？")).not.toContain("40708");
  });
});

test("an aim is set against what was reached the year before it", async () => {
  expect(await told("大渡口2023年新增就业目标", "比2022年少多少")).toContain("45489 − 17600 = 27889");
});
