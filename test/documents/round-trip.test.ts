import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileBlock, FileCell, FormatReader } from "#ingest/formats/file-reading.ts";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { heading, paragraph, type TableBlock, table } from "./made-blocks.ts";
import { writeDocx } from "./write-docx.ts";
import { writeHtml } from "./write-html.ts";

const words = fc.constantFrom(
  "收入",
  "支出",
  "其中：小麦",
  "地区生产总值",
  "（一）税收",
  "PM2.5",
  "A & B < C",
  "合 计",
);
const figures = fc.constantFrom("100.5", "3.7%", "-12.3", "(5.7)", "1,234.5", "—", "↓1.6", "");
const sentence = paragraph("全年收入100.5亿元，比上年增长5.3%。");

/** A grid with one rectangle of merged cells somewhere above its last row, names set in now and then. */
const tables: fc.Arbitrary<TableBlock> = fc
  .record({
    rows: fc.integer({ min: 2, max: 6 }),
    columns: fc.integer({ min: 2, max: 5 }),
    merged: fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    texts: fc.array(fc.tuple(words, figures), { minLength: 30, maxLength: 30 }),
    indents: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    header: fc.boolean(),
  })
  .map(({ rows, columns, merged: [top, left, down, right], texts, indents, header }) => {
    const high = Math.max(1, Math.min(down, rows - 1 - top));
    const wide = Math.max(1, Math.min(right, columns - left));
    const inside = (row: number, column: number) =>
      row >= top &&
      row < top + high &&
      column >= left &&
      column < left + wide &&
      top < rows - 1 &&
      left < columns;
    const cellAt = (row: number, column: number): Partial<FileCell> & { text: string } => {
      const [word = "", figure = ""] = texts[(row * columns + column) % texts.length] ?? [];
      const spans = inside(row, column) ? { rowSpan: high, colSpan: wide } : {};
      const indent = column === 0 && row > 0 && !inside(row, column) ? (indents[row] ?? 0) : 0;
      return { text: column === 0 || row === 0 ? word : figure, ...spans, indent };
    };
    const cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => column)
        .filter((column) => !inside(row, column) || (row === top && column === left))
        .map((column) => cellAt(row, column)),
    );
    return table(cells, header ? 1 : null);
  });

const documents: fc.Arbitrary<FileBlock[]> = fc
  .array(fc.oneof(tables, fc.constant(sentence), fc.constant(heading(2, "工业和建筑业"))), { maxLength: 5 })
  .map((blocks) => [sentence, ...blocks, sentence]);

const formats: readonly [string, (blocks: FileBlock[]) => Uint8Array | Promise<Uint8Array>, FormatReader][] =
  [
    ["web page", (blocks) => writeHtml(blocks), readHtml],
    ["Word file", (blocks) => writeDocx(blocks), readDocx],
  ];

test.each(formats)("whatever is written as a %s is read as it was", async (_, write, read) => {
  await fc.assert(
    fc.asyncProperty(documents, async (blocks) => {
      expect((await read(await write(blocks))).blocks).toEqual(blocks);
    }),
    { numRuns: 60 },
  );
});
