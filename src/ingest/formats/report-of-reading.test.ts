import { describe, expect, test } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import type { FileBlock, FileReading } from "./file-reading.ts";
import { reportOfReading } from "./report-of-reading.ts";

const origin = (page: number | null, sheet: string | null = null) => ({ page, sheet });
const paragraph = (text: string, page = 1): FileBlock => ({ kind: "paragraph", text, origin: origin(page) });
const heading = (level: number, text: string, page = 1): FileBlock => ({
  kind: "heading",
  level,
  text,
  origin: origin(page),
});

/** A table whose cells are words, or words with spans: `项目 2x1` is two rows high. */
function table(rows: readonly (readonly string[])[], page = 1): FileBlock {
  return {
    kind: "table",
    headerRows: null,
    origin: origin(page),
    rows: rows.map((cells) => ({
      page,
      sheetRow: null,
      cells: cells.map((cell) => {
        const [, text = cell, rowSpan = "1", colSpan = "1"] = /^(.*) (\d+)x(\d+)$/.exec(cell) ?? [];
        return { text, indent: 0, rowSpan: Number(rowSpan), colSpan: Number(colSpan) };
      }),
    })),
  };
}

function report(blocks: readonly FileBlock[], parts: Partial<FileReading> = {}) {
  const facts = { title: null, issuer: null, published: null, url: null };
  const reading = { blocks: [...blocks], facts, problems: [], pages: 3, ...parts };
  return reportOfReading({ file: "a.pdf", digest: "d", metadata: null }, "pdf", reading);
}

function documentOf(...blocks: readonly FileBlock[]): SourceDocument {
  const { document } = report(blocks);
  if (document === null) throw new Error("nothing was read");
  return document;
}

const TITLE = paragraph("青溪区2023年国民经济和社会发展统计公报");

describe("a reading as a document", () => {
  test("paragraphs are whole: nothing is joined to them or cut from them", () => {
    const { text } = documentOf(TITLE, paragraph("全年实现增加值"), paragraph("，同比增长3.7%。"));
    expect(text.split("\n")).toEqual([
      TITLE.kind === "table" ? "" : TITLE.text,
      "全年实现增加值",
      "，同比增长3.7%。",
    ]);
  });

  test("headings have the level that the file gives them, or that their number shows", () => {
    const { sections } = documentOf(
      TITLE,
      heading(1, "总体情况"),
      heading(2, "财政收入"),
      paragraph("一般公共预算收入12亿元。"),
      heading(1, "下步工作"),
      paragraph("稳中求进。"),
    );
    expect(
      sections.filter(({ kind }) => kind === "heading").map(({ title, level }) => [title, level]),
    ).toEqual([
      ["总体情况", 1],
      ["财政收入", 2],
      ["下步工作", 1],
    ]);
  });

  test("marks of Markdown are words of the file", () => {
    expect(documentOf(TITLE, paragraph("#5*a*|b")).text).toContain("#5*a*|b");
  });

  test("a number over the title of a table is part of its caption; the unit line is the table's", () => {
    const { tables } = documentOf(
      TITLE,
      paragraph("附表一"),
      paragraph("2023年一般公共预算收入表"),
      paragraph("金额单位：万元"),
      table([
        ["项目", "预算数"],
        ["税收收入", "12"],
      ]),
    );
    expect(tables).toMatchObject([{ caption: "附表一 2023年一般公共预算收入表", unit: "万元" }]);
  });

  test("a merged name stands in each of its rows, a merged figure in the first", () => {
    const [read] = documentOf(
      TITLE,
      table([["类别", "项目", "合计"], ["收入 2x1", "税收", "30 2x1"], ["非税"]]),
    ).tables;
    expect(read?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["收入", "税收", "30"],
      ["收入", "非税", ""],
    ]);
  });

  test("a heading over several columns heads each of them, through three levels", () => {
    const [read] = documentOf(
      TITLE,
      table([
        ["项目 3x1", "2025年 1x4"],
        ["预算 1x2", "执行 1x2"],
        ["全市", "本级", "全市", "本级"],
        ["税收", "1", "2", "3", "4"],
      ]),
    ).tables;
    expect(read?.columns.map(({ levels }) => levels)).toEqual([
      ["项目"],
      ["2025年", "预算", "全市"],
      ["2025年", "预算", "本级"],
      ["2025年", "执行", "全市"],
      ["2025年", "执行", "本级"],
    ]);
  });

  test("a table that goes on over a page is one, and each row knows its page", () => {
    const head = ["指标", "2023年"];
    const document = documentOf(TITLE, table([head, ["总值", "5.2"]], 1), table([head, ["粮食", "7.1"]], 2));
    expect(document.tables).toHaveLength(1);
    expect(document.places.map(({ page }) => page)).toEqual([1, 2]);
  });

  test("a table of contents is no part of the report", () => {
    const { text } = documentOf(
      TITLE,
      paragraph("目 录"),
      paragraph("一、综合........1"),
      paragraph("二、农业........3"),
      paragraph("一、综合"),
      paragraph("全年增长3.7%。"),
    );
    expect(text).not.toContain("....");
  });

  test("the quote of every place is the words of its blocks", () => {
    const document = documentOf(
      TITLE,
      paragraph("全年增长3.7%。", 2),
      paragraph("粮食增产。", 2),
      paragraph("完。", 3),
    );
    expect(document.places.map(({ page, start, end }) => [page, document.text.slice(start, end)])).toEqual([
      [1, "青溪区2023年国民经济和社会发展统计公报"],
      [2, "全年增长3.7%。\n粮食增产。"],
      [3, "完。"],
    ]);
    expect(document.original).toEqual({ format: "pdf", pages: 3 });
  });

  test("a file that yields nothing is named by its reader's reason", () => {
    const problems = [{ severity: "error" as const, code: "scanned", message: "every page is a picture" }];
    expect(report([], { problems })).toMatchObject({
      document: null,
      problems: [{ file: "a.pdf", severity: "error", code: "scanned", line: null }],
    });
  });

  test("a problem says its page and not a line that the file has not", () => {
    const { problems } = report([TITLE, paragraph("表1 主要指标", 2), paragraph("全年增长3.7%。", 2)]);
    expect(problems).toContainEqual({
      file: "a.pdf",
      severity: "warning",
      code: "caption_without_table",
      line: null,
      message: "page 2: no table was found under “表1 主要指标”",
    });
  });
});
