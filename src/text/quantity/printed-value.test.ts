import { expect, test } from "vitest";
import { printedValue } from "./printed-value.ts";

test.each([
  ["1 402.8", "亿元", "1402.8亿元"],
  ["1，305.2", "亿元", "1305.2亿元"],
  ["1,305.2", "亿元", "1,305.2亿元"],
  ["$6 1 2 . 4$", "亿元", "612.4亿元"],
  ["８１２．４", "亿元", "812.4亿元"],
  ["5．８％", "%", "5.8%"],
  ["98.7[2]", "亿元", "98.7亿元"],
  ["612.4<sup>1</sup>", "亿元", "612.4亿元"],
  ["7 左右", "%", "7%左右"],
  ["≤0.021", "%", "≤0.021%"],
  ["310天以上", "%", "310天以上"],
  ["百分之十三点四", "%", "百分之十三点四"],
  ["1.2万", "万元", "1.2万元"],
  ["(2.3)", "%", "(2.3%)"],
])("%s under %s is told as %s", (raw, unit, told) => {
  expect(printedValue({ value: "1", unit, raw, qualifier: null })).toBe(told);
});

test("a range in per cent says so at both ends", () => {
  expect(printedValue({ value: "5.5", unit: "%", raw: "5.5—6", qualifier: "至6" })).toBe("5.5%—6%");
});

test("words without a figure stand as they are", () => {
  expect(printedValue({ value: null, unit: "%", raw: "与上年持平", qualifier: "与上年持平" })).toBe(
    "与上年持平",
  );
});
