import { expect, test } from "vitest";
import { spelledRight } from "./misspelt.ts";

const printedIn = (text: string) => ({ holds: (pair: string) => text.includes(pair), weight: () => 1 });
const printed = printedIn("实现网络销售额737亿元、增长40%，新建学校3所");

test.each([
  ["网络消售额", "网络销售额"],
  ["网络消售额增涨", "网络销售额增长"],
])("%s", (topic, right) => expect(spelledRight(topic, printed)).toBe(right));

test("what is printed, or is a word, stays", () => {
  expect(spelledRight("网络销售额增长", printed)).toBeNull();
  expect(spelledRight("录取率", printed)).toBeNull();
});
test("what no report prints in another spelling stays", () => {
  expect(spelledRight("网络消售额", printedIn("新建学校3所"))).toBeNull();
});
