import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regionReader } from "#question/place/regions.ts";
import { foldPlain } from "#text/fold.ts";
import { outline } from "./held-regions.ts";

const read = regionReader(outline);
const regionsIn = (asked: string) => {
  const { held, other } = read(foldPlain(asked));
  return { held, other };
};

test("the outline names held regions once and the city they lie in", () => {
  expect(outline.regions).toEqual(["江北区", "大渡口区", "渝北区"]);
  expect(outline.parents).toEqual(["重庆市"]);
});

describe("a held region is found", () => {
  test.each([
    ["by its official name", "江北区2022年GDP增速是多少？", ["江北区"]],
    ["by its short name", "江北2022年GDP增速是多少？", ["江北区"]],
    ["after the city it lies in", "重庆市江北区2022年GDP", ["江北区"]],
    ["after the city's short name", "重庆江北区2022年GDP", ["江北区"]],
    ["in traditional characters", "渝北區2023年進出口總額", ["渝北区"]],
    ["in Latin letters", "jiangbei 2022 gdp growth", ["江北区"]],
    ["in Latin letters with a capital and a genitive", "What was Dadukou's GDP in 2022?", ["大渡口区"]],
    ["with one wrong character of three", "大渡囗2022年GDP", ["大渡口区"]],
    ["with a word of the same sound before 区", "余北区2023年GDP", ["渝北区"]],
    ["in order of mention", "渝北和江北2023年GDP谁高", ["渝北区", "江北区"]],
    ["once however often it is named", "江北区的江北区GDP", ["江北区"]],
    ["three at a time", "江北、大渡口、渝北2023年GDP", ["江北区", "大渡口区", "渝北区"]],
  ])("%s", (_how, asked, held) => expect(regionsIn(asked)).toEqual({ held, other: [] }));
});

describe("a region that is not held is named, so that it can be refused by name", () => {
  test.each([
    ["a neighbour in full", "南岸区2022年GDP是多少", ["南岸区"]],
    ["a neighbour in short", "沙坪坝2022年GDP是多少", ["沙坪坝区"]],
    ["a neighbour farther off", "万州2022年GDP是多少", ["万州区"]],
    ["a province", "四川省2022年GDP", ["四川省"]],
    ["a city by its short name", "成都2022年GDP", ["成都市"]],
    ["a county elsewhere, in full", "余姚市2022年GDP", ["余姚市"]],
  ])("%s", (_how, asked, other) => expect(regionsIn(asked)).toEqual({ held: [], other }));
});

describe("what only begins like a region is none", () => {
  test.each(["江北国际机场有多少航线", "江北嘴有多少家银行", "江北机场三期", "看看GDP"])("%s", (asked) =>
    expect(regionsIn(asked)).toEqual({ held: [], other: [] }),
  );
});

test("a region is taken out of the question, so that it is not searched for", () => {
  expect(read("江北区2022年gdp").rest.trim()).toBe("2022年gdp");
});

test("whose head it is stays in the question", () => {
  expect(read("江北区长是谁").rest.trim()).toBe("区长是谁");
  expect(read("江北区长安工厂").rest.trim()).toBe("长安工厂");
});

test("a name in the midst of a quoted name stays a part of that name", () => {
  expect(regionsIn("打造“重庆小首尔”了吗").other).toEqual([]);
});

test("any question that names a held region in full is read as being about it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...outline.regions),
      fc.integer({ min: 2018, max: 2026 }),
      fc.constantFrom("GDP", "常住人口", "森林覆盖率", "进出口总额", "重点项目有哪些"),
      (region, year, what) => {
        expect(regionsIn(`${region}${year}年${what}`)).toEqual({ held: [region], other: [] });
        expect(regionsIn(`${year}年${region}${what}`)).toEqual({ held: [region], other: [] });
      },
    ),
  );
});

test("reading never fails and never invents a region, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (asked) => {
      const { held } = read(foldPlain(asked));
      for (const region of held) expect(outline.regions).toContain(region);
    }),
  );
});
