import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { contains } from "#domain/span.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readCorpus } from "#ingest/read-corpus.ts";

const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));

describe("indicator rows of the five reports", () => {
  let read: { document: SourceDocument; rows: readonly IndicatorRow[] }[] = [];
  beforeAll(async () => {
    const { documents } = await readCorpus(corpus);
    read = documents.map((document) => ({ document, rows: extractIndicators(document).rows }));
  });

  it("stand where they say, inside the row or sentence that a citation quotes", () => {
    for (const { document, rows } of read) {
      for (const row of rows) {
        expect(document.text.slice(row.start, row.end)).toBe(row.raw);
        expect(contains(row.context, row)).toBe(true);
      }
    }
  });

  it("have ids of their own", () => {
    const ids = read.flatMap(({ rows }) => rows.map((row) => row.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("print their value in their span", () => {
    for (const row of read.flatMap(({ rows }) => rows)) {
      if (row.value === null || row.source === "table") continue;
      expect(row.raw.replace(/[\s,]/g, "")).toContain(row.value.replace("-", ""));
      expect(row.confidence).toBeGreaterThanOrEqual(0.6);
      expect(row.confidence).toBeLessThan(1);
    }
  });

  it("agree with the tables wherever a sentence tells the same fact in the same unit", () => {
    for (const { document, rows } of read) {
      const key = (row: IndicatorRow) => [row.region, row.year, row.indicator, row.kind, row.unit].join("|");
      const cells = new Map(rows.filter((row) => row.source === "table").map((row) => [key(row), row.value]));
      for (const row of rows) {
        const cell = cells.get(key(row)) ?? null;
        if (row.source === "sentence" && cell !== null) {
          expect({
            at: document.text.slice(row.context.start, row.context.end),
            value: Number(row.value),
          }).toEqual({
            at: document.text.slice(row.context.start, row.context.end),
            value: Number(cell),
          });
        }
      }
    }
  });
});
