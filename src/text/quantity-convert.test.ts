import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert, convertible } from "./quantity-convert.ts";

describe("convert", () => {
  it.each([
    ["1.9", "万亿元", "亿元", "19000"],
    ["45489", "人", "万人", "4.5489"],
    ["0.1", "亿元", "万元", "1000"],
    ["5.3", "%", "‰", "53"],
    ["2", "平方公里", "公顷", "200"],
    ["14.5", "万元/人", "元/人", "145000"],
    ["3", "亩", "平方米", "2000"],
    ["98", "万户", "户", "980000"],
  ])("says %s %s in %s", (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  it.each([
    ["%", "个百分点"],
    ["亿元", "亿美元"],
    ["人", "人次"],
    ["天", "%"],
    ["亿元", "未知"],
  ])("refuses %s to %s", (from, to) => {
    expect(convert("1", from, to)).toBeNull();
    expect(convertible(from, to)).toBe(false);
  });

  const money = fc.constantFrom("元", "千元", "万元", "百万元", "亿元", "万亿元");
  const decimal = fc.tuple(fc.nat(999999), fc.nat(99)).map(([whole, cents]) => `${whole}.${cents}1`);

  it("comes back to the same decimal, without float noise", () => {
    fc.assert(
      fc.property(decimal, money, money, (value, from, to) => {
        const there = convert(value, from, to);
        expect(there).not.toBeNull();
        expect(convert(there ?? "", to, from)).toBe(value.replace(/^0+(?=\d)/, ""));
      }),
    );
  });
});
