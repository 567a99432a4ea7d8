import { describe, expect, it } from "vitest";
import type { Table } from "#domain/document.ts";
import { reportWith } from "#indicators/example-report.ts";
import { type ColumnRole, columnRoles } from "./column-roles.ts";

const report = reportWith({ title: "某区2022年计划执行情况及2023年计划草案的报告" });

/** The role of a column with this heading over these cells, beside a column of names. */
function role(heading: string, cells: readonly string[] = ["7", "8.5"]): ColumnRole | undefined {
  const span = { start: 0, end: 0 };
  const table: Table = {
    id: "t1",
    caption: null,
    section: null,
    span,
    columns: ["指标名称", heading].map((title) => ({ levels: title.split(" "), title })),
    header: null,
    rows: cells.map((text) => ({
      span,
      parent: null,
      cells: [
        { ...span, text: "地区生产总值" },
        { ...span, text },
      ],
    })),
    notes: [],
    unit: null,
  };
  return columnRoles(report, table)[1];
}

describe("columnRoles", () => {
  it.each([
    ["预期目标", "target", null],
    ["年初目标", "target", null],
    ["计划数", "target", null],
    ["2023年 目标", "target", 2023],
    ["2021年预期", "target", 2021],
    ["实际完成", "actual", null],
    ["2020年实际", "actual", 2020],
    ["2022年预计完成", "estimate", 2022],
    ["上年实际", "actual", 2021],
    ["2021年", "actual", 2021],
    ["2023年", "target", 2023],
  ])("%s is %s %s", (heading, kind, year) => {
    expect(role(heading)).toMatchObject({ role: "value", kind, year, measure: "itself" });
  });

  it.each([
    ["同比增长（%）", "growth"],
    ["比上年±%", "growth"],
    ["年均增长（%）", "yearly-growth"],
    ["总投资（亿元）", "named"],
    ["年度投资计划（万元）", "named"],
    ["完成计划（%）", "named"],
    ["全市排名", "named"],
  ])("%s measures %s", (heading, measure) => {
    expect(role(heading)).toMatchObject({ role: "value", measure });
  });

  it.each([
    ["单位", ["%", "亿元"], "unit"],
    ["指标属性", ["预期性", "约束性"], "attribute"],
    ["备注", ["年末数", ""], "note"],
    ["是否达到预期", ["是", "否"], "status"],
    ["完成情况", ["完成预期", "超过目标"], "status"],
    ["责任单位", ["发改委", "统计局"], "ignored"],
    ["推进情况", ["完成前期工作，启动征收", "方案通过评审"], "status"],
  ] as const)("%s over words is %s", (heading, cells, expected) => {
    expect(role(heading, cells)?.role).toBe(expected);
  });

  it("lets the cells decide what 完成情况 is", () => {
    expect(role("完成情况", ["3.9", "427.7"])?.role).toBe("value");
  });
});
