import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import { contains } from "#domain/span.ts";
import { reportWith } from "#indicators/example-report.ts";
import { sentenceRows } from "./sentence-rows.ts";

function report(text: string): SourceDocument {
  const heading = { start: 0, end: 10 };
  return reportWith({
    title: "重庆市渝北区人民政府工作报告",
    region: "渝北区",
    years: [2023, 2024],
    reviewYear: 2023,
    planYear: 2024,
    kind: "work-report",
    text: `一、2023年工作回顾\n${text}`,
    sections: [
      {
        id: "s1",
        parent: null,
        kind: "heading",
        level: 1,
        title: "一、2023年工作回顾",
        heading,
        span: { start: 0, end: text.length + 11 },
      },
    ],
  });
}

const pieces = [
  "全区",
  "全市",
  "地区生产总值",
  "实现",
  "达到",
  "突破",
  "增长",
  "下降",
  "分别",
  "和",
  "、",
  "，",
  "。",
  "；",
  "（",
  "）",
  "“",
  "”",
  "1325 亿元",
  "3.9%",
  "5 万人",
  "2022年",
  "近",
  "以上",
  "城镇新增就业",
  "总量",
  "其中",
  "园区",
  "的",
  "固定资产投资",
  " ",
  "一百",
  "个百分点",
];

describe("sentenceRows", () => {
  it("reads through spaces that a report puts around figures", () => {
    const document = report("全年 地区生产总值 达到 1325 亿元，同比增长 3.9%。");
    expect(sentenceRows(document).map((row) => [row.indicator, row.value, row.raw])).toEqual([
      ["地区生产总值", "1325", "1325 亿元"],
      ["地区生产总值增速", "3.9", "3.9%"],
    ]);
  });

  it("shows the sign of a fall in what it quotes", () => {
    const [row] = sentenceRows(report("房地产开发投资下降5.4%。"));
    expect(row).toMatchObject({
      value: "-5.4",
      raw: "下降5.4%",
      kind: "actual",
      year: 2023,
      section: ["一、2023年工作回顾"],
    });
  });

  it("leaves headings and their figures alone", () => {
    expect(sentenceRows(report("")).length).toBe(0);
  });

  it("quotes what stands in the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
        const document = report(words.join(""));
        for (const row of sentenceRows(document)) {
          expect(document.text.slice(row.start, row.end)).toBe(row.raw);
          expect(contains(row.context, row)).toBe(true);
          expect(row.value).toMatch(/^-?\d+(\.\d+)?$/);
        }
      }),
    );
  });

  it("takes no longer on text made to be slow", () => {
    const started = performance.now();
    for (const word of ["达到", "同比", "其中", "和", "、3个", "（", "增长5%"])
      sentenceRows(report(`${word.repeat(1500)}X5亿元。`));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
