import { describe, expect, test } from "vitest";
import { metByArithmetic, metByReport } from "#answer/figures/met.ts";
import { rowWith } from "./example-sources.ts";

interface Case {
  readonly target: string;
  readonly actual: string;
  readonly indicator?: string;
  readonly unit?: string;
}

function met({ target, actual, indicator = "地区生产总值增速", unit = "%" }: Case) {
  const digits = (raw: string) => /-?\d+(?:\.\d+)?/.exec(raw)?.[0] ?? null;
  return metByArithmetic(
    rowWith({ kind: "target", raw: target, value: digits(target), indicator, unit }),
    rowWith({ raw: actual, value: digits(actual), indicator, unit }),
  );
}

describe("by arithmetic a target is met", () => {
  test.each<[string, Case, boolean | null]>([
    ["when the figure reaches it", { target: "6左右", actual: "6.1" }, true],
    ["when the figure is the same", { target: "7", actual: "7" }, true],
    ["not when it falls short", { target: "7.5左右", actual: "3.9" }, false],
    ["not when a rise was meant and it fell", { target: "6", actual: "-2.7" }, false],
    ["when it stays under a bound", { target: "≤16", actual: "10", indicator: "安全事故死亡人数" }, true],
    [
      "not when it breaks an upper bound",
      { target: "5.5以内", actual: "5.6", indicator: "城镇调查失业率" },
      false,
    ],
    ["at the bound itself", { target: "2.5以内", actual: "2.5", indicator: "城镇登记失业率" }, true],
    ["when it reaches a lower bound", { target: "≥315", actual: "320", indicator: "空气质量优良天数" }, true],
    [
      "not when it misses a lower bound",
      { target: "≥315", actual: "305", indicator: "空气质量优良天数" },
      false,
    ],
    ["— nobody can say without a number in the target", { target: "完成市级下达任务", actual: "5" }, null],
    ["— nobody can say without a number in the result", { target: "5", actual: "完成" }, null],
    ["— nobody can say which side is good", { target: "5", actual: "6", indicator: "没人认识的指标" }, null],
  ])("%s", (_when, figures, expected) => expect(met(figures)).toBe(expected));

  test("whatever unit the result is printed in", () => {
    const target = rowWith({
      kind: "target",
      raw: "4.5",
      value: "4.5",
      unit: "万人",
      indicator: "城镇新增就业人数",
    });
    const actual = rowWith({ raw: "45012", value: "45012", unit: "人", indicator: "城镇新增就业人数" });
    expect(metByArithmetic(target, actual)).toBe(true);
  });
  test("but not across units that do not convert", () => {
    const target = rowWith({ kind: "target", raw: "5", value: "5", unit: "亿元" });
    expect(metByArithmetic(target, rowWith({ raw: "6", value: "6", unit: "%" }))).toBeNull();
  });
});

describe("what the report says of it", () => {
  test.each([
    ["是", true],
    ["完成预期", true],
    ["完成目标", true],
    ["超过目标", true],
    ["达到预期", true],
    ["否", false],
    ["未完成", false],
    ["未达预期", false],
    ["没有完成", false],
    ["不达标", false],
    ["—", null],
    [null, null],
  ])("%s → %s", (status, expected) => expect(metByReport(status)).toBe(expected));

  test("完成预期 is the report's word and no arithmetic: 3.9 does not reach 7.5", () => {
    expect(metByReport("完成预期")).toBe(true);
    expect(met({ target: "7.5左右", actual: "3.9" })).toBe(false);
  });
});
