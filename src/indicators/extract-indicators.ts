import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { instructionProblems } from "./instruction-problems.ts";
import { sentenceRows } from "./sentences/sentence-rows.ts";
import { withDistinctNames } from "./tables/distinct-names.ts";
import { tableRows } from "./tables/table-rows.ts";

/** What a document yields for the indicator table. */
export interface ExtractedIndicators {
  readonly rows: IndicatorRow[];
  readonly problems: IngestProblem[];
}

/**
 * Every figure of `document` as an indicator row: one for each target or actual cell of its tables (confidence 1),
 * then those read from sentences (confidence below 1). Pure; what could not be placed is named in `problems`.
 */
export function extractIndicators(document: SourceDocument): ExtractedIndicators {
  const tables = document.tables.map((table) => tableRows(document, table));
  return {
    rows: [...withDistinctNames(tables), ...sentenceRows(document)],
    problems: [...tables.flatMap((table) => table.problems), ...instructionProblems(document)],
  };
}
