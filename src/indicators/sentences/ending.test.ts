import { expect, it } from "vitest";
import { reportWith } from "#indicators/example-report.ts";
import { yearsSpoken } from "./ending.ts";

const report = reportWith({
  title: "高新县政府工作报告",
  region: "高新县",
  years: [2020, 2021],
  reviewYear: 2020,
  planYear: 2021,
  kind: "work-report",
});

it("is the reviewed year looking back, unless an earlier plan is spoken of", () => {
  expect(yearsSpoken(report, "review", ["五年来，森林覆盖率达到45%。"])?.last).toBe(2020);
  expect(yearsSpoken(report, "review", ["“十三五”时期，森林覆盖率达到45%。"])?.last).toBe(2020);
  expect(yearsSpoken(report, "review", ["“十二五”末，森林覆盖率达到45%。"])).toBeNull();
  expect(yearsSpoken(report, "review", ["五年来，森林覆盖率达到45%，较“十二五”末翻一番。"])?.last).toBe(2020);
});

it("is the last year of the plan, or of the years counted from the plan year on, looking forward", () => {
  expect(yearsSpoken(report, "plan", ["“十四五”末，森林覆盖率达到45%。"])?.last).toBe(2025);
  expect(yearsSpoken(report, "plan", ["森林覆盖率达到45%。", "", "二、今后五年工作思路"])?.last).toBe(2025);
  expect(yearsSpoken(report, "plan", ["未来三年，森林覆盖率达到45%。"])?.last).toBe(2023);
  expect(yearsSpoken(report, "plan", ["森林覆盖率达到45%。"])).toBeNull();
  expect(yearsSpoken(report, null, ["五年来，森林覆盖率达到45%。"])).toBeNull();
});

it("counts the years where the words do, and not where a plan is not over", () => {
  expect(yearsSpoken(report, "review", ["五年来，森林覆盖率达到45%。"])).toEqual({ last: 2020, count: 5 });
  expect(yearsSpoken(report, "review", ["“十三五”时期，森林覆盖率达到45%。"])).toEqual({
    last: 2020,
    count: 5,
  });
  expect(yearsSpoken(report, "review", ["“十四五”以来，森林覆盖率达到45%。"])).toEqual({
    last: 2020,
    count: null,
  });
  expect(yearsSpoken(report, "review", ["国企改革三年行动，森林覆盖率达到45%。"])?.count).toBeNull();
});
