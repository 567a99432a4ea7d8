import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrees, factFor, settle } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { documentWith, rowWith, sourcesOf } from "./example-sources.ts";

const older = documentWith({ id: "older", reviewYear: 2020, planYear: 2021 });
const own = documentWith({ id: "own", reviewYear: 2022, planYear: 2023 });
const newer = documentWith({ id: "newer", reviewYear: 2023, planYear: 2024 });
const sources = sourcesOf([older, own, newer]);
const first = (...rows: IndicatorRow[]) => settle(rows, sources)?.row.id;

describe("which of several rows for one fact is shown", () => {
  test("none of none", () => expect(settle([], sources)).toBeNull());
  test("a number before words", () => {
    const words = rowWith({ id: "words", value: null, raw: "完成预期", documentId: "own" });
    const number = rowWith({ id: "number", source: "sentence", documentId: "newer", confidence: 0.8 });
    expect(first(words, number)).toBe("number");
  });
  test("a table before a sentence", () => {
    const sentence = rowWith({ id: "sentence", source: "sentence", documentId: "own", confidence: 0.99 });
    expect(first(sentence, rowWith({ id: "table", documentId: "newer" }))).toBe("table");
  });
  test("for a result, the report that looks back on the year", () => {
    const rows = [
      rowWith({ id: "later", documentId: "newer" }),
      rowWith({ id: "its own", documentId: "own" }),
    ];
    expect(first(...rows)).toBe("its own");
  });
  test("for a target, the report that looks forward to the year", () => {
    const target = { kind: "target", year: 2023 } as const;
    const looksBack = rowWith({ id: "looks back", documentId: "newer", ...target });
    const looksForward = rowWith({ id: "looks forward", documentId: "own", ...target });
    expect(first(looksBack, looksForward)).toBe("looks forward");
  });
  test("then the later report, then the surer reading, then the order of the text", () => {
    const at = (id: string, parts: Partial<IndicatorRow>) =>
      rowWith({ id, year: 2019, source: "sentence", ...parts });
    expect(first(at("older", { documentId: "older" }), at("newer", { documentId: "newer" }))).toBe("newer");
    expect(first(at("unsure", { confidence: 0.7 }), at("sure", { confidence: 0.9 }))).toBe("sure");
    expect(first(at("below", { start: 20 }), at("above", { start: 10 }))).toBe("above");
  });
  test("whatever order they come in", () => {
    const rows = ["older", "own", "newer"].flatMap((documentId) =>
      (["table", "sentence"] as const).map((source) =>
        rowWith({ id: `${documentId} ${source}`, documentId, source }),
      ),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(first(...shuffled)).toBe("own table");
      }),
    );
  });
});

describe("rows that print something else", () => {
  test("are kept beside the one shown, never averaged", () => {
    const shown = rowWith({ documentId: "own" });
    const other = rowWith({ id: "other", documentId: "newer", value: "3.9", raw: "3.9" });
    expect(settle([other, shown], sources)).toEqual({ row: shown, conflicts: [other] });
  });
  test("are no conflict when they print the same amount", () => {
    const same = rowWith({ id: "same", documentId: "newer", value: "3.70", raw: "3.70%" });
    expect(settle([rowWith({ documentId: "own" }), same], sources)?.conflicts).toEqual([]);
  });
});

describe("looking one fact up", () => {
  const level = rowWith({ id: "level", indicator: "地区生产总值", value: "1602.8", unit: "亿元" });
  const target = rowWith({ id: "target", kind: "target", value: "7", raw: "7左右" });
  const held = sourcesOf([documentWith()], [level, target, rowWith({ id: "growth" })]);
  const at = { region: "江北区", year: 2022, kind: "actual" } as const;

  test("the first name that is held answers", () => {
    const names = ["不存在的指标", "地区生产总值", "地区生产总值增速"];
    expect(factFor(held, { ...at, names })?.row.id).toBe("level");
  });
  test("a target is never taken for a result, nor a result for a target", () => {
    const names = ["地区生产总值增速"];
    expect(factFor(held, { ...at, names })?.row.id).toBe("growth");
    expect(factFor(held, { ...at, kind: "target", names })?.row.id).toBe("target");
    expect(factFor(held, { ...at, kind: "target", names: ["地区生产总值"] })).toBeNull();
  });
  test("another region or year is never taken", () => {
    const names = ["地区生产总值增速"];
    expect(factFor(held, { ...at, region: "渝北区", names })).toBeNull();
    expect(factFor(held, { ...at, year: 2021, names })).toBeNull();
  });
});

describe("two rows agree", () => {
  const amount = (value: string, unit: string | null) => rowWith({ value, unit, raw: value });
  test.each([
    ["with the same digits", amount("3.7", "%"), amount("3.7", "%"), true],
    ["with a zero more", amount("3.7", "%"), amount("3.70", "%"), true],
    ["in another unit of the same kind", amount("1.9", "万亿元"), amount("19000", "亿元"), true],
    ["in people and ten thousands of them", amount("4.5", "万人"), amount("45000", "人"), true],
    ["where one is the other rounded", amount("4.5", "万人"), amount("45489", "人"), true],
    ["not where one digit could be the rounding of too much", amount("5", "%"), amount("5.2", "%"), false],
    ["not with other digits", amount("3.7", "%"), amount("3.8", "%"), false],
    ["not with another amount in another unit", amount("1.9", "万亿元"), amount("1900", "亿元"), false],
  ])("%s", (_how, a, b, expected) => {
    expect(agrees(a, b)).toBe(expected);
    expect(agrees(b, a)).toBe(expected);
  });
});

describe("a value as a reader sees it", () => {
  const printed = (raw: string, value: string | null, unit: string | null) =>
    printedValue(rowWith({ raw, value, unit }));
  test.each([
    ["4.7", "4.7", "%", "4.7%"],
    ["-2.7", "-2.7", "%", "-2.7%"],
    ["7左右", "7", "%", "7%左右"],
    ["6.5以上", "6.5", "%", "6.5%以上"],
    ["2.5以内", "2.5", "%", "2.5%以内"],
    ["≥315", "315", "天", "≥315天"],
    ["≤16", "16", "人", "≤16人"],
    ["310天以上", "310", "天", "310天以上"],
    ["14", "14", "万元/人", "14万元/人"],
    ["3.5、保持全市前列", "3.5", "%", "3.5%、保持全市前列"],
    ["4左右（保持全市前列）", "4", "%", "4%左右（保持全市前列）"],
    ["-11.2（调整后)", "-11.2", "%", "-11.2%（调整后)"],
    ["完成市级下达任务（6000）", "6000", "万美元", "完成市级下达任务（6000万美元）"],
    ["完成市级下达任务", null, "%", "完成市级下达任务"],
    ["与上年持平", null, "亿元", "与上年持平"],
    ["正增长", null, "%", "正增长"],
    ["—", null, "%", "—"],
    ["≤0.022", "0.022", null, "≤0.022"],
    ["1,744", "1744", "亿元", "1,744亿元"],
    ["338.9亿元", "338.9", "亿元", "338.9亿元"],
    ["下降5.4%", "-5.4", "%", "下降5.4%"],
    ["65元/人/年", "65", "元/人/年", "65元/人/年"],
  ])("%s", (raw, value, unit, expected) => expect(printed(raw, value, unit)).toBe(expected));
});
