import { expect, it } from "vitest";
import { withNamesWritten } from "./pinyin-names.ts";

it.each([
  ["2022年gongye zongchanzhi是多少", "2022年工业总产值是多少"],
  ["guding zichan touzi", "固定资产投资"],
])("%s", (typed, written) => {
  expect(withNamesWritten(typed)).toBe(written);
});
it.each(["gdp growth of jiangbei in 2022", "retail sales", "5g base stations", "r&d"])(
  "leaves %s",
  (english) => {
    expect(withNamesWritten(english)).toBe(english);
  },
);
