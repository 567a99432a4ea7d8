import { expect, it } from "vitest";
import { foldNumbers, holds, holdsEvidence, withoutMarkers } from "./match.ts";

it("drops thousands commas and no others", () => {
  expect(foldNumbers("2,442.6、12,345,678、４．７，338.9")).toBe("2442.6、12345678、4.7,338.9");
});

it("finds a figure only as a whole figure", () => {
  expect(holds("增长10人", "10")).toBe(true);
  expect(holds("在2010年", "10")).toBe(false);
  expect(holds("为14.5", "14")).toBe(false);
  expect(holds("为3.14", "14")).toBe(false);
  expect(holds("为14。", "14")).toBe(true);
  expect(holds("为16,900.00万元", "16900")).toBe(true);
  expect(holds("为642986.30万元", "642,986.3")).toBe(true);
  expect(holds("为16,900.05万元", "16900")).toBe(false);
  expect(holds("为100万元", "10")).toBe(false);
});

it("finds words in either width and case", () => {
  expect(holds("ＧＤＰ为338.9亿元", "gdp")).toBe(true);
  expect(holds("占比（%）", "（%）")).toBe(true);
});

it("compares evidence without white space and bars", () => {
  expect(holdsEvidence("| 人均\u3000| 16.5 |\n| 17.1 |", "人均16.517.1")).toBe(true);
});

it("takes citation markers out, and no links", () => {
  expect(withoutMarkers("增长3.7%[1][2]。[网页](https://a.b)")).toBe("增长3.7%  。[网页](https://a.b)");
});
