import { reportWith } from "#indicators/example-report.ts";
import { factsOf } from "./facts.ts";

export const report = reportWith();

export type Part = "review" | "plan";

/** Each fact as `indicator kind year value unit`, with its qualifier and, where it is not the report's own, its region. */
export function read(text: string, part: Part = "review"): string[] {
  return factsOf({
    document: report,
    part,
    period: "one",
    ofTerritory: false,
    years: { last: part === "review" ? 2022 : 2025, count: null },
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
