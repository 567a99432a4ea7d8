import { describe, expect, test } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import { readReport } from "#ingest/read-report.ts";

function read(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(
    ["云岭县2023年计划执行情况", "", "一、执行情况", "", ...lines].join("\n"),
  );
  const { document, problems, tableCounts } = readReport({ file: "x.txt", bytes, metadata: null });
  if (document === null) throw new Error("not read");
  return { document, problems, tableCounts };
}

const cellsOf = (document: SourceDocument, table = 0) =>
  document.tables[table]?.rows.map((row) => row.cells.map((cell) => cell.text));
const columnsOf = (document: SourceDocument, table = 0) =>
  document.tables[table]?.columns.map((column) => column.title);

describe("tab-separated tables", () => {
  test("without a caption are tables all the same, and belong to their section's text", () => {
    const { document } = read([
      "指标\t目标\t实际",
      "生产总值（亿元）\t310\t317.7",
      "进出口（亿元）\t360\t955.3",
    ]);
    expect(columnsOf(document)).toEqual(["指标", "目标", "实际"]);
    expect(cellsOf(document)).toEqual([
      ["生产总值（亿元）", "310", "317.7"],
      ["进出口（亿元）", "360", "955.3"],
    ]);
    expect(document.tables[0]).toMatchObject({ caption: null, section: null });
  });

  test("a page break repeats the header in both of its levels: one table, header once", () => {
    const header = ["序号\t指标\t2020年\t\t完成", "\t\t目标\t实际\t"];
    const { document, tableCounts } = read([
      "表1：指标",
      "",
      ...header,
      "1\t甲\t5\t6\t是",
      "",
      "― 3 ―",
      "",
      ...header,
      "2\t乙\t7\t8\t否",
    ]);
    expect(columnsOf(document)).toEqual(["序号", "指标", "2020年 目标", "2020年 实际", "完成"]);
    expect(cellsOf(document)?.map((row) => row[1])).toEqual(["甲", "乙"]);
    expect(tableCounts).toEqual([{ file: "x.txt", table: "表1：指标", rowsIn: 2, rowsStored: 2 }]);
  });

  test("a page break without a repeated header goes on with the same table", () => {
    const { document } = read(["表1：指标", "指标\t目标", "甲\t5", "", "", "乙\t7"]);
    expect(cellsOf(document)).toEqual([
      ["甲", "5"],
      ["乙", "7"],
    ]);
  });

  test("two captions make two tables; a unit line gives its unit", () => {
    const { document } = read([
      "表1：甲",
      "单位：万元",
      "名称\t数",
      "a\t1",
      "",
      "表2：乙（单位：亿元）",
      "名称\t数",
      "b\t2",
    ]);
    expect(document.tables.map((table) => [table.caption, table.unit, table.rows.length])).toEqual([
      ["表1：甲", "万元", 1],
      ["表2：乙（单位：亿元）", "亿元", 1],
    ]);
  });

  test("a total in the number column moves under the names, with or without its empty cell", () => {
    const rows = ["表1：投资", "序号\t项目\t投资", "1\t学校\t500"];
    expect(cellsOf(read([...rows, "合计\t\t500"]).document)?.at(-1)).toEqual(["", "合计", "500"]);
    expect(cellsOf(read([...rows, "合计\t500"]).document)?.at(-1)).toEqual(["", "合计", "500"]);
  });

  test("a row with a cell too many is kept whole and warned about", () => {
    const { document, problems } = read(["表1：指标", "指标\t目标", "甲\t5", "乙\t6\t7", "丙\t8"]);
    expect(cellsOf(document)).toEqual([
      ["甲", "5"],
      ["乙", "6 | 7"],
      ["丙", "8"],
    ]);
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([["row_shape", 8]]);
  });

  test("cells stay as printed", () => {
    const { document } = read([
      "表1：指标",
      "指标\t目标",
      "甲\t≤0.021",
      "乙\t——",
      "丙\t3.5、保持全市前列",
      "丁\t－4.3％",
    ]);
    expect(cellsOf(document)?.map((row) => row[1])).toEqual(["≤0.021", "——", "3.5、保持全市前列", "－4.3％"]);
  });

  test("an empty cell adds nothing to the line but is there", () => {
    const { document } = read(["表1：指标", "指标\t目标\t备注", "甲\t\t未反馈", "乙\t5\t"]);
    const lines = document.tables[0]?.rows.map((row) => sliceOf(document.text, row.span));
    expect(lines).toEqual(["甲 |  | 未反馈", "乙 | 5"]);
    expect(document.tables[0]?.rows[1]?.cells[2]).toEqual({
      text: "",
      start: document.text.length,
      end: document.text.length,
    });
  });

  test("a row alone is no table; it stays as text and is named", () => {
    const { document, problems } = read(["全年\t生产总值\t317.7亿元。"]);
    expect(document.tables).toEqual([]);
    expect(document.text).toContain("全年生产总值317.7亿元。");
    expect(problems.map((problem) => problem.code)).toEqual(["unplaced_row"]);
  });

  test("parts end where their figures add up to the whole", () => {
    const { document } = read([
      "表1：项目",
      "类别\t个数",
      "社会投资\t73",
      "其中：续建\t54",
      "新建\t19",
      "政府投资\t10",
      "外资\t5",
    ]);
    expect(document.tables[0]?.rows.map((row) => row.parent)).toEqual([null, 0, 0, null, null]);
  });

  test("notes in several lines stay with their table", () => {
    const { document } = read([
      "表1：指标",
      "指标\t目标",
      "甲\t5",
      "注：1.加*为约束性指标。",
      "2.数据为初步统计数。",
      "（一）下一节",
      "全年平稳。",
    ]);
    expect(document.tables[0]?.notes.map((note) => sliceOf(document.text, note))).toEqual([
      "注：1.加*为约束性指标。",
      "2.数据为初步统计数。",
    ]);
  });
});

