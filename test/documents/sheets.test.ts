import { describe, expect, test } from "vitest";
import type { FileReading } from "#ingest/formats/file-reading.ts";
import { readCsv, readSheets } from "#ingest/formats/sheets/read-sheets.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** The lines and tables of a reading, a table as its rows with spans written as `3x1`. */
function told({ blocks }: FileReading): (string | string[])[] {
  return blocks.map((block) =>
    block.kind === "table"
      ? block.rows.map(({ cells }) =>
          cells
            .map(({ text, rowSpan, colSpan }) =>
              rowSpan * colSpan > 1 ? `${text}<${rowSpan}x${colSpan}>` : text,
            )
            .join("|"),
        )
      : `${block.kind} ${block.text}`,
  );
}

const HEAD = ["指标", "单位", "2023年"];
const TABLE = [HEAD, ["地区生产总值", "亿元", 5446.1], ["粮食产量", "万吨", 103.2]];
const TABLE_TOLD = ["指标|单位|2023年", "地区生产总值|亿元|5446.1", "粮食产量|万吨|103.2"];

describe("a sheet", () => {
  test.each(["xlsx", "biff8", "ods"] as const)("of %s reads as the same cells", async (make) => {
    const reading = await readSheets(writeWorkbook([{ rows: TABLE }], make));
    expect(told(reading)).toEqual([TABLE_TOLD]);
    expect(reading.problems).toEqual([]);
  });

  test("figures are as they print", async () => {
    const row = [
      "增速",
      { value: 0.037, format: "0.0%" },
      { value: 1234567.891, format: "#,##0.0" },
      { value: -5.7, format: "0.0;(0.0)" },
      { value: 0.3 * 3 },
      { value: 45530, format: "m/d/yy" },
    ];
    const reading = await readSheets(
      writeWorkbook([{ rows: [["指标", "甲", "乙", "丙", "丁", "戊"], row] }]),
    );
    expect(told(reading)).toEqual([["指标|甲|乙|丙|丁|戊", "增速|3.7%|1,234,567.9|(5.7)|0.9|2024/8/26"]]);
  });

  test("title, table number and unit stand before the table, remarks behind it", async () => {
    const rows = [
      ["2024年一般公共预算收支表", null, null],
      ["表三", null, "单位：万元"],
      ["项目", "预算数", "执行数"],
      ["税收收入", 10, 12],
      ["注：本表为快报数。", null, null],
    ];
    const reading = await readSheets(writeWorkbook([{ rows, merges: ["A1:C1", "A5:C5"] }]));
    expect(told(reading)).toEqual([
      "paragraph 表三 2024年一般公共预算收支表",
      "paragraph 单位：万元",
      ["项目|预算数|执行数", "税收收入|10|12"],
      "note 注：本表为快报数。",
    ]);
  });

  test("merged headings keep their spans, and their height is the header's", async () => {
    const rows = [
      ["项目", "2025年", null, "比较", null],
      [null, "预算数", "执行数", "比上年%", "完成%"],
      ["一、教育支出", 5, 6, "1%", "2%"],
    ];
    const merges = ["A1:A2", "B1:C1", "D1:E1"];
    const reading = await readSheets(writeWorkbook([{ rows, merges }]));
    expect(told(reading)).toEqual([
      ["项目<2x1>|2025年<1x2>|比较<1x2>", "预算数|执行数|比上年%|完成%", "一、教育支出|5|6|1%|2%"],
    ]);
    expect(reading.blocks[0]).toMatchObject({ headerRows: 2 });
  });

  test("a name merged downwards, an indented part and the row's own number in the sheet are kept", async () => {
    const rows = [
      ["类别", "项目", "数额"],
      ["收入", "税收", 1],
      [null, "  其中：增值税", 2],
    ];
    const reading = await readSheets(writeWorkbook([{ rows, merges: ["A2:A3"] }]));
    expect(reading.blocks[0]).toMatchObject({
      rows: [
        { sheetRow: 1 },
        { cells: [{ text: "收入", rowSpan: 2, column: 1 }, { text: "税收", indent: 0 }, { text: "1" }] },
        { sheetRow: 3, cells: [{ text: "其中：增值税", indent: 1, column: 2 }, { text: "2" }] },
      ],
    });
  });

  test("what does not print is left out and said: hidden sheets, rows, columns, cells outside the printed area", async () => {
    const rows = [
      ["指标", "编码", "2023年", "打印"],
      ["总值", "a1", 5, "是"],
      ["暂不公开", "a2", 6, "否"],
      ["粮食", "a3", 7, "是"],
    ];
    const reading = await readSheets(
      writeWorkbook([
        { name: "公开", rows, hiddenRows: [3], hiddenColumns: [2], printArea: "$A$1:$C$4" },
        { name: "底稿", rows: TABLE, hidden: true },
      ]),
    );
    expect(told(reading)).toEqual([["指标|2023年", "总值|5", "粮食|7"]]);
    expect(reading.problems).toMatchObject([
      {
        severity: "warning",
        code: "hidden_left_out",
        message: expect.stringMatching(/1 hidden rows, 1 hidden columns, 3 cells .*底稿/),
      },
    ]);
  });

  test("a formula that the file keeps no value of reads as empty and is said", async () => {
    const rows = [
      HEAD,
      ["总值", "亿元", { formula: "SUM(C3:C9)" }],
      ["粮食", "万吨", { value: 3, formula: "1+2" }],
    ];
    const reading = await readSheets(writeWorkbook([{ name: "表", rows }]));
    expect(told(reading)).toEqual([["指标|单位|2023年", "总值|亿元|", "粮食|万吨|3"]]);
    expect(reading.problems).toMatchObject([{ code: "formula_without_value" }]);
  });

  test("several tables under each other are parted by their titles, also without a blank row", async () => {
    const second = [
      ["表2 财政收入", null, null],
      ["项目", "预算", "决算"],
      ["税收", 1, 2],
    ];
    const merges = ["A1:C1", "A5:C5"];
    const reading = await readSheets(
      writeWorkbook([{ rows: [["表1 主要指标", null, null], ...TABLE, ...second], merges }]),
    );
    expect(told(reading)).toEqual([
      "paragraph 表1 主要指标",
      TABLE_TOLD,
      "paragraph 表2 财政收入",
      ["项目|预算|决算", "税收|1|2"],
    ]);
  });

  test("tables side by side under the same title are two", async () => {
    const title = "2025年债务限额情况表";
    const rows = [
      [title, null, title, null],
      ["项目", "全市", "项目", "市本级"],
      ["一般债务", 5, "一般债务", 3],
    ];
    const reading = await readSheets(writeWorkbook([{ rows, merges: ["A1:B1", "C1:D1"] }]));
    expect(told(reading)).toEqual([
      `paragraph ${title}`,
      ["项目|全市", "一般债务|5"],
      `paragraph ${title}`,
      ["项目|市本级", "一般债务|3"],
    ]);
  });

  test("a unit over several columns, printed twice in a row, is no title of tables side by side", async () => {
    const sheet = {
      rows: [
        ["年份", "供水总量", "地表水", "用水总量", "农业"],
        [null, "(亿立方米)", null, "(亿立方米)", null],
        [2006, 5795.1, 4706.8, 5795.2, 3664.4],
      ],
      merges: ["A1:A2", "B2:C2", "D2:E2"],
    };
    expect(told(await readSheets(writeWorkbook([sheet], "xlsx")))).toEqual([
      [
        "年份<2x1>|供水总量|地表水|用水总量|农业",
        "(亿立方米)<1x2>|(亿立方米)<1x2>",
        "2006|5795.1|4706.8|5795.2|3664.4",
      ],
    ]);
  });

  test("a blank row inside a table does not cut it", async () => {
    const reading = await readSheets(writeWorkbook([{ rows: [...TABLE, [], ["用电量", "亿千瓦时", 88]] }]));
    expect(told(reading)).toEqual([[...TABLE_TOLD, "用电量|亿千瓦时|88"]]);
  });

  test("the sheet's name titles a table that has no title of its own", async () => {
    const reading = await readSheets(writeWorkbook([{ name: "2023年主要指标", rows: TABLE }]));
    expect(told(reading)[0]).toBe("paragraph 2023年主要指标");
    expect(reading.blocks[1]).toMatchObject({ origin: { page: null, sheet: "2023年主要指标" } });
  });

  test("field names that a form's program put around the table are left out and said", async () => {
    const rows = [
      ["0", "AD_CODE_GK#13", "set_year#2023", "ad_name#13 河北省"],
      ["0", "XM_NAME#", "ad_bdq#", "ROW_NUM#"],
      ["VALID#", "项目", "本地区", null],
      ["VALID#", "一般债务限额", 7453.84, 1],
      ["VALID#", "专项债务限额", 9705.26, 2],
    ];
    const reading = await readSheets(writeWorkbook([{ rows }]));
    expect(told(reading)).toEqual([["项目|本地区", "一般债务限额|7453.84", "专项债务限额|9705.26"]]);
    expect(reading.problems).toMatchObject([{ code: "template_codes" }]);
  });

  test("a workbook without a word says so", async () => {
    const reading = await readSheets(writeWorkbook([{ rows: [[]] }]));
    expect(reading).toMatchObject({ blocks: [], problems: [{ severity: "error", code: "empty_file" }] });
  });
});

