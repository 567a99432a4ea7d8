import { describe, expect, test } from "vitest";
import { partOfYear, severalYears } from "./period-words.ts";

describe("partOfYear", () => {
  test.each([
    ["2023年1-11月主要经济指标", "2023-01/2023-11"],
    ["1—11月份完成", "2023-01/2023-11"],
    ["1至6月", "2023-H1"],
    ["一季度", "2023-Q1"],
    ["第3季度", "2023-Q3"],
    ["前三季度", "2023-01/2023-09"],
    ["前两季度", "2023-H1"],
    ["前11个月", "2023-01/2023-11"],
    ["上半年完成", "2023-H1"],
    ["5月份", "2023-05/2023-05"],
    ["截至11月底", "at:2023-11-30"],
    ["6月30日", "at:2023-06-30"],
    ["12月末余额", "at:2023-12-31"],
    ["1-12月", "year"],
  ])("%s", (words, period) => expect(partOfYear(words, 2023)).toBe(period));

  test.each(["2023年主要指标", "全年", "年末常住人口", "3个月", "2021—2023年"])("%s names none", (words) =>
    expect(partOfYear(words, 2023)).toBeNull(),
  );
});

test.each([
  ["“十三五”年均增长", "2016/2020"],
  ["十四五时期", "2021/2025"],
  ["“十五”期间", "2001/2005"],
  ["2016-2020年年均增速", "2016/2020"],
  ["年均增长", null],
])("%s is of %s", (words, period) => expect(severalYears(words)).toBe(period));
