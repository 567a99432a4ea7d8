import fc from "fast-check";
import { expect, test } from "vitest";
import { readYears } from "./years.ts";

test.each<[string, number[]]>([
  ["江北2022年gdp", [2022]],
  ["二〇二二年", [2022]],
  ["二零二零年和二〇二二年", [2020, 2022]],
  ["22年的gdp", [2022]],
  ["92年国民生产总值", [1992]],
  ["88年到90年农民收入", [1988, 1989, 1990]],
  ["80年代的产量", []],
  ["90年来", []],
  ["2020到2022年提升几个点", [2020, 2021, 2022]],
  ["2020年、2022年实际、2023年预期", [2020, 2022, 2023]],
  ["2020-2022", [2020, 2021, 2022]],
  ["近20年来", []],
  ["投资2000元", []],
  ["in 2022: jiangbei", [2022]],
  ["1862项目", []],
  ["2022年度和2023年底", [2022, 2023]],
  ["20年到22年", [2020, 2021, 2022]],
  ["二零二零年至2022年", [2020, 2021, 2022]],
  ["2030人、2000万元、2050公里", []],
  ["12022和2022.5", []],
  ["第20年、十四五", []],
  ["十二五森林覆盖率目标", [2015]],
  ["十三五城镇化率达到多少", [2020]],
  ["十四五规划的目标", []],
  ["十一五年均增长目标", []],
  ["2022年和2022年", [2022]],
])("%s → %j", (text, years) => expect(readYears(text).years).toEqual(years));

test("relative words keep their distance from the newest report", () => {
  expect(readYears("去年gdp多少").relative).toMatchObject([{ phrase: "去年", from: 0, to: 0 }]);
  expect(readYears("今年目标").relative).toMatchObject([{ from: 1, to: 1 }]);
  expect(readYears("近三年").relative).toMatchObject([{ from: -2, to: 0 }]);
  expect(readYears("明年").relative).toMatchObject([{ from: 2, to: 2 }]);
  expect(readYears("前年").relative).toMatchObject([{ from: -1, to: -1 }]);
  expect(readYears("what was it last year").relative).toMatchObject([{ from: 0, to: 0 }]);
  expect(readYears("今年目标多少，去年实际多少").relative).toMatchObject([{ from: 0 }, { from: 1 }]);
  expect(readYears("2022年").relative).toEqual([]);
});

test("a range is told from two single years", () => {
  expect(readYears("2020年到2022年").range).toBe(true);
  expect(readYears("2020年和2022年").range).toBe(false);
});

test("years are taken out of the question", () => {
  expect(readYears("江北2022年gdp").rest.replace(/\s+/g, " ")).toBe("江北 gdp");
  expect(readYears("江北去年gdp").rest.replace(/\s+/g, " ")).toBe("江北 gdp");
});

test("every year of this century is read however it is written", () => {
  const chinese = (year: number) =>
    [...String(year)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2039 }), (year) => {
      for (const written of [
        `${year}年`,
        `江北${year}的gdp`,
        `${chinese(year)}年`,
        `${String(year).slice(2)}年的gdp`,
      ])
        expect(readYears(written).years, written).toEqual([year]);
    }),
  );
});

test("a range holds every year from its first to its last", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2020 }), fc.integer({ min: 1, max: 20 }), (from, length) => {
      const { years } = readYears(`${from}年到${from + length}年`);
      expect(years).toEqual(Array.from({ length: length + 1 }, (_, i) => from + i));
    }),
  );
});

test("years come in order, once each, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const { years } = readYears(text);
      expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
    }),
  );
});
