import { expect, test } from "vitest";
import { readYears } from "./years.ts";

test.each<[string, number[]]>([
  ["江北2022年gdp", [2022]],
  ["二〇二二年", [2022]],
  ["二零二零年和二〇二二年", [2020, 2022]],
  ["22年的gdp", [2022]],
  ["2020到2022年提升几个点", [2020, 2021, 2022]],
  ["2020年、2022年实际、2023年预期", [2020, 2022, 2023]],
  ["2020-2022", [2020, 2021, 2022]],
  ["近20年来", []],
  ["投资2000元", []],
  ["in 2022: jiangbei", [2022]],
  ["1862项目", []],
])("%s → %j", (text, years) => expect(readYears(text).years).toEqual(years));

test("relative words keep their distance from the newest report", () => {
  expect(readYears("去年gdp多少").relative).toMatchObject({ phrase: "去年", from: 0, to: 0 });
  expect(readYears("今年目标").relative).toMatchObject({ from: 1, to: 1 });
  expect(readYears("近三年").relative).toMatchObject({ from: -2, to: 0 });
});
