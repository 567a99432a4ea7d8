import { describe, expect, it } from "vitest";
import { isFigureCell, readCell } from "./read-cell.ts";

describe("readCell", () => {
  it.each([
    ["7 左右", "7", null, "左右"],
    ["82以上", "82", null, "以上"],
    ["≤0.021", "0.021", null, "≤"],
    ["2.5 以内", "2.5", null, "以内"],
    ["与上年持平", null, null, "与上年持平"],
    ["市级下达", null, null, "市级下达"],
    ["——", null, null, null],
    ["310 天以上", "310", "天", "以上"],
    ["3.5、保持全市前列", "3.5", null, "保持全市前列"],
    ["4左右（保持全市前列）", "4", null, "左右（保持全市前列）"],
    ["-11.2\n（调整后)", "-11.2", null, "调整后"],
    ["完成市级下达任务\n（6000）", "6000", null, "完成市级下达任务"],
    ["-4.3", "-4.3", null, null],
    ["1,234.5", "1234.5", null, null],
    ["81.6%", "81.6", "%", null],
    ["6-6.5", "6", null, "至6.5"],
    ["下降3%", "-3", "%", null],
    ["７．５", "7.5", null, null],
  ])("reads %j", (cell, value, unit, qualifier) => {
    expect(readCell(cell)).toMatchObject({ value, unit, qualifier });
  });

  it("reads nothing from an empty cell", () => {
    expect(readCell(" \n")).toBeNull();
  });

  it.each([
    ["(2.3)", "-2.3"],
    ["（2.3%）", "-2.3"],
    ["(1,402.8)", "-1402.8"],
    ["↓1.6", "-1.6"],
    ["↑ 1.6", "1.6"],
    ["—1.6", "-1.6"],
    ["−1.6", "-1.6"],
    ["负增长1.6", "-1.6"],
    ["(2023)", "2023"],
  ])("the sign of %j", (cell, value) => expect(readCell(cell)?.value).toBe(value));

  it.each([
    ["▲3.2", "triangle"],
    ["45 41.6", "spacing"],
    ["1,2345", "grouping"],
    ["45；41.6", "several"],
    ["±0.5", "sign"],
    ["8—6", "range"],
    ["10<sup>4</sup>", "power"],
  ])("refuses %j whole: %s", (cell, doubt) =>
    expect(readCell(cell)).toMatchObject({ value: null, qualifier: expect.any(String), doubt }),
  );

  it("reads ▲ by its legend", () => {
    expect(readCell("▲3.2", "fall")).toMatchObject({ value: "-3.2", doubt: null });
    expect(readCell("▲3.2", "rise")).toMatchObject({ value: "3.2", doubt: null });
  });

  it.each([
    ["612.4<sup>1</sup>", "612.4", ["<sup>1</sup>"]],
    ["612.4¹", "612.4", ["¹"]],
    ["45.6 <sup>3</sup>", "45.6", ["<sup>3</sup>"]],
    ["98.7[2]", "98.7", ["[2]"]],
    ["98.7①", "98.7", ["①"]],
    ["98.7*", "98.7", ["*"]],
    ["[12]", "12", []],
  ])("keeps the marks of %j apart", (cell, value, marks) => {
    expect(readCell(cell)).toMatchObject({ value, marks, doubt: null });
  });
});

describe("isFigureCell", () => {
  it.each([
    "-4.3%",
    "≤0.021",
    "7左右",
    "1 402.8",
    "５．８％",
    "120万元以上",
    "3个",
    "5.5-6",
    "(2.3)",
    "98.7[2]",
  ])("takes %s", (cell) => expect(isFigureCell(cell)).toBe(true));
  it.each(["2023", "2023年", "一季度", "5G", "完成3个片区征收", "45 41.6", "—", ""])("refuses %s", (cell) =>
    expect(isFigureCell(cell)).toBe(false),
  );
});
