import { expect, it } from "vitest";
import { compact } from "./compact.ts";

it("leaves white space and marks of notes out and finds the way back", () => {
  const text = "全市 生产总值② 达到 1 ２00 亿元";
  const { text: compacted, spanOf } = compact(text, { start: 0, end: text.length });
  expect(compacted).toBe("全市生产总值达到1200亿元");
  const at = compacted.indexOf("1200");
  const { start, end } = spanOf(at, at + 4);
  expect(text.slice(start, end)).toBe("1 ２00");
});

it("knows the small forms of the marks that part clauses", () => {
  const text = "投资增长8%﹔出口增长5%﹐进口增长4%";
  expect(compact(text, { start: 0, end: text.length }).text).toBe("投资增长8%；出口增长5%，进口增长4%");
});
