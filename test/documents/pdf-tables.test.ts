import { describe, expect, test } from "vitest";
import { readPdf } from "#ingest/formats/pdf/read-pdf.ts";
import { told } from "./made-blocks.ts";
import { centred, type PrintedCell, tableMarks } from "./pdf-layout.ts";
import { type PdfMark, writePdf } from "./pdf-writer.ts";

const linesOf = async (...pages: (readonly PdfMark[])[]) =>
  told(await readPdf(writePdf(pages.map((marks) => ({ marks })))));
const at = (x: number, y: number, text: string, size = 10): PdfMark => ({ kind: "text", x, y, text, size });

const place = { x: 90, y: 120, widths: [180, 80, 80, 70] };
const heading = ["项目", "预算数", "执行数", "增长%"];
const body = [
  ["一、税收收入", "12,340", "13,000", "5.3"],
  ["增值税", "6,000", "", "-1.2"],
  ["企业所得税", "2,100", "2,240", "6.7"],
  ["二、非税收入", "4,400", "4,180", "-5.0"],
];
const asTold = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(" | "));

test.each(["all", "open", "columns", "three"] as const)(
  "one table, whatever rules are drawn: %s",
  async (rules) => {
    expect(await linesOf(tableMarks({ ...place, rows: [heading, ...body], rules }))).toEqual(
      asTold([heading, ...body]),
    );
  },
);

test("a table without any rule is read where its figures stand in columns", async () => {
  const full = [
    heading,
    ...body.map(([name = "", a = "", b = "", c = ""]) => [name, a, b === "" ? "0" : b, c]),
  ];
  expect(await linesOf(tableMarks({ ...place, rows: full, rules: "none" }))).toEqual(asTold(full));
});

describe("headings", () => {
  const upper: PrintedCell[] = [
    { lines: ["项目"], rowSpan: 2 },
    { lines: ["2023年"], colSpan: 2 },
    { lines: ["增长%"], rowSpan: 2 },
  ];
  const rows = [upper, ["预算数", "执行数"], ...body];
  const expected = ["项目^2 | 2023年>2 | 增长%^2", "预算数 | 执行数", ...asTold(body)];

  test.each(["all", "open", "three"] as const)(
    "a merged heading reaches over its columns: %s",
    async (rules) => {
      expect(await linesOf(tableMarks({ ...place, rows, heading: 2, rules }))).toEqual(expected);
    },
  );

  test("caption and unit stay lines of their own before the table", async () => {
    const marks = [centred("表1 2023年预算执行情况", 80, 14), at(440, 110, "单位：万元")];
    expect(await linesOf([...marks, ...tableMarks({ ...place, rows: [heading, ...body] })])).toEqual([
      "表1 2023年预算执行情况",
      "单位：万元",
      ...asTold([heading, ...body]),
    ]);
  });
});

