import { describe, expect, it } from "vitest";
import { looksLikeValue, readCell } from "./cell-value.ts";

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
});

describe("looksLikeValue", () => {
  it.each(["7 左右", "—", "市级下达", "第2位", "完成市级下达任务（6000）"])("takes %s", (cell) => {
    expect(looksLikeValue(cell)).toBe(true);
  });
  it.each([
    "完成3个片区征收，启动8条道路改造，总投资12亿元",
    "市发改局",
    "重大活动：成功举办2022年江北嘴新金融峰会",
  ])("refuses %s", (cell) => {
    expect(looksLikeValue(cell)).toBe(false);
  });
});
