import { expect, it } from "vitest";
import { claimsOf } from "./claims.ts";

const claims = (answer: string) => claimsOf({ answer }).map(({ text, markers }) => [text, ...markers]);

it("takes each sentence with the markers in it or right after it", () => {
  expect(claims("增长3.7%[1]。下降2%。[2][3]")).toEqual([
    ["增长3.7% 。", 1],
    ["下降2%。", 2, 3],
  ]);
});

it("takes list items and table rows, and neither headings nor lead-ins", () => {
  const answer = "## 结果\n\n情况如下：\n\n1. 甲[1]\n- 乙\n\n| 区 | 值 |\n| --- | --- |\n| 甲 | 3。7[2] |";
  expect(claims(answer)).toEqual([["甲", 1], ["乙"], ["| 甲 | 3。7  |", 2]]);
});

it("finds nothing in nothing", () => {
  expect(claims("")).toEqual([]);
  expect(claims("……\n---")).toEqual([]);
});
