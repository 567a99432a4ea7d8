import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CitationBook } from "#answer/citation-book.ts";
import type { Draft } from "#answer/draft.ts";
import { unsupportedIn } from "#answer/verify.ts";
import type { Block } from "#protocol/chat.ts";
import { documentWith, rowWith, sourcesOf } from "./example-sources.ts";

const text = "2022年，地区生产总值1,602.8亿元，增长3.7%，目标7左右。\n";
const sources = sourcesOf([documentWith({ text })]);

/** A draft that cites the whole sentence as [1]. */
function draftWith(blocks: readonly Block[], parts: Partial<Draft> = {}): Draft {
  const book = new CitationBook(sources);
  book.cite("jiangbei-2022", { start: 0, end: text.length });
  return {
    status: "answered",
    reason: "value",
    blocks,
    book,
    used: [],
    computed: [],
    suggestions: [],
    ...parts,
  };
}
const paragraph = (words: string): Block => ({ type: "paragraph", text: words });
const faults = (blocks: readonly Block[], parts?: Partial<Draft>, allowed: readonly string[] = []) =>
  unsupportedIn(draftWith(blocks, parts), allowed);

describe("what stands in a cited span is supported", () => {
  test.each([
    ["a figure", "增长3.7%[1]。"],
    ["a figure with its thousands set apart or not", "1602.8亿元[1]"],
    ["a figure in full-width digits", "增长３.７%[1]"],
    ["a year of the title", "2022年增长3.7%[1]"],
    ["two figures with a comma between them", "目标7，2022年增长3.7%[1]"],
    ["words without figures", "报告没有写明。"],
  ])("%s", (_what, words) => expect(faults([paragraph(words)])).toEqual([]));

  test("the result of a computation", () => {
    expect(faults([paragraph("相差3.3个百分点")], { computed: ["3.3"] })).toEqual([]);
  });
  test("what the question says itself", () => {
    expect(faults([paragraph("报告没有2019年的数据")], {}, ["2019年GDP是多少"])).toEqual([]);
  });
  test("the year of a row that was used", () => {
    const used = [{ row: rowWith({ year: 2031 }), marker: 1 }];
    expect(faults([paragraph("2031年[1]")], { used })).toEqual([]);
  });
});

describe("each fault is found", () => {
  test("a figure from nowhere", () => {
    expect(faults([paragraph("增长3.8%[1]。")])).toEqual([{ kind: "figure", text: "3.8" }]);
  });
  test("a figure that is only a part of a printed one", () => {
    expect(faults([paragraph("1602亿元[1]")])).toEqual([{ kind: "figure", text: "1602" }]);
    expect(faults([paragraph("增长0.7%[1]")])).toEqual([{ kind: "figure", text: "0.7" }]);
  });
  test("a marker that does not exist", () => {
    expect(faults([paragraph("增长3.7%[2]。")])).toEqual([{ kind: "marker", text: "2" }]);
  });
  test.each<[string, Block]>([
    ["an item of a list", { type: "list", ordered: false, items: ["增长3.7%[1]", "增长9.9%[1]"] }],
    ["a cell of a table", { type: "table", columns: ["数值"], rows: [["9.9[1]"]] }],
    ["a head of a table", { type: "table", columns: ["9.9"], rows: [] }],
    [
      "a point of a chart",
      {
        type: "chart",
        shape: "bar",
        title: "",
        unit: "%",
        points: [{ label: "江北区", series: "实际", kind: "actual", value: -9.9 }],
      },
    ],
  ])("in %s", (_where, block) => expect(faults([block])).toEqual([{ kind: "figure", text: "9.9" }]));

  test("all of them, in reading order", () => {
    expect(faults([paragraph("甲8.1[1]"), paragraph("乙8.2[9]")]).map(({ text: each }) => each)).toEqual([
      "8.1",
      "9",
      "8.2",
    ]);
  });
});

test("any figure that the cited words do not hold is caught", () => {
  const printed = new Set(["2022", "1602.8", "3.7", "7", "2023"]);
  const figure = fc.integer({ min: 0, max: 99_999 }).map((number) => String(number / 10));
  fc.assert(
    fc.property(figure, (each) => {
      const found = faults([paragraph(`为${each}亿元[1]`)]).map(({ text: caught }) => caught);
      expect(found).toEqual(printed.has(each) ? [] : [each]);
    }),
  );
});
