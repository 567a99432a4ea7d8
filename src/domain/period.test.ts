import { describe, expect, test } from "vitest";
import { isWholeYear, monthsOf, type Period, periodWords, stateAt, yearsTogether } from "./period.ts";

describe("periods have one form each, and words of their own", () => {
  test.each<[Period, string, string]>([
    [monthsOf(2023, 1, 12), "year", ""],
    [monthsOf(2023, 1, 3), "2023-Q1", "一季度"],
    [monthsOf(2023, 7, 9), "2023-Q3", "三季度"],
    [monthsOf(2023, 1, 6), "2023-H1", "上半年"],
    [monthsOf(2023, 7, 12), "2023-H2", "下半年"],
    [monthsOf(2023, 1, 9), "2023-01/2023-09", "前三季度"],
    [monthsOf(2023, 1, 11), "2023-01/2023-11", "1—11月"],
    [monthsOf(2023, 5, 5), "2023-05/2023-05", "5月"],
    [monthsOf(2023, 0, 13), "unknown", "时段不明"],
    [yearsTogether(2016, 2020), "2016/2020", "2016—2020年"],
    [yearsTogether(2020, 2020), "unknown", "时段不明"],
    [stateAt(2023, 12), "at:2023-12-31", "截至12月31日"],
    [stateAt(2023, 2), "at:2023-02-28", "截至2月28日"],
    [stateAt(2023, 2, 30), "unknown", "时段不明"],
  ])("%s", (period, wire, words) => {
    expect(period).toBe(wire);
    expect(periodWords(period)).toBe(words);
  });

  test("only the whole year and the state at its end are told of the year", () => {
    expect(isWholeYear("year", 2023)).toBe(true);
    expect(isWholeYear("at:2023-12-31", 2023)).toBe(true);
    for (const part of ["at:2023-06-30", "2023-H1", "2019/2023", "unknown"] as const)
      expect(isWholeYear(part, 2023)).toBe(false);
  });
});
