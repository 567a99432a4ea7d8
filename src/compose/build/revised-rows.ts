import type { IndicatorRow } from "#domain/indicator.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { revise } from "#indicators/revisions/revise.ts";
import { parseRevisions } from "#indicators/revisions/revisions-file.ts";
import { REVISIONS_FILE } from "#ingest/corpus-files.ts";

/** The rows with what editors say of them; a line that does not count is a problem of the build. */
export function revisedRows(rows: readonly IndicatorRow[], file: string | null) {
  const { revisions, problems } = parseRevisions(file ?? "");
  const revised = revise(rows, revisions);
  const told = [...problems, ...revised.problems].map(
    ({ line, message }): IngestProblem => ({
      ...{ file: REVISIONS_FILE, severity: "warning", code: "revision", message, line },
    }),
  );
  return { rows: revised.rows, figures: revised.figures, problems: told };
}
