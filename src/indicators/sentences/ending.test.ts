import { expect, it } from "vitest";
import { reportWith } from "#indicators/example-report.ts";
import { endingYear } from "./ending.ts";

const report = reportWith({
  title: "高新县政府工作报告",
  region: "高新县",
  years: [2020, 2021],
  reviewYear: 2020,
  planYear: 2021,
  kind: "work-report",
});

it("is the reviewed year looking back, unless an earlier plan is spoken of", () => {
  expect(endingYear(report, "review", ["五年来，森林覆盖率达到45%。"])).toBe(2020);
  expect(endingYear(report, "review", ["“十三五”时期，森林覆盖率达到45%。"])).toBe(2020);
  expect(endingYear(report, "review", ["“十二五”末，森林覆盖率达到45%。"])).toBeNull();
  expect(endingYear(report, "review", ["五年来，森林覆盖率达到45%，较“十二五”末翻一番。"])).toBe(2020);
});

it("is the last year of the plan, or of the years counted from the plan year on, looking forward", () => {
  expect(endingYear(report, "plan", ["“十四五”末，森林覆盖率达到45%。"])).toBe(2025);
  expect(endingYear(report, "plan", ["森林覆盖率达到45%。", "", "二、今后五年工作思路"])).toBe(2025);
  expect(endingYear(report, "plan", ["未来三年，森林覆盖率达到45%。"])).toBe(2023);
  expect(endingYear(report, "plan", ["森林覆盖率达到45%。"])).toBeNull();
  expect(endingYear(report, null, ["五年来，森林覆盖率达到45%。"])).toBeNull();
});
