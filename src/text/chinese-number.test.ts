import { expect, it } from "vitest";
import { parseChineseNumber, parseCount } from "./chinese-number.ts";

it.each([
  ["七", "7"],
  ["十五", "15"],
  ["五百七十九", "579"],
  ["三万五千", "35000"],
  ["一千零二", "1002"],
  ["七点四", "7.4"],
  ["二〇二二", "2022"],
  ["十二亿三千万", "1230000000"],
  ["两百", "200"],
])("reads %s", (text, digits) => {
  expect(parseChineseNumber(text)).toBe(digits);
});

it.each(["", "万", "点五", "三点", "一点二点三"])("has no number in %j", (text) => {
  expect(parseChineseNumber(text)).toBeNull();
});

it.each([
  ["12", 12],
  ["十二", 12],
  ["两", 2],
  ["几", null],
])("counts %s", (text, count) => {
  expect(parseCount(text)).toBe(count);
});