describe("cells", () => {
  test("a cell of several lines is one cell", async () => {
    const rows = [heading, [{ lines: ["文化旅游体育与", "传媒支出"] }, "82,060", "74,467", "-9.3"]];
    expect(await linesOf(tableMarks({ ...place, rows, rowHeight: 36 }))).toEqual([
      "项目 | 预算数 | 执行数 | 增长%",
      "文化旅游体育与传媒支出 | 82,060 | 74,467 | -9.3",
    ]);
  });

  test("a long name in a block without row rules belongs to the figures beside its middle", async () => {
    const long: PrintedCell = { lines: ["社会保障和就业共同事权转移支付支", "出"] };
    const rows = [
      heading,
      ["教育支出", "1,771", "1,738", "98.1"],
      [long, "595", "667", "12.1"],
      ["农林水支出", "240", "279", "16.3"],
    ];
    expect(await linesOf(tableMarks({ ...place, rows, rules: "columns", rowHeight: 30 }))).toEqual([
      "项目 | 预算数 | 执行数 | 增长%",
      "教育支出 | 1,771 | 1,738 | 98.1",
      "社会保障和就业共同事权转移支付支出 | 595 | 667 | 12.1",
      "农林水支出 | 240 | 279 | 16.3",
    ]);
  });

  test("a part stands a step in from its whole, a centred total does not", async () => {
    const rows = [
      heading,
      [{ lines: ["合计"], set: "middle" as const }, "16,740", "17,180", "2.6"],
      ...body.map(([name = "", ...rest]) => [{ lines: [name], indent: /、/u.test(name) ? 0 : 2 }, ...rest]),
    ];
    const lines = await linesOf(tableMarks({ ...place, rows }));
    expect(lines.map((line) => line.split(" | ")[0])).toEqual([
      "项目",
      "合计",
      "一、税收收入",
      "~增值税",
      "~企业所得税",
      "二、非税收入",
    ]);
  });

  test("a narrow cell cut in two has two rows beside the merged others", async () => {
    const rows = [
      heading,
      [
        { lines: ["老旧小区改造"], rowSpan: 2 },
        { lines: ["195.81"], rowSpan: 2 },
        { lines: ["一般债券"], rowSpan: 2 },
        "2020-08",
      ],
      ["2020-03"],
    ];
    expect(await linesOf(tableMarks({ ...place, widths: [230, 80, 80, 36], rows }))).toEqual([
      "项目 | 预算数 | 执行数 | 增长%",
      "老旧小区改造^2 | 195.81^2 | 一般债券^2 | 2020-08",
      "2020-03",
    ]);
  });

  test("the raised mark of a note is no digit of the figure beside it", async () => {
    const marks = tableMarks({ ...place, rows: [heading, ...body] });
    const [name, figure] = [at(156, 155, "2", 6), at(348, 155, "①", 6)];
    const lines = await linesOf([...marks, name, figure]);
    expect(lines[1]).toBe("一、税收收入[2] | 12,340 | 13,000 | 5.3");
  });
});

describe("tables over pages", () => {
  const later = [
    ["三、债务收入", "3,000", "3,000", "0.0"],
    ["四、转移收入", "9,100", "9,460", "4.0"],
  ];
  const first = tableMarks({ ...place, rows: [heading, ...body] });
  const whole = asTold([heading, ...body, ...later]);

  test("with the heading repeated: one table, the heading once", async () => {
    expect(await linesOf(first, tableMarks({ ...place, rows: [heading, ...later] }))).toEqual(whole);
  });

  test("without a heading", async () => {
    expect(await linesOf(first, tableMarks({ ...place, rows: later, heading: 0 }))).toEqual(whole);
  });

  test("with caption, unit and heading again", async () => {
    const caption = [centred("表1 2023年预算执行情况", 80, 14), at(440, 110, "单位：万元")];
    const next = [centred("续表1", 80, 14), at(440, 110, "单位：万元")];
    expect(
      await linesOf(
        [...caption, ...first],
        [...next, ...tableMarks({ ...place, rows: [heading, ...later] })],
      ),
    ).toEqual(["表1 2023年预算执行情况", "单位：万元", ...whole]);
  });

  test("rows know their pages", async () => {
    const next = tableMarks({ ...place, rows: later, heading: 0 });
    const { blocks } = await readPdf(writePdf([{ marks: first }, { marks: next }]));
    const pages = blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.map(({ page }) => page) : [],
    );
    expect(pages).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });

  test("another table with a caption of its own is another table", async () => {
    const other = [
      centred("表2 2023年基金预算", 80, 14),
      ...tableMarks({ ...place, rows: [heading, ...later] }),
    ];
    const { blocks } = await readPdf(writePdf([{ marks: first }, { marks: other }]));
    expect(blocks.map(({ kind }) => kind)).toEqual(["table", "paragraph", "table"]);
  });
});

test("a table along the long side of a standing page", async () => {
  const marks = tableMarks({ ...place, rows: [heading, ...body] }).map((mark): PdfMark => {
    if (mark.kind === "text") return { ...mark, x: mark.y, y: 800 - mark.x, turn: 1 };
    if (mark.kind === "line")
      return { ...mark, x0: mark.y0, y0: 800 - mark.x0, x1: mark.y1, y1: 800 - mark.x1 };
    return mark;
  });
  expect(await linesOf(marks)).toEqual(asTold([heading, ...body]));
});
