import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { contains } from "#domain/span.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { gold, quoted, sameName, tells } from "./prose-figures.ts";

const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));

describe("the figures in the prose of the five reports", () => {
  let documents: readonly SourceDocument[] = [];
  let rows: IndicatorRow[] = [];
  beforeAll(async () => {
    documents = (await readCorpus(corpus)).documents;
    rows = documents.flatMap((document) => extractIndicators(document).rows);
  });

  const placeOf = (id: string, quote: string) => {
    const document = documents.find((candidate) => candidate.id === id);
    return document === undefined ? null : quoted(document, quote);
  };

  it("are quoted as they stand", () => {
    const lost = [...gold.figures, ...gold.negatives].filter(
      ({ document, quote }) => placeOf(document, quote) === null,
    );
    expect(lost).toEqual([]);
  });

  it("are found, at least 85 % of them", () => {
    const found = gold.figures.filter((figure) => {
      const place = placeOf(figure.document, figure.quote);
      return (
        place !== null && rows.some((row) => tells(row, figure, place) && sameName(row, figure.indicator))
      );
    });
    expect(found.length / gold.figures.length).toBeGreaterThanOrEqual(0.85);
  });

  it("are none of a year where the number is no indicator of the district", () => {
    const wrong = gold.negatives.filter(({ document, quote, value, unit }) => {
      const place = placeOf(document, quote);
      const own = documents.find(({ id }) => id === document)?.region ?? null;
      return rows.some(
        (row) =>
          row.documentId === document &&
          row.source === "sentence" &&
          place !== null &&
          contains(place, row) &&
          row.value === value &&
          row.unit === unit &&
          row.region === own &&
          // An average of five years is a row of these five years, and told as such.
          !/^\d{4}\/\d{4}$/u.test(row.period),
      );
    });
    expect(wrong).toEqual([]);
  });

  it("have the year and the kind that a reader gave them", () => {
    const wrong = gold.figures.filter((figure) => {
      const place = placeOf(figure.document, figure.quote);
      const here = rows.filter(
        (row) =>
          place !== null &&
          row.documentId === figure.document &&
          contains(place, row) &&
          row.value === figure.value &&
          row.unit === figure.unit,
      );
      return here.length > 0 && !here.some((row) => row.year === figure.year && row.kind === figure.kind);
    });
    expect(wrong).toEqual([]);
  });
});
