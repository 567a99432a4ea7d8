import { describe, expect, test } from "vitest";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { type DocxParts, docxOf, para, run, tbl } from "./docx-parts.ts";

const read = async (parts: DocxParts) => readDocx(await docxOf(parts));

describe("pages", () => {
  const pagesOf = async (body: string) => {
    const reading = await read({ body });
    return [reading.pages, ...reading.blocks.map(({ origin }) => origin.page)];
  };

  test("are where the program that saved the file broke them", async () => {
    const turned = `<w:r><w:lastRenderedPageBreak/></w:r>`;
    expect(
      await pagesOf(
        para("甲") +
          para('<w:r><w:br w:type="page"/></w:r>') +
          para(turned + run("乙")) +
          para(run("丙") + turned),
      ),
    ).toEqual([3, 1, 2, 2]);
  });

  test("else where the writer set breaks", async () => {
    expect(
      await pagesOf(
        para("甲") +
          para(`<w:r><w:br w:type="page"/></w:r>${run("乙")}`) +
          para("丙", "<w:pageBreakBefore/>"),
      ),
    ).toEqual([3, 1, 2, 3]);
  });

  test("are unknown where neither is told", async () => {
    expect(await pagesOf(para("甲"))).toEqual([null, null]);
  });

  test("a row of a table that begins a page is on it", async () => {
    const reading = await read({
      body: tbl([
        ["甲", "1"],
        [para(`<w:r><w:lastRenderedPageBreak/></w:r>${run("乙")}`), "2"],
      ]),
    });
    expect(
      reading.blocks.flatMap((block) => (block.kind === "table" ? block.rows.map(({ page }) => page) : [])),
    ).toEqual([1, 2]);
  });
});
