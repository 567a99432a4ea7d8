import type { SourceDocument } from "#domain/document.ts";
import { factsOf } from "./facts.ts";

export const report: SourceDocument = {
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
};

export type Part = "review" | "plan";

/** Each fact as `indicator kind year value unit`, with its qualifier and, where it is not the report's own, its region. */
export function read(text: string, part: Part = "review"): string[] {
  return factsOf({
    document: report,
    part,
    period: "one",
    ofTerritory: false,
    endingYear: part === "review" ? 2022 : 2025,
    text,
  }).map((fact) =>
    [
      fact.indicator,
      fact.kind,
      fact.year,
      fact.value,
      fact.unit,
      fact.qualifier,
      fact.region === report.region ? null : fact.region,
    ]
      .filter((word) => word !== null)
      .join(" "),
  );
}
