import { describe, expect, test } from "vitest";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { docxOf, para, tbl } from "./docx-parts.ts";
import { told } from "./made-blocks.ts";

const linesOf = async (body: string) => told(await readDocx(await docxOf({ body })));
const RESTART = '<w:vMerge w:val="restart"/>';
const GOES_ON = "<w:vMerge/>";

describe("tables of a Word file", () => {
  test("cells merged down and across keep their spans", async () => {
    const body = tbl([
      [
        ["科目", RESTART],
        ["预计数", '<w:gridSpan w:val="2"/>'],
      ],
      [["", GOES_ON], "全市", "市级"],
      ["土地", "39.63", "13.83"],
    ]);
    expect(await linesOf(body)).toEqual(["科目^2 | 预计数>2", "全市 | 市级", "土地 | 39.63 | 13.83"]);
  });

  test("columns free before and after a row are empty cells, so that no figure slides", async () => {
    const body = tbl(
      [["项目", "2024年", "2025年"], ["1.5"], ["乙", "2.5"]],
      ["", '<w:gridBefore w:val="2"/>', '<w:gridAfter w:val="1"/>'],
    );
    expect(await linesOf(body)).toEqual(["项目 | 2024年 | 2025年", ">2 | 1.5", "乙 | 2.5 | "]);
  });

  test("a cell that goes on where none begins stands for itself", async () => {
    expect(
      await linesOf(
        tbl([
          [["甲", GOES_ON], "1"],
          ["乙", "2"],
        ]),
      ),
    ).toEqual(["甲 | 1", "乙 | 2"]);
  });

  test("the older way of merging across", async () => {
    const body = tbl([
      [
        ["表头", '<w:hMerge w:val="restart"/>'],
        ["", '<w:hMerge w:val="continue"/>'],
      ],
      ["甲", "1"],
    ]);
    expect(await linesOf(body)).toEqual(["表头>2", "甲 | 1"]);
  });

  test("header rows are those that repeat on each page", async () => {
    const reading = await readDocx(
      await docxOf({
        body: tbl(
          [
            ["项目", "金额"],
            ["甲", "1"],
          ],
          ["<w:tblHeader/>"],
        ),
      }),
    );
    expect(reading.blocks.map((block) => block.kind === "table" && block.headerRows)).toEqual([1]);
  });

  test("a table in a frame of one cell is the table", async () => {
    const inner = tbl([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    expect(await linesOf(tbl([[`${para("表1")}${inner}${para("")}`]]))).toEqual(["表1", "甲 | 1", "乙 | 2"]);
  });

  test("what all cells of a column are set in by tells nothing", async () => {
    const set = (text: string, chars: number) => para(text, `<w:ind w:firstLineChars="${chars}"/>`);
    expect(
      await linesOf(
        tbl([
          [set("甲", 200), "1"],
          [set("其中：乙", 400), "2"],
        ]),
      ),
    ).toEqual(["甲 | 1", "~~其中：乙 | 2"]);
  });

  test("columns stacked in one row over a merged cell are parted by lines and tabs", async () => {
    const lines = (texts: string[]) =>
      texts
        .map((text) =>
          para(
            `<w:r>${text
              .split("\t")
              .map((each) => `<w:t>${each}</w:t>`)
              .join("<w:tab/>")}</w:r>`,
          ),
        )
        .join("");
    const body = tbl([
      ["指标", "机构", "床位"],
      [
        lines(["合计", "养老", "医院"]),
        [lines(["\t42696\t530.5", "\t39961\t503.6", "\t140\t7.1"]), '<w:gridSpan w:val="2"/>'],
      ],
    ]);
    expect(await linesOf(body)).toEqual([
      "指标 | 机构 | 床位",
      "合计 | 42696 | 530.5",
      "养老 | 39961 | 503.6",
      "医院 | 140 | 7.1",
    ]);
  });
});