describe("Word export, a cell a line", () => {
  test("rows end at blank lines, a cell goes on without a tab", () => {
    const { document } = read([
      "表1：指标",
      "\t序号",
      "\t指标",
      "\t2022年",
      "目标",
      "",
      "\t1",
      "\t甲",
      "\t完成市级下达",
      "任务",
      "",
      "\t2",
      "\t乙",
      "\t5",
      "",
      "",
      "全年平稳。",
    ]);
    expect(columnsOf(document)).toEqual(["序号", "指标", "2022年目标"]);
    expect(cellsOf(document)).toEqual([
      ["1", "甲", "完成市级下达任务"],
      ["2", "乙", "5"],
    ]);
    expect(document.text.endsWith("\n全年平稳。")).toBe(true);
  });

  test("a single cell under 专栏 is a box, not a table", () => {
    const { document } = read([
      "专栏1：重点项目",
      "\t开工项目：甲、乙",
      "竣工项目：丙",
      "",
      "",
      "全年平稳推进各项工作。",
    ]);
    expect(document.tables).toEqual([]);
    const box = document.sections.find((section) => section.kind === "box");
    expect(sliceOf(document.text, box?.span ?? { start: 0, end: 0 })).toBe(
      "专栏1：重点项目\n开工项目：甲、乙\n竣工项目：丙",
    );
  });
});

describe("Markdown and HTML tables", () => {
  test("pipes with a delimiter line, escapes and bold", () => {
    const { document } = read([
      "**表1：指标**",
      "",
      "| 指标 | 目标 |",
      "|:---|---:|",
      "| **甲** \\* | 5 |",
      "| 乙\\|丙 | 6 |",
    ]);
    expect(document.tables[0]?.caption).toBe("表1：指标");
    expect(cellsOf(document)).toEqual([
      ["甲*", "5"],
      ["乙|丙", "6"],
    ]);
  });

  test("a second header level under the delimiter line", () => {
    const { document } = read([
      "| 序号 | 指标 | 2020年 | |",
      "|---|---|---|---|",
      "| | | 目标 | 实际 |",
      "| 1 | 甲 | 5 | 6 |",
    ]);
    expect(document.tables[0]?.columns.map((column) => column.levels)).toEqual([
      ["序号"],
      ["指标"],
      ["2020年", "目标"],
      ["2020年", "实际"],
    ]);
    expect(document.tables[0]?.rows).toHaveLength(1);
  });

  test("a simple HTML table with spanned cells", () => {
    const html =
      '<table><tr><th>指标</th><th colspan="2">2020年</th></tr><tr><th></th><th>目标</th><th>实际</th></tr><tr><td>甲&nbsp;</td><td>5</td><td>6</td></tr></table>';
    const { document } = read([html]);
    expect(columnsOf(document)).toEqual(["指标", "2020年 目标", "2020年 实际"]);
    expect(cellsOf(document)).toEqual([["甲", "5", "6"]]);
  });
});

describe("tables that lost their tabs, under a caption", () => {
  test("columns set apart by wide gaps", () => {
    const { document } = read([
      "表1：指标",
      "序号   指标名称     目标",
      "1    生产总值增速（%）    7 左右",
      "2    进出口（亿元）   360",
      "",
      "全年平稳。",
    ]);
    expect(columnsOf(document)).toEqual(["序号", "指标名称", "目标"]);
    expect(cellsOf(document)).toEqual([
      ["1", "生产总值增速（%）", "7左右"],
      ["2", "进出口（亿元）", "360"],
    ]);
    expect(document.text.endsWith("\n全年平稳。")).toBe(true);
  });

  test("a cell a line, rows told by their numbers", () => {
    const { document } = read([
      "表1：指标",
      "单位：亿元",
      "序号",
      "指标",
      "目标",
      "1",
      "甲",
      "310",
      "2",
      "乙",
      "360",
      "",
      `${"全年经济运行平稳".repeat(6)}。`,
    ]);
    expect(cellsOf(document)).toEqual([
      ["1", "甲", "310"],
      ["2", "乙", "360"],
    ]);
    expect(document.tables[0]?.unit).toBe("亿元");
  });

  test("a list of tables, and a number over the title of its table, are no captions without tables", () => {
    const { document, problems } = read([
      "表1：2024年收入决算表",
      "表2：2024年支出决算表",
      "表3：2024年债务决算表",
      "",
      "表1-10",
      "2024年省级收入决算表",
      "（按经济分类）",
      "单位：万元",
      "",
      "项目\t决算数",
      "税收收入\t310",
      "非税收入\t360",
    ]);
    expect(document.tables).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("a caption over a picture makes no table and is named", () => {
    const { document, problems } = read(["表1：指标", "", "全年经济运行总体平稳，完成年度目标任务。"]);
    expect(document.tables).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual(["caption_without_table"]);
  });
});
