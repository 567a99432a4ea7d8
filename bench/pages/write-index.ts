import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { INDICATOR_KINDS, type IndicatorRow } from "#domain/indicator.ts";
import { publishIndex } from "#store/publish-index.ts";

/** Regions, indicators and years that the rows are of, as many as a country of counties has. */
const [REGIONS, INDICATORS, YEARS] = [3_000, 4_000, 25];

interface Size {
  readonly documents: number;
  readonly rows: number;
}

/**
 * Publishes an index of so many made-up reports and rows, with names as long as such names are, for pages to be made from.
 * It holds one passage alone: the pages of data and of reports search none.
 */
export async function writeIndex(
  directory: string,
  { documents, rows }: Size,
  embedder: { readonly id: string; readonly dimensions: number },
): Promise<void> {
  const reports = Array.from({ length: documents }, (_, at) => report(at));
  const [first] = reports;
  if (first === undefined) throw new RangeError("an index holds one report at least");
  await publishIndex(directory, {
    documents: reports,
    chunks: [passageOf(first)],
    vectors: [new Float32Array(embedder.dimensions).fill(1)],
    indicators: Array.from({ length: rows }, (_, at) => row(at, documents)),
    embedder,
    corpusDigest: "pages",
    codeVersion: "pages",
  });
}

const regionOf = (at: number): string => `某某省某某市第${at % REGIONS}区`;
const yearOf = (at: number): number => 2000 + (at % YEARS);
const FIGURES = "地区生产总值增长5.3%，居民人均可支配收入35000元，空气质量优良天数326天。";

function report(at: number): SourceDocument {
  const text = `${regionOf(at)}${yearOf(at)}年国民经济和社会发展计划执行情况。${FIGURES.repeat(40)}`;
  return {
    id: `report-${at}`,
    title: `${regionOf(at)}${yearOf(at)}年国民经济和社会发展计划执行情况与下一年计划草案的报告`,
    region: regionOf(at),
    years: [yearOf(at), yearOf(at) + 1],
    reviewYear: yearOf(at),
    planYear: yearOf(at) + 1,
    kind: "plan-report",
    issuer: `${regionOf(at)}发展和改革局`,
    published: null,
    file: `report-${at}.txt`,
    sourceName: `report-${at}.txt`,
    digest: "0".repeat(64),
    text,
    sections: [],
    tables: [],
    original: { format: at % 2 === 0 ? "pdf" : "docx", pages: null },
    places: [],
  };
}

function passageOf({ id, title, text }: SourceDocument): Chunk {
  const place = { start: 0, end: text.length };
  return {
    id: `${id}-0`,
    documentId: id,
    ordinal: 0,
    kind: "prose",
    section: [],
    text,
    context: title,
    ...place,
  };
}

function row(at: number, documents: number): IndicatorRow {
  const value = String((at * 7_919) % 100_000);
  return {
    id: `row-${at}`,
    documentId: `report-${at % documents}`,
    region: regionOf(at),
    scope: "own",
    year: yearOf(at),
    period: "year",
    indicator: `第${(at * 31) % INDICATORS}项居民人均可支配收入增速`,
    name: "居民人均可支配收入增速（%）",
    kind: INDICATOR_KINDS[at % INDICATOR_KINDS.length] ?? "unknown",
    value,
    unit: "元",
    raw: value,
    qualifier: at % 5 === 0 ? "左右" : null,
    attribute: at % 7 === 0 ? "约束性" : null,
    status: null,
    note: null,
    source: "table",
    confidence: 1,
    context: { start: 0, end: 20 },
    section: ["一、总体情况"],
    start: 2,
    end: 8,
  };
}
