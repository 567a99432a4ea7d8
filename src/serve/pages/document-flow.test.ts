import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentDetail } from "#protocol/library.ts";
import { documentFlow } from "./document-flow.ts";

const EMPTY: DocumentDetail = {
  ...{ id: "d", title: "d", region: null, years: [], kind: "other", issuer: null, published: null },
  ...{ sourceName: "d.txt", format: "text", original: "", pages: null, places: [] },
  ...{ chars: 0, sections: 0, indicators: 0, text: "", sectionTree: [], tables: [] },
};

function headed(text: string, ...titles: string[]): DocumentDetail {
  const sectionTree = titles.map((title, at) => {
    const start = text.indexOf(title);
    const heading = { start, end: start + title.length };
    return { id: `s${at + 1}`, parent: null, kind: "heading", level: 1, title, heading, span: heading };
  });
  return { ...EMPTY, text, sectionTree };
}

test("a heading that fills its line is a heading, one that opens a paragraph is its lead", () => {
  const flow = documentFlow(headed("一、回顾\n稳中求进。全年增长。\n\n完。", "一、回顾", "稳中求进。"));
  expect(flow.map((block) => block.type)).toEqual(["heading", "paragraph", "paragraph"]);
  expect(flow[1]).toMatchObject({ lead: { start: 5, end: 10 }, anchors: ["s2"] });
});

test("a heading over two lines is one heading", () => {
  const flow = documentFlow(headed("一、经济\n社会\n正文", "一、经济\n社会"));
  expect(flow.map((block) => block.type)).toEqual(["heading", "paragraph"]);
});

test("whatever the text, every visible character stands in exactly one block, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("甲", "乙", "\n", " ", "。") }), (text) => {
      const spans = documentFlow({ ...EMPTY, text }).flatMap((block) =>
        block.type === "table" ? [] : [block.span],
      );
      expect(
        spans
          .map(({ start, end }) => text.slice(start, end))
          .join("")
          .replace(/\s/g, ""),
      ).toBe(text.replace(/\s/g, ""));
    }),
  );
});
