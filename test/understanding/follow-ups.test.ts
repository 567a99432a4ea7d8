import { describe, expect, test } from "vitest";
import { indicatorsOf, reading, understand } from "./held-regions.ts";

const FIRST = "江北区2022年GDP增速是多少？";
const GROWTH = ["地区生产总值增速"];

describe("a follow-up changes only what it names", () => {
  test("那大渡口呢: the region", () => {
    expect(reading(FIRST, "那大渡口呢？")).toMatchObject({
      regions: ["大渡口区"],
      years: [2022],
      followUp: true,
    });
    expect(indicatorsOf([FIRST, "那大渡口呢？"])).toEqual(GROWTH);
  });
  test("2021年呢: the year", () => {
    expect(reading(FIRST, "2021年呢？")).toMatchObject({ regions: ["江北区"], years: [2021] });
    expect(indicatorsOf([FIRST, "2021年呢？"])).toEqual(GROWTH);
  });
  test("目标是多少: the kind", () => {
    expect(reading(FIRST, "目标是多少？")).toMatchObject({
      regions: ["江北区"],
      years: [2022],
      kinds: ["target"],
    });
    expect(indicatorsOf([FIRST, "目标是多少？"])).toEqual(GROWTH);
  });
  test("为什么没完成: what is wanted", () => {
    expect(reading(FIRST, "为什么没完成？")).toMatchObject({
      regions: ["江北区"],
      years: [2022],
      operation: "reason",
    });
    expect(indicatorsOf([FIRST, "为什么没完成？"])).toEqual(GROWTH);
  });
  test("这个指标是什么意思: what is wanted", () => {
    expect(reading(FIRST, "这个指标是什么意思？").operation).toBe("definition");
    expect(indicatorsOf([FIRST, "这个指标是什么意思？"])).toEqual(GROWTH);
  });
  test("森林覆盖率呢: the indicator", () => {
    expect(reading(FIRST, "森林覆盖率呢？")).toMatchObject({
      regions: ["江北区"],
      years: [2022],
      operation: "value",
    });
    expect(indicatorsOf([FIRST, "森林覆盖率呢？"])).toEqual(["森林覆盖率"]);
  });
  test("总量呢: the measure", () => {
    expect(indicatorsOf([FIRST, "总量呢？"])).toEqual(["地区生产总值"]);
  });
  test("several things at once", () => {
    expect(reading(FIRST, "那渝北2023年目标呢？")).toMatchObject({
      regions: ["渝北区"],
      years: [2023],
      kinds: ["target"],
    });
  });
});

describe("a correction replaces what was misunderstood", () => {
  test.each(["我是说渝北", "不对，我是说渝北", "错了，渝北", "换成渝北", "应该是渝北"])(
    "%s",
    (correction) => {
      expect(reading(FIRST, correction)).toMatchObject({ regions: ["渝北区"], years: [2022] });
      expect(indicatorsOf([FIRST, correction])).toEqual(GROWTH);
    },
  );
  test("the year", () => {
    expect(reading(FIRST, "不是，我要的是2020年")).toMatchObject({ regions: ["江北区"], years: [2020] });
  });
});

describe("longer conversations", () => {
  test("a pronoun reaches two turns back", () => {
    const turns = [FIRST, "那大渡口呢？", "它的目标是多少？"];
    expect(understand(turns)).toMatchObject({ regions: ["大渡口区"], years: [2022], kinds: ["target"] });
    expect(indicatorsOf(turns)).toEqual(GROWTH);
  });
  test("what was set long ago holds until it is changed", () => {
    const turns = [FIRST, "目标呢？", "那大渡口呢？", "2023年呢？"];
    expect(understand(turns)).toMatchObject({ regions: ["大渡口区"], years: [2023], kinds: ["target"] });
    expect(indicatorsOf(turns)).toEqual(GROWTH);
  });
  test("a new subject keeps the region and the year and drops the rest", () => {
    const question = reading("江北区2022年GDP增速目标是多少？", "常住人口有多少万人");
    expect(question).toMatchObject({ regions: ["江北区"], years: [2022], kinds: [], followUp: false });
  });
  test("a new subject with its own region and year takes nothing over", () => {
    const second = "渝北2023年进出口总额是多少？";
    expect(reading("江北区2022年GDP增速目标是多少？", second)).toMatchObject({
      ...understand([second]),
      followUp: false,
    });
  });
  test("a switch that says so takes nothing over but the words of asking", () => {
    const turns = [FIRST, "换个话题，渝北2023年进出口总额多少？"];
    expect(understand(turns)).toMatchObject({ regions: ["渝北区"], years: [2023] });
    expect(indicatorsOf(turns)).toEqual(["进出口总额"]);
  });
  test("a first turn is never a follow-up", () => {
    expect(understand(["那大渡口呢？"]).followUp).toBe(false);
    expect(understand(["目标是多少？"]).followUp).toBe(false);
  });
});

describe("the stand-alone question is shown back", () => {
  test.each([
    [[FIRST], FIRST],
    [[FIRST, "那大渡口呢？"], "大渡口区2022年地区生产总值增速是多少？"],
    [[FIRST, "目标是多少？"], "江北区2022年地区生产总值增速目标是多少？"],
    [[FIRST, "2021年呢？"], "江北区2021年地区生产总值增速是多少？"],
  ])("%j → %s", (turns, text) => expect(understand(turns).text).toBe(text));

  test("asked by itself, it is read the same way", () => {
    for (const next of ["那大渡口呢？", "2021年呢？", "目标是多少？", "我是说渝北", "森林覆盖率呢？"]) {
      const question = reading(FIRST, next);
      const alone = understand([question.text]);
      const parts = ({ regions, years, kinds, operation }: typeof alone) => ({
        regions,
        years,
        kinds,
        operation,
      });
      expect.soft(parts(alone), question.text).toEqual(parts(question));
      expect.soft(indicatorsOf([question.text]), question.text).toEqual(indicatorsOf([FIRST, next]));
    }
  });
});

test("the same conversation is read the same way twice", () => {
  const turns = [FIRST, "那大渡口呢？", "目标是多少？"];
  expect(understand(turns)).toEqual(understand(turns));
});