describe("separated values", () => {
  const told8 = (text: string) => readCsv(new TextEncoder().encode(text)).then(told);

  test("commas, semicolons and tabs part cells, and nothing is converted", async () => {
    const rows = ["指标|2023年|排位", "增速|3.70%|1-2", "总量|1,234.50|007"];
    expect(await told8('指标,2023年,排位\n增速,3.70%,1-2\n总量,"1,234.50",007\n')).toEqual([rows]);
    expect(await told8("指标;2023年;排位\r\n增速;3.70%;1-2\r\n总量;1,234.50;007")).toEqual([rows]);
    expect(await told8("指标\t2023年\t排位\n增速\t3.70%\t1-2\n总量\t1,234.50\t007")).toEqual([rows]);
  });

  test("quoted cells may hold separators, quotation marks and line breaks", async () => {
    expect(await told8('项目,说明\n"甲,乙","称“好”""或""不好""\n两行"\n丙,"未闭')).toEqual([
      ["项目|说明", '甲,乙|称“好”"或"不好" 两行', "丙|未闭"],
    ]);
  });

  test("GB18030 and UTF-16 are read, other bytes are named", async () => {
    const gbk = Uint8Array.from([
      0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xb5, 0xd8, 0xc7, 0xf8, 0x0a, 0xc8, 0xcb, 0xbf, 0xda, 0x2c, 0x35,
    ]);
    expect(told(await readCsv(gbk))).toEqual([["指标|地区", "人口|5"]]);
    const utf16 = Buffer.from("\ufeff指标,地区\n人口,5", "utf16le");
    expect(told(await readCsv(utf16))).toEqual([["指标|地区", "人口|5"]]);
    expect(await readCsv(Uint8Array.from([0, 1, 2, 3]))).toMatchObject({
      problems: [{ code: "binary_file" }],
    });
  });
});
