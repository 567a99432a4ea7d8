import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INDICATOR_KINDS } from "#domain/indicator.ts";
import { type ColumnRow, columnsOf, IndicatorColumns } from "./indicator-columns.ts";

const row: fc.Arbitrary<ColumnRow> = fc.record({
  region: fc.constantFrom("江北区", "渝北区", null),
  indicator: fc.constantFrom("进口", "地区生产总值"),
  documentId: fc.constantFrom("a", "b"),
  year: fc.constantFrom(2020, 2021, 2022),
  kind: fc.constantFrom(...INDICATOR_KINDS),
  value: fc.constantFrom("1", "-2.5", "10", null),
});
const filter = fc.record(
  {
    regions: fc.subarray(["江北区", "渝北区", "别处"]),
    years: fc.subarray([2020, 2021, 1999]),
    kinds: fc.subarray([...INDICATOR_KINDS]),
  },
  { requiredKeys: [] },
);

const passes = (each: ColumnRow, { regions, years, kinds }: Parameters<IndicatorColumns["positions"]>[0]) =>
  (regions?.includes(each.region ?? "") ?? true) &&
  (years?.includes(each.year) ?? true) &&
  (kinds?.includes(each.kind) ?? true);

describe("the columns of the rows", () => {
  test("let the same rows through as a look at each", () => {
    fc.assert(
      fc.property(fc.array(row), filter, (rows, wanted) => {
        const found = new IndicatorColumns(columnsOf(rows)).positions(wanted);
        const expected = rows.flatMap((each, at) => (passes(each, wanted) ? [at] : []));
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  test("sort by value with rows without one last, either way", () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom("asc" as const, "desc" as const), (rows, order) => {
        const found = new IndicatorColumns(columnsOf(rows)).positions({}, "value", order);
        const values = [...found].map((at) => rows[at]?.value ?? null);
        const sign = order === "asc" ? 1 : -1;
        const expected = [...values].sort((a, b) =>
          a === null || b === null ? Number(a === null) - Number(b === null) : sign * (Number(a) - Number(b)),
        );
        expect(values).toEqual(expected);
      }),
    );
  });

  test("count each value among the rows that pass the other filters", () => {
    fc.assert(
      fc.property(fc.array(row), filter, (rows, wanted) => {
        const { year } = new IndicatorColumns(columnsOf(rows)).facets(wanted, 50);
        const { years: _, ...others } = wanted;
        for (const { value, rows: count } of year) {
          expect(count).toBe(
            rows.filter((each) => String(each.year) === value && passes(each, others)).length,
          );
        }
      }),
    );
  });

  test("stand in the order of region, indicator, year and kind, names as a Chinese reader expects them", () => {
    const base = { indicator: "进口", documentId: "a", kind: "actual", value: "1" } as const;
    const rows = [
      { ...base, region: "渝北区", year: 2020 },
      { ...base, region: "大渡口区", year: 2021 },
      { ...base, region: "大渡口区", year: 2020 },
    ];
    expect([...new IndicatorColumns(columnsOf(rows)).positions({})]).toEqual([2, 1, 0]);
  });
});
