import { expect, test, vi } from "vitest";
import type { IndicatorRow } from "#domain/indicator.ts";
import { RecentRows } from "./recent-rows.ts";

const rowsOf = (count: number): IndicatorRow[] =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    documentId: "report",
    region: "江北区",
    scope: "own",
    year: 2022,
    period: "year",
    indicator: "地区生产总值",
    name: "地区生产总值",
    kind: "actual",
    value: "1",
    unit: "亿元",
    raw: "1",
    qualifier: null,
    attribute: null,
    status: null,
    note: null,
    source: "table",
    confidence: 1,
    section: [],
    start: 0,
    end: 1,
    context: { start: 0, end: 1 },
  }));

test("the same rows are looked up once", () => {
  const look = vi.fn(() => rowsOf(2));
  const recent = new RecentRows(look);
  expect(recent.rows({ regions: ["江北区"] })).toEqual(rowsOf(2));
  expect(recent.rows({ regions: ["江北区"] })).toEqual(rowsOf(2));
  recent.rows({ regions: ["渝北区"] });
  expect(look).toHaveBeenCalledTimes(2);
});

test("those not asked for longest make room", () => {
  const look = vi.fn(() => rowsOf(9_000));
  const recent = new RecentRows(look);
  for (const year of [2020, 2021, 2020, 2022, 2020]) recent.rows({ years: [year] });
  expect(look).toHaveBeenCalledTimes(3);
  recent.rows({ years: [2021] });
  expect(look).toHaveBeenCalledTimes(4);
});
