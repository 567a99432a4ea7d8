import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CitationBook } from "#answer/citation-book.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const text = "一、经济\n地区生产总值增长3.7%。\n二、生态\n森林覆盖率为33%。\n";
const section = (id: string, title: string, start: number, end: number) => ({
  id,
  parent: null,
  kind: "heading" as const,
  level: 1,
  title,
  heading: { start, end: start + title.length },
  span: { start, end },
});
const second = text.indexOf("二、");
const document = documentWith({
  text,
  sections: [section("s1", "一、经济", 0, second), section("s2", "二、生态", second, text.length)],
});
const other = documentWith({ id: "a/b?c", title: "另一份报告", text });
const newBook = () => new CitationBook(sourcesOf([document, other]));

describe("a citation", () => {
  test("carries the words, the place, the title, the section and the years", () => {
    const book = newBook();
    const start = text.indexOf("地区");
    expect(book.cite(document.id, { start, end: start + 11 })).toBe(1);
    expect(book.citations).toEqual([
      {
        marker: 1,
        documentId: document.id,
        title: document.title,
        section: ["一、经济"],
        quote: text.slice(start, start + 11),
        start,
        end: start + 11,
        url: `/documents/jiangbei-2022?start=${start}&end=${start + 11}#cite`,
        years: [...document.years],
      },
    ]);
  });
  test("of a row of a table carries its cells under the column heads", () => {
    const rowText = "增速\t3.7";
    const cells = [
      { text: "增速", start: 6, end: 8 },
      { text: "3.7", start: 9, end: 12 },
    ];
    const table = {
      ...{ id: "t1", caption: null, section: null, span: { start: 0, end: 12 }, notes: [], unit: null },
      columns: ["指标", "实际"].map((title) => ({ levels: [title], title })),
      header: { start: 0, end: 5 },
      rows: [{ span: { start: 6, end: 12 }, cells, parent: null }],
    };
    const tabled = documentWith({ text: `指标\t实际\n${rowText}`, tables: [table] });
    const book = new CitationBook(sourcesOf([tabled]));
    book.cite(tabled.id, { start: 6, end: 12 });
    expect(book.citations[0]?.table).toEqual({ columns: ["指标", "实际"], rows: [["增速", "3.7"]] });
  });
  test("is numbered in order of first use, and a span cited before keeps its number", () => {
    const book = newBook();
    expect(book.cite(document.id, { start: 5, end: 16 })).toBe(1);
    expect(book.cite(document.id, { start: second, end: text.length })).toBe(2);
    expect(book.cite(document.id, { start: 5, end: 16 })).toBe(1);
    expect(book.cite(document.id, { start: 7, end: 12 })).toBe(1);
    expect(book.citations).toHaveLength(2);
  });
  test("of the same place in another report is another one", () => {
    const book = newBook();
    book.cite(document.id, { start: 5, end: 16 });
    expect(book.cite(other.id, { start: 5, end: 16 })).toBe(2);
  });
  test("has an address that holds whatever the id is", () => {
    const book = newBook();
    book.cite(other.id, { start: 0, end: 4 });
    expect(book.citations[0]?.url).toBe("/documents/a%2Fb%3Fc?start=0&end=4#cite");
  });
  test("of nothing, or of a report that is not held, is a fault", () => {
    expect(() => newBook().cite(document.id, { start: 5, end: 5 })).toThrow(RangeError);
    expect(() => newBook().cite("elsewhere", { start: 0, end: 1 })).toThrow(RangeError);
  });
});

test("whatever is cited, each quote is its slice, markers count up, and no span is inside an earlier one", () => {
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: Math.min(start + length, text.length) }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(document.id, other.id), span), { maxLength: 12 }),
      (wanted) => {
        const book = newBook();
        for (const [id, each] of wanted) {
          const marker = book.cite(id, each);
          const cited = book.citations[marker - 1];
          expect(cited?.quote).toContain(text.slice(each.start, each.end));
        }
        for (const [i, { marker, documentId, quote, start, end }] of book.citations.entries()) {
          expect(marker).toBe(i + 1);
          expect(quote).toBe(text.slice(start, end));
          const earlier = book.citations.slice(0, i).filter((one) => one.documentId === documentId);
          expect(earlier.some((one) => one.start <= start && end <= one.end)).toBe(false);
        }
      },
    ),
  );
});
