import { describe, expect, test } from "vitest";
import { readReport } from "#ingest/read-report.ts";

/** Columns and cells of every table in a text that stands behind a title and a heading. */
function tables(text: string) {
  const bytes = new TextEncoder().encode(`云岭县2023年统计公报\n\n一、综合\n\n${text}`);
  const { document, problems } = readReport({ file: "x.txt", bytes, metadata: null });
  if (document === null) throw new Error("not read");
  return {
    text: document.text,
    problems,
    captions: document.tables.map((table) => table.caption),
    units: document.tables.map((table) => table.unit),
    columns: document.tables.map((table) => table.columns.map((column) => column.title)),
    rows: document.tables.map((table) => table.rows.map((row) => row.cells.map((cell) => cell.text))),
  };
}

describe("columns by wide gaps, without a caption", () => {
  test("a missing cell is told by its place", () => {
    const read = tables(
      [
        "指标            单位      2022年    2023年",
        "生产总值        亿元      310.5     330.2",
        "工业增加值      亿元                120.4",
        "粮食产量        万吨      5.6       5.8",
        "",
        "全年平稳运行。",
      ].join("\n"),
    );
    expect(read.columns).toEqual([["指标", "单位", "2022年", "2023年"]]);
    expect(read.rows[0]?.[1]).toEqual(["工业增加值", "亿元", "", "120.4"]);
    expect(read.text.endsWith("\n全年平稳运行。")).toBe(true);
  });

  test("full-width spaces part columns", () => {
    const read = tables("指标　　绝对量　增速\n生产总值　330.2　5.3%\n进出口　　41.6　-2.1%");
    expect(read.columns).toEqual([["指标", "绝对量", "增速"]]);
    expect(read.rows).toEqual([
      [
        ["生产总值", "330.2", "5.3%"],
        ["进出口", "41.6", "-2.1%"],
      ],
    ]);
  });

  test("a header over several columns stands over the first of them", () => {
    const read = tables(
      [
        "指标             2022年            2023年",
        "              目标    实际      目标    实际",
        "生产总值       310     312       330     331",
        "投资           100     105       110     111",
      ].join("\n"),
    );
    expect(read.columns).toEqual([["指标", "2022年 目标", "2022年 实际", "2023年 目标", "2023年 实际"]]);
    expect(read.rows[0]?.[0]).toEqual(["生产总值", "310", "312", "330", "331"]);
  });

  test("words with gaps and no figures are no table", () => {
    const read = tables("张某某  李某某  王某某\n赵某某  钱某某  孙某某\n周某某  吴某某  郑某某");
    expect(read.columns).toEqual([]);
  });
});

describe("headings over several columns", () => {
  test("that would head two columns alike are no table", () => {
    const read = tables(
      "指标      2022年              2023年\n          完成    目标    目标\n投资      6.5     6       7\n消费      5.5     5       6\n出口      4.5     4       5",
    );
    const heads = read.columns.flat();
    expect(new Set(heads).size).toBe(heads.length);
  });

  test("are shared out by the words below that come again", () => {
    const cells =
      "序号 指标 单位 2022年 2023年 目标 完成 目标 1 投资额 % 6 6.5 7 2 消费额 % 5 5.5 6 3 出口额 % 4 4.5 5";
    const read = tables(`表1：主要指标\n${cells.split(" ").join("\n")}`);
    expect(read.columns[0]).toEqual(["序号", "指标", "单位", "2022年 目标", "2022年 完成", "2023年 目标"]);
  });
});

describe("columns by single spaces", () => {
  test("the same number of cells in each line, figures under a header", () => {
    const read = tables("指标 单位 2023年 增速\n生产总值 亿元 330.2 5.3\n投资 亿元 111 —\n\n全年平稳运行。");
    expect(read.rows).toEqual([
      [
        ["生产总值", "亿元", "330.2", "5.3"],
        ["投资", "亿元", "111", "—"],
      ],
    ]);
  });

  test("prose with spaces is no table", () => {
    expect(tables("坚持 稳中求进\n推动 改革开放\n增长 5.3\n全年 平稳").columns).toEqual([]);
    expect(
      tables("GDP 增长 5.3%，总量 330\n投资 增长 4.1%，总量 111\n消费 增长 6.2%，总量 90").columns,
    ).toEqual([]);
  });
});

