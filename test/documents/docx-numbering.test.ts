import { describe, expect, test } from "vitest";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { writeNumber } from "#ingest/formats/write-number.ts";
import { docxOf, para } from "./docx-parts.ts";
import { told } from "./made-blocks.ts";

const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, overrides = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const item = (text: string, numId: number, at = 0) =>
  para(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);
const linesOf = async (body: string, numbering: string, styles = "") =>
  told(await readDocx(await docxOf({ body, numbering, styles })));

const CHINESE = list(
  0,
  level(0, "chineseCounting", "%1、") +
    level(1, "chineseCounting", "（%2）") +
    level(2, "decimal", "%3.") +
    level(3, "decimal", "%3.%4"),
);

describe("automatic numbers are written out", () => {
  test("level by level, inner ones starting anew", async () => {
    const body = [
      item("综合", 1),
      item("收入", 1, 1),
      item("税收", 1, 2),
      item("非税", 1, 2),
      item("支出", 1, 1),
      item("教育", 1, 2),
      item("小学", 1, 3),
      item("农业", 1),
    ].join("");
    expect(await linesOf(body, CHINESE + num(1, 0))).toEqual([
      "一、综合",
      "（一）收入",
      "1.税收",
      "2.非税",
      "（二）支出",
      "1.教育",
      "1.1 小学",
      "二、农业",
    ]);
  });

  test("two instances of one list count on", async () => {
    expect(await linesOf(item("甲", 1) + item("乙", 2), CHINESE + num(1, 0) + num(2, 0))).toEqual([
      "一、甲",
      "二、乙",
    ]);
  });

  test("an instance that overrides the start begins at it, once", async () => {
    const over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    expect(
      await linesOf(item("甲", 1) + item("乙", 2) + item("丙", 2), CHINESE + num(1, 0) + num(2, 0, over)),
    ).toEqual(["一、甲", "五、乙", "六、丙"]);
  });

  test("an instance that overrides a level has its form", async () => {
    const over = `<w:lvlOverride w:ilvl="0">${level(0, "decimalEnclosedCircleChinese", "%1")}</w:lvlOverride>`;
    expect(await linesOf(item("甲", 1), CHINESE + num(1, 0, over))).toEqual(["① 甲"]);
  });

  test("by the paragraph's style and the style that it is based on, which names no level", async () => {
    const numbering =
      list(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="A"/>') +
          level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>'),
      ) + num(1, 0);
    const styled = (id: string, more: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`;
    const styles =
      styled("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      styled("B", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      styled("C", '<w:basedOn w:val="B"/>');
    const body =
      para("综合", '<w:pStyle w:val="A"/>') +
      para("收入", '<w:pStyle w:val="B"/>') +
      para("支出", '<w:pStyle w:val="C"/>');
    expect(await linesOf(body, numbering, styles)).toEqual(["一、综合", "（一）收入", "（二）支出"]);
  });

  test("a list that links to the list of a style is that list", async () => {
    const linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="S"/></w:abstractNum>';
    const source = `<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="S"/>${level(0, "decimal", "第%1条")}</w:abstractNum>`;
    expect(await linesOf(item("总则", 1), linked + source + num(1, 7))).toEqual(["第1条 总则"]);
  });

  test("a paragraph that sets its style's number off has none; bullets have none", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const off = para("甲", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const numbering = CHINESE + list(3, level(0, "bullet", "")) + num(1, 0) + num(2, 3);
    expect(await linesOf(off + item("乙", 2), numbering, styles)).toEqual(["甲", "乙"]);
  });

  test("a level that never restarts counts through; a legal one writes all levels in digits", async () => {
    const never =
      list(
        0,
        level(0, "chineseCounting", "%1、") +
          level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>') +
          level(2, "decimal", "%1.%3", "<w:isLgl/>"),
      ) + num(1, 0);
    const body = [item("甲", 1), item("a", 1, 1), item("乙", 1), item("b", 1, 1), item("c", 1, 2)].join("");
    expect(await linesOf(body, never)).toEqual(["一、甲", "1.a", "二、乙", "2.b", "2.1 c"]);
  });
});

test.each([
  ["chineseCounting", 10, "十"],
  ["chineseCounting", 12, "十二"],
  ["chineseCounting", 20, "二十"],
  ["chineseCounting", 105, "一百零五"],
  ["chineseLegalSimplified", 12, "壹拾贰"],
  ["ideographTraditional", 3, "丙"],
  ["decimalEnclosedCircle", 11, "⑪"],
  ["decimalZero", 7, "07"],
  ["upperRoman", 14, "XIV"],
  ["lowerLetter", 28, "bb"],
  ["decimalFullWidth", 12, "１２"],
])("%s of %i is %s", (format, value, written) => {
  expect(writeNumber(value, format)).toBe(written);
});
