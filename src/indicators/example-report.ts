import type { SourceDocument } from "#domain/document.ts";

/** A plan report of 江北区 in 重庆市 that looks back on 2022, with the parts that matter to a test. */
export function reportWith(parts: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id: "report",
    title: "重庆市江北区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告",
    region: "江北区",
    years: [2022, 2023],
    reviewYear: 2022,
    planYear: 2023,
    kind: "plan-report",
    issuer: null,
    published: null,
    file: "report.txt",
    sourceName: "report.txt",
    digest: "",
    text: "",
    sections: [],
    tables: [],
    original: { format: "text", pages: null },
    places: [],
    ...parts,
  };
}
