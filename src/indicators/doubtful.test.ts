import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorRow } from "#domain/indicator.ts";
import { doubtfulRows } from "./doubtful.ts";
import { suspect } from "./suspect.ts";

let made = 0;

function row(value: string, year: number, facts: Partial<IndicatorRow> = {}): IndicatorRow {
  made += 1;
  return {
    id: `r${made}`,
    documentId: "report",
    region: "江北区",
    scope: "own",
    year,
    period: "year",
    indicator: "市场主体总数",
    name: "市场主体",
    kind: "actual",
    value,
    unit: "万户",
    raw: `${value}万户`,
    qualifier: null,
    attribute: null,
    status: null,
    note: null,
    source: "sentence",
    confidence: 0.95,
    start: 0,
    end: 1,
    context: { start: 0, end: 1 },
    section: [],
    ...facts,
  };
}

/** Each doubt as its reason, the row's year and value, and those of the row it is held against. */
function doubts(rows: readonly IndicatorRow[]): string[] {
  return doubtfulRows(rows).map(({ reason, row: doubted, other }) =>
    [reason, doubted.year, doubted.value, other?.year, other?.value]
      .filter((part) => part !== undefined)
      .join(" "),
  );
}

describe("suspect", () => {
  it("names the value that ten times the others is", () => {
    const series = [row("10.6", 2021), row("11.4", 2022), row("125.5", 2023)];
    expect(series.map((one) => suspect(one, series)?.value ?? null)).toEqual([null, null, "11.4"]);
  });

  it("names both of two alone", () => {
    const pair = [row("10.6", 2022), row("125.5", 2023)];
    expect(pair.map((one) => suspect(one, pair)?.value ?? null)).toEqual(["125.5", "10.6"]);
  });

  it("compares an aim with what was done, in whatever unit", () => {
    const aim = row("100000", 2022, { kind: "target", unit: "户" });
    const done = row("98", 2022);
    expect(suspect(done, [aim, done])).toBe(aim);
  });

  it.each([
    ["growths", { indicator: "地区生产总值增速", unit: "%" }],
    ["shares", { indicator: "常住人口城镇化率", unit: "%" }],
    ["what is done in a year", { indicator: "城镇新增就业人数", unit: "万人" }],
    ["names outside the catalogue", { indicator: "某某平台数", unit: "个" }],
  ])("leaves %s alone", (_what, facts) => {
    const pair = [row("1", 2022, facts), row("10", 2023, facts)];
    expect(pair.map((one) => suspect(one, pair))).toEqual([null, null]);
  });

  it.each([
    ["another region", { region: "渝北区" }],
    ["years far apart", { year: 2010 }],
    ["a unit that does not convert", { unit: "亿元" }],
    ["no number", { value: null }],
    ["zero", { value: "0" }],
  ])("does not compare with %s", (_what, facts) => {
    const one = row("10", 2022);
    expect(suspect(one, [one, row("100", 2023, facts)])).toBeNull();
  });

  it("finds nothing odd in a series that grows by less than half a year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.array(fc.double({ min: 0.7, max: 1.5, noNaN: true })),
        (first, steps) => {
          let value = first;
          const series = steps.slice(0, 8).map((step, at) => {
            value *= step;
            return row(value.toFixed(4), 2015 + at);
          });
          expect(series.filter((one) => suspect(one, series) !== null)).toEqual([]);
        },
      ),
    );
  });
});

describe("doubtfulRows", () => {
  it("names rows that differ on one fact", () => {
    expect(doubts([row("10.6", 2022), row("10.9", 2022)])).toEqual(["conflict 2022 10.9 2022 10.6"]);
  });

  it.each([
    ["rounded", row("10.6", 2022), row("10.62", 2022)],
    ["in another unit", row("10.6", 2022), row("106000", 2022, { unit: "户" })],
    ["said roughly", row("10", 2022, { qualifier: "超" }), row("10.3", 2022)],
    ["an aim", row("10", 2022, { kind: "target" }), row("12", 2022)],
    ["of another year", row("10", 2022), row("12", 2023)],
  ])("finds no conflict with the same value %s", (_how, one, other) => {
    expect(doubts([one, other])).toEqual([]);
  });

  it("names rows that were read with little confidence", () => {
    expect(doubts([row("10", 2022, { confidence: 0.65 })])).toEqual(["confidence 2022 10"]);
  });

  it("names rows out of their series first", () => {
    expect(doubts([row("10.6", 2022), row("125.5", 2023, { confidence: 0.6 })])).toEqual([
      "series 2022 10.6 2023 125.5",
      "series 2023 125.5 2022 10.6",
      "confidence 2023 125.5",
    ]);
  });
});
