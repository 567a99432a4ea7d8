import { describe, expect, test } from "vitest";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { heading, note, paragraph, table, told } from "./made-blocks.ts";
import { htmlBytes, pageOf, writeHtml } from "./write-html.ts";

const SENTENCE = "<p>全年地区生产总值100.5亿元，比上年增长5.3%。</p>";
const LINE = "全年地区生产总值100.5亿元，比上年增长5.3%。";
const linesOf = async (body: string) =>
  told(await readHtml(pageOf(`${SENTENCE}${body}${SENTENCE}`))).slice(1, -1);

describe("the text of a page", () => {
  test("what is written comes back", async () => {
    const blocks = [
      heading(2, "一、综合"),
      paragraph(LINE),
      table(
        [
          ["指标", "2025年"],
          [{ text: "其中：小麦", indent: 1 }, "3.7%"],
        ],
        1,
      ),
      paragraph("城镇新增就业9.49万人，比上年增加0.3万人。"),
      note("[1]本公报数据为初步统计数。"),
    ];
    const reading = await readHtml(writeHtml(blocks));
    expect(reading.blocks).toEqual(blocks);
    expect(reading.problems).toEqual([]);
  });

  test.each([
    [
      "script, style and template",
      "<script>var a='甲'</script><style>p{}</style><template><p>甲</p></template><noscript>甲</noscript>",
    ],
    ["no display", '<p style="display:none">甲</p>'],
    ["no visibility", '<p style="visibility: hidden">甲</p>'],
    ["no size", '<p style="font-size:0px">甲</p>'],
    ["the attribute", "<p hidden>甲</p>"],
    ["decoration", '<p aria-hidden="true">甲</p>'],
    ["white letters", '<p><span style="color:#ffffff">甲</span></p>'],
    ["off the page", '<p style="position:absolute;left:-9999px">甲</p>'],
    ["Word's own mark", '<p style="mso-hide:all">甲</p>'],
    ["struck out", "<p><s>甲</s></p>"],
    [
      "a rule of the style sheet",
      "<style>@media print{p{display:none}} .x{display:none}</style><p class='x'>甲</p>",
    ],
    ["fields of a form", "<select><option>甲</option></select><button>甲</button>"],
  ])("is not what a reader does not see: %s", async (_, body) => {
    expect(await linesOf(body)).toEqual([]);
  });

  test("keeps white letters on a coloured ground", async () => {
    expect(await linesOf('<p style="background:#c00"><span style="color:#fff">专栏一</span></p>')).toEqual([
      "专栏一",
    ]);
  });

  test("tells how much was hidden", async () => {
    const { problems } = await readHtml(pageOf(`${SENTENCE}<p hidden>甲乙</p>`));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["hidden_left_out", "warning"]]);
  });

  test.each([
    ["a break parts paragraphs", "收入1亿元。<br>支出2亿元。", ["收入1亿元。", "支出2亿元。"]],
    ["set-in lines are paragraphs", "公报<br>　　全市情况", ["公报", "全市情况"]],
    [
      "a break inside a sentence does not",
      "全市上下深入贯彻落实党中央、国务院及省委、省政府决<br>策部署，经济稳中有进。",
      ["全市上下深入贯彻落实党中央、国务院及省委、省政府决策部署，经济稳中有进。"],
    ],
    ["lines of the source are none", "地区生产\n      总值", ["地区生产总值"]],
    ["spaces are one", "合&nbsp;&nbsp;　计", ["合 计"]],
  ])("%s", async (_, body, lines) => {
    expect(await linesOf(`<p>${body}</p>`)).toEqual(lines);
  });

  test.each([
    ["an exponent of a unit stays one", "面积12.5km<sup>2</sup>", "面积12.5km²"],
    ["a power of ten stays one", "产量3.2×10<sup>4</sup>吨", "产量3.2×10⁴吨"],
    ["a negative exponent", "流量5m<sup>3</sup>·s<sup>-1</sup>", "流量5m³·s⁻¹"],
    ["a mark never joins a figure", "产量41.2<sup>4</sup>万吨", "产量41.2万吨"],
    ["a mark without its note stays as a mark", "生产总值<sup>4</sup>增长", "生产总值[4]增长"],
    ["an index below the line is text", "PM<sub>2.5</sub>浓度", "PM2.5浓度"],
  ])("%s", async (_, body, line) => {
    expect(await linesOf(`<p>${body}</p>`)).toEqual([line]);
  });

  test("a mark whose note is on the page goes, in however many elements it stands", async () => {
    const lines = await linesOf(
      "<p>生产总值<sup>[</sup><sup><b>2</b></sup><sup>]</sup>增长。</p><p>[2]按现价计算。</p>",
    );
    expect(lines).toEqual(["生产总值增长。", "[2]按现价计算。"]);
  });

  test.each([
    ["一、综合", "## 一、综合"],
    ["（二）工业", "### （二）工业"],
    ["全年完成投资", "全年完成投资"],
    ["一是加大投入，二是加强管理", "一是加大投入，二是加强管理"],
  ])("a bold line is a heading only where it looks like one: %s", async (text, line) => {
    expect(await linesOf(`<p><strong>${text}</strong></p>`)).toEqual([line]);
  });

  test("numbers of ordered lists are written out", async () => {
    expect(await linesOf('<ol start="3"><li>教育</li><li>卫生</li></ol>')).toEqual(["3.教育", "4.卫生"]);
  });

  test("a line under a table that begins as a note is one", async () => {
    const lines = await linesOf(
      "<table><tr><td>项目</td><td>金额</td></tr></table><p>注：金额为预计数。</p>",
    );
    expect(lines).toEqual(["项目 | 金额", "* 注：金额为预计数。"]);
  });
});

describe("the bytes of a page", () => {
  const page = `<html><head><meta charset="utf-8"></head><body>${SENTENCE}</body></html>`;

  test("UTF-8 with a byte-order mark", async () => {
    expect(told(await readHtml(htmlBytes(`\ufeff${page}`)))).toEqual([LINE]);
  });

  test("GB18030, whatever the page says it is", async () => {
    const gb = Uint8Array.from([
      ...new TextEncoder().encode('<html><head><meta charset="utf-8"></head><body><p>'),
      ...[0xc8, 0xab, 0xc4, 0xea, 0xb5, 0xc4, 0xca, 0xd5, 0xc8, 0xeb, 0xa1, 0xa3],
      ...new TextEncoder().encode("</p></body></html>"),
    ]);
    expect(told(await readHtml(gb))).toEqual(["全年的收入。"]);
  });

  test("no text at all is named", async () => {
    const { blocks, problems } = await readHtml(htmlBytes("<html><body><div id='app'></div></body></html>"));
    expect(blocks).toEqual([]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["no_text", "error"]]);
  });
});
