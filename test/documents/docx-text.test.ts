import { describe, expect, test } from "vitest";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { type DocxParts, docxOf, para, run, tbl } from "./docx-parts.ts";
import { heading, note, paragraph, table, told } from "./made-blocks.ts";
import { writeDocx } from "./write-docx.ts";

const read = async (parts: DocxParts) => readDocx(await docxOf(parts));
const linesOf = async (body: string, parts: Omit<DocxParts, "body"> = {}) =>
  told(await read({ body, ...parts }));

test("what is written comes back", async () => {
  const blocks = [
    heading(1, "2025年预算报告"),
    heading(2, "一、收入"),
    paragraph("全年收入100.5亿元，增长5.3%。"),
    table(
      [
        [
          { text: "科目", rowSpan: 2 },
          { text: "预计数", colSpan: 2 },
        ],
        ["全市", "市级"],
        [{ text: "其中：土地", indent: 1 }, "39.63", "13.83"],
      ],
      2,
    ),
    note("本报告数据为预计数。"),
  ];
  const reading = await readDocx(await writeDocx(blocks));
  expect(reading.blocks).toEqual(blocks);
  expect(reading.problems).toEqual([]);
});

describe("the text of runs", () => {
  test("insertions are kept, deletions and what was moved away are not", async () => {
    const body = para(
      `${run("收入")}<w:ins>${run("1")}</w:ins><w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:moveFrom>${run("3")}</w:moveFrom><w:moveTo>${run("亿元")}</w:moveTo>`,
    );
    expect(await linesOf(body)).toEqual(["收入1亿元"]);
  });

  test("a paragraph whose mark was deleted goes on in the next", async () => {
    expect(await linesOf(para("全市", "<w:rPr><w:del/></w:rPr>") + para("收入"))).toEqual(["全市收入"]);
  });

  test("a deleted row of a table is none", async () => {
    expect(
      await linesOf(
        tbl(
          [
            ["甲", "1"],
            ["乙", "2"],
          ],
          ["", "<w:del/>"],
        ),
      ),
    ).toEqual(["甲 | 1"]);
  });

  test("fields tell what they last showed, simple and complex", async () => {
    const body =
      para(`${run("表")}<w:fldSimple w:instr=" SEQ 表 ">${run("1")}</w:fldSimple>${run(" 收支")}`) +
      para(
        `${run("表")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ 表 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      );
    expect(await linesOf(body)).toEqual(["表1 收支", "表2"]);
  });

  test.each([
    ["its own", para(run("密", "<w:vanish/>") + run("明")), ""],
    [
      "its style's",
      para(run("密", '<w:rStyle w:val="V"/>') + run("明")),
      '<w:style w:type="character" w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
    [
      "the style its style is based on",
      para(run("密", '<w:rStyle w:val="U"/>') + run("明")),
      '<w:style w:type="character" w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="U"><w:basedOn w:val="V"/></w:style>',
    ],
    [
      "its paragraph's style's, set off again",
      para(run("密") + run("明", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="P"/>'),
      '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
  ])("hidden text is left out and said: %s", async (_, body, styles) => {
    const reading = await read({ body, styles });
    expect(told(reading)).toEqual(["明"]);
    expect(reading.problems.map(({ code }) => code)).toEqual(["hidden_left_out"]);
  });

  test("formulas are text", async () => {
    const fraction =
      "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>";
    const power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>";
    expect(
      await linesOf(
        para(`${run("率=")}<m:oMath>${fraction}</m:oMath>`) + para(`<m:oMath>${power}</m:oMath>`),
      ),
    ).toEqual(["率=(a+b)/2", "x²"]);
  });

  test.each([
    [
      "an exponent stays one",
      run("面积12.5km") + run("2", '<w:vertAlign w:val="superscript"/>'),
      "面积12.5km²",
    ],
    [
      "a mark never joins a figure",
      run("产量41.2") + run("4", '<w:vertAlign w:val="superscript"/>') + run("万吨"),
      "产量41.2万吨",
    ],
    ["symbols of symbol fonts", `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run("是")}`, "☑是"],
    ["a hyphen that does not break", `${run("GB")}<w:r><w:noBreakHyphen/></w:r>${run("3095")}`, "GB-3095"],
    [
      "what smart tags and links hold",
      `<w:smartTag>${run("甲")}</w:smartTag><w:hyperlink>${run("乙")}</w:hyperlink>`,
      "甲乙",
    ],
    [
      "the base of ruby text",
      "<w:r><w:ruby><w:rt><w:r><w:t>yú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>渝</w:t></w:r></w:rubyBase></w:ruby></w:r>",
      "渝",
    ],
  ])("%s", async (_, runs, line) => {
    expect(await linesOf(para(runs))).toEqual([line]);
  });

  test("foot- and endnotes come after the text as notes, their marks go", async () => {
    const body = para(
      `${run("生产总值")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("增长5%。")}<w:r><w:endnoteReference w:id="3"/></w:r>`,
    );
    const footnotes = `<w:footnote w:id="0" w:type="separator">${para("———")}</w:footnote><w:footnote w:id="2">${para("按现价计算。")}</w:footnote>`;
    const endnotes = `<w:endnote w:id="3">${para("初步数。")}</w:endnote>`;
    expect(await linesOf(body, { footnotes, endnotes })).toEqual([
      "生产总值增长5%。",
      "* 按现价计算。",
      "* 初步数。",
    ]);
  });

  test("a file that names notes and has none is read", async () => {
    expect(await linesOf(para(`<w:r><w:footnoteReference w:id="2"/></w:r>${run("收入")}`))).toEqual(["收入"]);
  });

  test("text boxes stand once, after their paragraph", async () => {
    const box = (text: string) => `<w:txbxContent>${para(text)}</w:txbxContent>`;
    const body = para(
      `${run("正文")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box("专栏一")}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box("专栏一")}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await linesOf(body + para("下文"))).toEqual(["正文", "专栏一", "下文"]);
  });

  test("the figures that a chart was drawn from are a table", async () => {
    const points = (...values: string[]) =>
      values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join("");
    const chart = `<c:ser><c:tx><c:strCache>${points("增速（%）")}</c:strCache></c:tx><c:cat><c:strCache>${points("2024年", "2025年")}</c:strCache></c:cat><c:val><c:numCache><c:formatCode>0.0</c:formatCode>${points("5.2999999999999998", "6")}</c:numCache></c:val></c:ser>`;
    const body =
      para(run("图1")) +
      para('<w:r><w:drawing><a:graphic><c:chart r:id="c1"/></a:graphic></w:drawing></w:r>');
    expect(await linesOf(body, { charts: { c1: chart } })).toEqual([
      "图1",
      " | 增速（%）",
      "2024年 | 5.3",
      "2025年 | 6.0",
    ]);
  });

  test("an automatic table of contents is left out", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    expect(await linesOf(para("一、综合\t1", '<w:pStyle w:val="T"/>') + para("正文"), { styles })).toEqual([
      "正文",
    ]);
  });

  test("a full line without a stop and its rest are one paragraph, the page number between them gone", async () => {
    const first = "七堡入海断面全年水质保持二类，年均高锰酸盐指数为2.1毫克";
    const body =
      para(first, '<w:ind w:left="800"/>') + para("—3—") + para("每升，优于目标。", '<w:ind w:left="300"/>');
    expect(await linesOf(body)).toEqual([`${first}每升，优于目标。`]);
  });
});

