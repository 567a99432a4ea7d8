import { describe, expect, test } from "vitest";
import { readOfd } from "#ingest/formats/ofd/read-ofd.ts";
import { deltasOf } from "#ingest/formats/ofd/text-glyphs.ts";
import { paragraph, table, told } from "./made-blocks.ts";
import { ofdOf, ruleObject, textObject, writeOfd } from "./write-ofd.ts";

const LONG =
  "全年全市实现地区生产总值2765.8亿元，比上年增长5.5%。分产业看，第一产业增加值214.5亿元，同比增长4.0%；第二产业增加值1085.7亿元，同比增长4.4%；第三产业增加值1465.6亿元，同比增长6.5%。";
const linesOf = async (...pages: string[]) => told(await readOfd(await ofdOf(pages)));

test("what is written comes back: paragraphs whole, tables with their spans, each on its page", async () => {
  const blocks = [
    paragraph("一、综合"),
    paragraph(LONG),
    table([
      [
        { text: "预算科目", rowSpan: 2 },
        { text: "预计数", colSpan: 2 },
      ],
      ["全市", "市级"],
      ["土地出让收入", "39.63", "13.83"],
      ["污水处理费收入", "1.65", ""],
    ]),
    ...Array.from({ length: 12 }, () => paragraph(LONG)),
  ];
  const reading = await readOfd(await writeOfd(blocks));
  expect(told(reading)).toEqual(told({ ...reading, blocks }));
  expect(reading.pages).toBe(2);
  expect(new Set(reading.blocks.map(({ origin }) => origin.page))).toEqual(new Set([1, 2]));
});

test.each([
  ["4.5 4.5", [4.5, 4.5]],
  ["g 3 4.5 2", [4.5, 4.5, 4.5, 2]],
  ["1 g 2 0.5 g 1 3", [1, 0.5, 0.5, 3]],
  ["", []],
  ["g 999999999 1", Array.from({ length: 100_000 }, () => 1)],
])("steps between characters: %s", (told, deltas) => {
  expect(deltasOf(told)).toEqual(deltas);
});

describe("objects of a page", () => {
  test("a transform moves and scales what it draws", async () => {
    const far = textObject("下文", 0, 0, 'CTM="1 0 0 1 25 60"');
    expect(await linesOf(far + textObject("上文。", 25, 30))).toEqual(["上文。", "下文"]);
  });

  test("what is in blocks of objects is drawn, what is not visible is not", async () => {
    const block = `<ofd:PageBlock>${textObject("甲", 25, 30)}</ofd:PageBlock>`;
    expect(await linesOf(block + textObject("乙", 25, 60, 'Visible="false"'))).toEqual(["甲"]);
  });

  test("characters written one by one in any order make a line", async () => {
    const signs = [..."全年收入"].map((sign, at) => textObject(sign, 25 + at * 4, 30)).reverse();
    expect(await linesOf(signs.join(""))).toEqual(["全年收入"]);
  });

  test("templates are drawn under their pages, other documents of the file after the first", async () => {
    const reading = await readOfd(
      await ofdOf([textObject("正文。", 25, 60)], { template: textObject("抬头", 25, 30) }),
    );
    expect(told(reading)).toEqual(["抬头", "正文。"]);
  });

  test("a filled box as thin as a line is a rule", async () => {
    const thin = (x: number, y: number, width: number, height: number) =>
      `<ofd:PathObject Boundary="${x} ${y} ${width} ${height}" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;
    const rules =
      [20, 30, 40].map((y) => thin(20, y, 100, 0.2)).join("") +
      [20, 60, 120].map((x) => thin(x, 20, 0.2, 20)).join("");
    const cells =
      textObject("甲", 22, 22) + textObject("1", 62, 22) + textObject("乙", 22, 32) + textObject("2", 62, 32);
    expect(await linesOf(rules + cells)).toEqual(["甲 | 1", "乙 | 2"]);
  });
});

describe("what cannot be read is named", () => {
  const codeOf = async (bytes: Uint8Array) => (await readOfd(bytes)).problems.map(({ code }) => code);

  test("pictures of pages", async () => {
    expect(await codeOf(await ofdOf(['<ofd:ImageObject Boundary="0 0 210 297"/>']))).toEqual(["scanned"]);
  });

  test("nothing at all", async () => {
    expect(await codeOf(await ofdOf([ruleObject([20, 20], [100, 20])]))).toEqual(["no_text"]);
  });

  test("characters without a meaning", async () => {
    expect(await codeOf(await ofdOf([textObject("\ue000\ue001\ue002", 25, 30)]))).toEqual(["garbled_fonts"]);
  });

  test("an encrypted file", async () => {
    expect(
      await codeOf(await ofdOf([textObject("甲", 25, 30)], { others: { "Encryptions.xml": "<a/>" } })),
    ).toEqual(["encrypted"]);
  });

  test("a page that is missing, no half of the rest", async () => {
    const bytes = await ofdOf([textObject("甲", 25, 30)], {
      others: {
        "Doc_0/Document.xml":
          '<Document><Pages><Page BaseLoc="Pages/Page_0/Content.xml"/><Page BaseLoc="gone.xml"/></Pages></Document>',
      },
    });
    expect(await codeOf(bytes)).toEqual(["damaged"]);
  });
});
