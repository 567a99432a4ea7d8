import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { originalFiles } from "#compose/ask/original-file.ts";
import type { SourceDocument } from "#domain/document.ts";
import { placeOf } from "#domain/place.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { memoryIndex } from "#store/memory-index.ts";
import { writeWorkbook } from "./write-workbook.ts";

const ROWS = [
  ["青溪区2024年主要指标完成情况表", null, null, null],
  ["指标", "单位", "2023年", "2024年"],
  ["地区生产总值", "亿元", { value: 5446.1, format: "#,##0.0" }, { value: 5700, format: "#,##0.0" }],
  ["  其中：粮食产量", "万吨", 103.2, 104],
];

let folder = "";
let document: SourceDocument;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "original-"));
  const sheet = { name: "指标", rows: ROWS, merges: ["A1:D1"], hiddenColumns: [2] };
  writeFileSync(path.join(folder, "qingxi.xlsx"), writeWorkbook([sheet]));
  const [read] = (await readCorpus(folder)).documents;
  if (read === undefined) throw new Error("the sheet was not read");
  document = read;
});
afterAll(() => rmSync(folder, { recursive: true }));

function original() {
  const content = { documents: [document], chunks: [], indicators: [], vectors: [] };
  const built = { embedder: { id: "e", dimensions: 1 }, corpusDigest: "", codeVersion: "" };
  return originalFiles(memoryIndex({ ...content, ...built }), folder);
}

describe("a document read from a sheet", () => {
  test("knows its format, and the sheet and cell of each figure, hidden columns counted", () => {
    expect(document.original).toEqual({ format: "xlsx", pages: null });
    const start = document.text.indexOf("5,700.0");
    expect(placeOf(document, { start, end: start + 7 })).toEqual({
      page: null,
      sheet: "指标",
      row: 3,
      cell: "D3",
    });
  });

  test("a row keeps how far its name is set in", () => {
    expect(document.tables[0]?.rows.map(({ indent = 0 }) => indent)).toEqual([0, 1]);
  });

  test("every place lies in the text, in order and without overlap", () => {
    const { places, text } = document;
    expect(places.length).toBeGreaterThan(3);
    for (const [at, { start, end }] of places.entries()) {
      expect(start).toBeGreaterThanOrEqual(places[at - 1]?.end ?? 0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  test("gives its file as long as it is the one that was read", async () => {
    const file = await original()("qingxi");
    expect(file).toMatchObject({ digest: document.digest, name: "qingxi.xlsx" });
    expect(await original()("other")).toBeNull();
    writeFileSync(path.join(folder, "qingxi.xlsx"), "replaced");
    expect(await original()("qingxi")).toBeNull();
    rmSync(path.join(folder, "qingxi.xlsx"));
    expect(await original()("qingxi")).toBeNull();
  });
});
