import { tellable } from "#answer/asked/period-asked.ts";
import type { Sources } from "#answer/sources.ts";
import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";

/** A report of 江北区 that looks back on 2022, with the parts that matter to a test. */
export function documentWith(parts: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id: "jiangbei-2022",
    title: "江北区2022年计划执行情况的报告",
    region: "江北区",
    years: [2022, 2023],
    reviewYear: 2022,
    planYear: 2023,
    kind: "plan-report",
    issuer: null,
    published: null,
    file: "jiangbei-2022.txt",
    sourceName: "jiangbei-2022.txt",
    digest: "",
    text: "一、经济\n地区生产总值增长3.7%。\n森林覆盖率为33%。\n",
    sections: [],
    tables: [],
    original: { format: "text", pages: null },
    places: [],
    ...parts,
  };
}

/** The growth of 江北区 in 2022 as a cell of a table, with the parts that matter to a test. */
export function rowWith(parts: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    id: JSON.stringify(parts),
    documentId: "jiangbei-2022",
    region: "江北区",
    scope: "own",
    year: 2022,
    period: "year",
    indicator: "地区生产总值增速",
    name: "地区生产总值增速（%）",
    kind: "actual",
    value: "3.7",
    unit: "%",
    raw: "3.7",
    qualifier: null,
    attribute: null,
    status: null,
    note: null,
    source: "table",
    confidence: 1,
    start: 12,
    end: 15,
    context: { start: 5, end: 16 },
    section: [],
    ...parts,
  };
}

const passes = (list: readonly unknown[] | undefined, value: unknown): boolean =>
  list === undefined || list.includes(value);

/** Sources over a few hand-made documents and rows; nothing is found by search. */
export function sourcesOf(documents: readonly SourceDocument[], rows: readonly IndicatorRow[] = []): Sources {
  const metadata: readonly DocumentMetadata[] = documents;
  return {
    outline: {
      documents: metadata,
      regions: [...new Set(documents.flatMap(({ region }) => region ?? []))],
      parents: ["重庆市"],
    },
    document: (id) => documents.find((document) => document.id === id) ?? null,
    rows: ({ regions, years, indicators, kinds, periods, documents: ids }: IndicatorFilter) =>
      tellable(() => rows)({ ...(periods === undefined ? {} : { periods }) }).filter(
        (row) =>
          passes(regions, row.region) &&
          passes(years, row.year) &&
          passes(indicators, row.indicator) &&
          passes(kinds, row.kind) &&
          passes(periods, row.period) &&
          passes(ids, row.documentId),
      ),
    search: async () => [],
    termWeight: () => 1,
    similarIndicator: async () => null,
    read: async () => [],
    holdsTerm: () => true,
  };
}