describe("what is told of a file that is not read whole", () => {
  test("embedded objects are named", async () => {
    const reading = await read({ body: para(`${run("甲")}<w:r><w:object/></w:r>`) });
    expect(reading.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["embedded_left_out", "warning"],
    ]);
  });

  test("a title among the properties counts only where the text bears it out", async () => {
    const core = (title: string) =>
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title}</dc:title></cp:coreProperties>`;
    const body = para("某某市2025年预算报告");
    expect((await read({ body, core: core("某某市2025年预算报告") })).facts.title).toBe(
      "某某市2025年预算报告",
    );
    expect((await read({ body, core: core("关于开会的通知") })).facts.title).toBe(null);
  });
});

describe("what a file calls its namespaces is its own affair", () => {
  const documentOf = (prefix: string, uri: string) =>
    `<${prefix}:document xmlns:${prefix}="${uri}"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:rPr><${prefix}:vanish ${prefix}:val="0"/></${prefix}:rPr><${prefix}:t>收入</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`;

  test.each([
    ["strict", "w", "http://purl.oclc.org/ooxml/wordprocessingml/main"],
    ["another prefix", "x", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ])("%s", async (_, prefix, uri) => {
    expect(await linesOf("", { others: { "word/document.xml": documentOf(prefix, uri) } })).toEqual(["收入"]);
  });
});