describe("values parted by commas and cells in drawn lines", () => {
  test("CSV with a quoted figure", () => {
    const read = tables('指标,单位,2023年\n生产总值,亿元,"1,330.2"\n投资,亿元,111\n');
    expect(read.columns).toEqual([["指标", "单位", "2023年"]]);
    expect(read.rows[0]?.[0]).toEqual(["生产总值", "亿元", "1,330.2"]);
  });

  test("a drawn table", () => {
    const read = tables("┌────┬───┐\n│指标│2023年│\n├────┼───┤\n│投资│ 111 │\n│消费│ 90  │\n└────┴───┘");
    expect(read.columns).toEqual([["指标", "2023年"]]);
    expect(read.rows).toEqual([
      [
        ["投资", "111"],
        ["消费", "90"],
      ],
    ]);
  });
});

describe("Markdown and HTML", () => {
  test("Markdown without outer bars whose second heading begins with an empty cell", () => {
    const read = tables(
      "指标 | 2022年 |  | 2023年\n--- | --- | --- | ---\n | 目标 | 完成 | 目标\n投资 | 6 | 6.5 | 7\n消费 | 5 | 5.5 | 6",
    );
    expect(read.columns).toEqual([["指标", "2022年 目标", "2022年 完成", "2023年 目标"]]);
  });

  test("a table in a quotation, below another of another width", () => {
    const read = tables(
      "| 指标 | 目标 | 实际 |\n| --- | --- | --- |\n| 投资 | 110 | 111 |\n\n> | 指标 | 2023年 |\n> | --- | --- |\n> | 人口 | 30万人 |",
    );
    expect(read.rows).toEqual([[["投资", "110", "111"]], [["人口", "30万人"]]]);
  });

  test("Markdown without outer bars, also of two columns", () => {
    const read = tables("指标 | 2023年\n--- | ---\n投资 | 111\n消费 | 90\n\n全年平稳。");
    expect(read.columns).toEqual([["指标", "2023年"]]);
    expect(read.rows[0]).toHaveLength(2);
    expect(read.text.endsWith("\n全年平稳。")).toBe(true);
  });

  test("HTML with spanned rows and columns, among paragraphs on one line", () => {
    const read = tables(
      "<p>全年平稳。</p><table><tr><td rowspan=2>类别</td><td rowspan=2>指标</td><td colspan=2>2023年</td></tr><tr><td>目标</td><td>实际</td></tr><tr><td rowspan=2>工业</td><td>增加值&nbsp;</td><td>120</td><td>121</td></tr><tr><td>利润</td><td>9</td><td>&mdash;</td></tr></table><p>其次增长。</p>",
    );
    expect(read.columns).toEqual([["类别", "指标", "2023年 目标", "2023年 实际"]]);
    expect(read.rows).toEqual([
      [
        ["工业", "增加值", "120", "121"],
        ["工业", "利润", "9", "—"],
      ],
    ]);
    expect(read.text).toContain("全年平稳。\n");
    expect(read.text.endsWith("\n其次增长。")).toBe(true);
  });
});

describe("captions, units and headers as printed", () => {
  const ROWS = "指标\t2023年\n投资\t111\n消费\t90";

  test.each(["附表1 主要指标", "附表：主要指标", "表一 主要指标", "表 1-1 主要指标", "表1"])(
    "%s",
    (caption) => {
      expect(tables(`${caption}\n单位：亿元、%\n${ROWS}`)).toMatchObject({
        captions: [caption.replaceAll(" ", "")],
        units: ["亿元、%"],
      });
    },
  );

  test("names repeated over two header rows, and units under the names", () => {
    expect(tables("指标\t2023年\t2023年\n指标\t目标\t实际\n投资\t110\t111").columns).toEqual([
      ["指标", "2023年 目标", "2023年 实际"],
    ]);
    expect(tables("指标\t绝对量\t增速\n\t（亿元）\t（%）\n投资\t110\t5.1").columns).toEqual([
      ["指标", "绝对量 （亿元）", "增速 （%）"],
    ]);
  });
});
