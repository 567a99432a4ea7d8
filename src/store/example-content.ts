import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { IndexContent } from "./index-content.ts";

const DIMENSIONS = 8;

/** A small whole index for tests: two reports, their passages with made-up vectors, and a few figures. */
export function exampleContent(change: Partial<IndexContent> = {}): IndexContent {
  const documents = [
    exampleDocument("jiangbei-2022", "江北区", [2022, 2023]),
    exampleDocument("dadukou-2022", "大渡口区", [2022, 2023]),
  ];
  const chunks = documents.flatMap((document) => document.text.split("。").map(toChunk(document)));
  return {
    documents,
    chunks,
    indicators: documents.flatMap(exampleRows),
    vectors: chunks.map((_, position) => exampleVector(position)),
    embedder: { id: "example", dimensions: DIMENSIONS },
    corpusDigest: "corpus-1",
    codeVersion: "code-1",
    ...change,
  };
}

/** Deterministic, and different for each seed. */
export function exampleVector(seed: number, dimensions = DIMENSIONS): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, at) => Math.sin((seed + 1) * (at + 1) * 1.7));
}

function exampleDocument(id: string, region: string, years: number[]): SourceDocument {
  const text = `${region}地区生产总值增长5.3%。居民人均可支配收入稳步提高。空气质量优良天数达到326天。名词解释：三中心指物流中心`;
  return {
    id,
    title: `${region}2022年计划报告`,
    region,
    years,
    reviewYear: 2022,
    planYear: 2023,
    kind: "plan-report",
    issuer: null,
    published: null,
    file: `${id}.txt`,
    sourceName: `${id}.txt`,
    digest: "0".repeat(64),
    text,
    sections: [],
    tables: [],
    original: { format: "text", pages: null },
    places: [],
  };
}

function toChunk(document: SourceDocument) {
  return (text: string, ordinal: number): Chunk => {
    const start = document.text.indexOf(text);
    return {
      id: `${document.id}-${ordinal}`,
      documentId: document.id,
      ordinal,
      kind: "prose",
      section: ["一、总体情况"],
      text,
      context: `${document.title} 一、总体情况`,
      start,
      end: start + text.length,
    };
  };
}

function exampleRows({ id: documentId, region }: SourceDocument): IndicatorRow[] {
  const row = (year: number, kind: "target" | "actual", value: string): IndicatorRow => ({
    id: `${documentId}-${year}-${kind}`,
    documentId,
    region,
    scope: "own",
    year,
    period: "year",
    indicator: "地区生产总值增速",
    name: "地区生产总值增速（%）",
    kind,
    value,
    unit: "%",
    raw: value,
    qualifier: kind === "target" ? "左右" : null,
    attribute: "预期性",
    status: null,
    note: null,
    source: "table",
    confidence: 1,
    start: 0,
    end: 3,
    context: { start: 0, end: 10 },
    section: ["一、总体情况", "表1"],
  });
  return [row(2022, "target", "6"), row(2022, "actual", "5.3"), row(2023, "target", "6.5")];
}
