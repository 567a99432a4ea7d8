import { describe, expect, test } from "vitest";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { told } from "./made-blocks.ts";
import { pageOf } from "./write-html.ts";

const SENTENCE = "<p>全年地区生产总值100.5亿元，比上年增长5.3%。</p>";
const linesOf = async (body: string) =>
  told(await readHtml(pageOf(`${SENTENCE}${body}${SENTENCE}`))).slice(1, -1);

describe("tables of a page", () => {
  test("cells merged both ways keep their spans", async () => {
    const rows = await linesOf(`<table>
      <tr><td rowspan="2">预算科目</td><td colspan="2">预计数</td></tr>
      <tr><td>全市</td><td>市级</td></tr>
      <tr><td>土地出让收入</td><td>39.63</td><td>13.83</td></tr></table>`);
    expect(rows).toEqual(["预算科目^2 | 预计数>2", "全市 | 市级", "土地出让收入 | 39.63 | 13.83"]);
  });

  test("spans beyond the table are cut to it", async () => {
    const rows = await linesOf(
      '<table><tr><td colspan="100000">表1</td></tr><tr><td rowspan="900">甲</td><td>1</td></tr><tr><td>2</td></tr></table>',
    );
    expect(rows).toEqual(["表1>2", "甲^2 | 1", "2"]);
  });

  test("header rows are those of th or thead", async () => {
    const reading = await readHtml(
      pageOf(
        `${SENTENCE}<table><thead><tr><td>项目</td><td>金额</td></tr></thead><tr><td>甲</td><td>1</td></tr></table>`,
      ),
    );
    expect(reading.blocks.flatMap((block) => (block.kind === "table" ? [block.headerRows] : []))).toEqual([
      1,
    ]);
  });

  test("a layout table is seen through, nested tables with it", async () => {
    const rows = await linesOf(
      `<table><tr><td><p>表1 收支</p></td></tr><tr><td><table class="MsoNormalTable"><tr><td>收入</td><td>1</td></tr>
       <tr><td>支出</td><td>2</td></tr></table></td></tr></table>`,
    );
    expect(rows).toEqual(["表1 收支", "收入 | 1", "支出 | 2"]);
  });

  test("a frame of one cell is text; one around a picture is nothing", async () => {
    const rows = await linesOf(
      "<table><tr><td>专栏一 重点工程</td></tr></table><table><tr><td><img></td><td></td></tr></table>",
    );
    expect(rows).toEqual(["专栏一 重点工程"]);
  });

  test("indents by spaces and by style", async () => {
    const rows = await linesOf(
      '<table><tr><td>粮食</td><td>6</td></tr><tr><td>　　小麦</td><td>1</td></tr><tr><td style="text-indent:2em">玉米</td><td>2</td></tr><tr><td><p style="margin-left:32px">豆类</p></td><td>3</td></tr></table>',
    );
    expect(rows).toEqual(["粮食 | 6", "~~小麦 | 1", "~~玉米 | 2", "~~豆类 | 3"]);
  });

  test("a name broken by its column is whole", async () => {
    const rows = await linesOf(
      "<table><tr><td><p>地区生</p><p>产总值</p></td><td>GDP<br>growth</td></tr></table>",
    );
    expect(rows).toEqual(["地区生产总值 | GDP growth"]);
  });

  test("columns stacked in one row are parted where every cell has as many lines", async () => {
    const rows = await linesOf(
      "<table><tr><td>指标</td><td>机构</td></tr><tr><td>甲<br>乙<br>丙</td><td>1.0<br>2.0<br>3.0</td></tr></table>",
    );
    expect(rows).toEqual(["指标 | 机构", "甲 | 1.0", "乙 | 2.0", "丙 | 3.0"]);
  });

  test("columns that do not match line by line stay stacked, and the file is named for it", async () => {
    const reading = await readHtml(
      pageOf(`${SENTENCE}<table><tr><td>甲<br>乙</td><td>1.0<br>2.0<br>3.0</td></tr></table>`),
    );
    expect(told(reading).slice(1)).toEqual(["甲乙 | 1.0 2.0 3.0"]);
    expect(reading.problems.map(({ code }) => code)).toEqual(["stacked_cells"]);
  });
});
