import type { IndicatorRow } from "#domain/indicator.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import type { NumberedRevision, RevisionProblem } from "./revisions-file.ts";

/** The rows as they are to be told, and what was revised of them. */
export interface Revised {
  readonly rows: readonly IndicatorRow[];
  readonly figures: readonly RevisedFigure[];
  readonly problems: readonly RevisionProblem[];
}

/**
 * Lays the editors' revisions over the rows: a corrected row has the value that it should have (4.7 in the place of a misprinted
 * 47), a hidden one is left out, a confirmed one stays. A revision of a row that is gone, or prints something else by now, is a problem and
 * changes nothing.
 */
export function revise(rows: readonly IndicatorRow[], revisions: readonly NumberedRevision[]): Revised {
  if (revisions.length === 0) return { rows, figures: [], problems: [] };
  const byRow = new Map(revisions.map((revision) => [revision.row, revision]));
  const figures: RevisedFigure[] = [];
  const problems: RevisionProblem[] = [];
  const kept = rows.flatMap((row) => {
    const revision = byRow.get(row.id);
    if (revision === undefined) return [row];
    byRow.delete(row.id);
    if (revision.printed !== row.raw) {
      problems.push({
        line: revision.line,
        message: `the report prints ${row.raw} by now, not ${revision.printed}`,
      });
      return [row];
    }
    const after = revisedRow(row, revision);
    figures.push(figureOf(row, revision, after));
    return after === null ? [] : [after];
  });
  for (const { line, row } of byRow.values())
    problems.push({ line, message: `there is no row ${row} in the reports` });
  return { rows: kept, figures, problems };
}

function revisedRow(row: IndicatorRow, { verdict, value, unit }: NumberedRevision): IndicatorRow | null {
  if (verdict === "hidden") return null;
  if (value === undefined) return row;
  return { ...row, value, unit: unit ?? row.unit, raw: value, qualifier: null };
}

function figureOf(
  row: IndicatorRow,
  { verdict, author, reason, date }: NumberedRevision,
  after: IndicatorRow | null,
): RevisedFigure {
  const { id, documentId, start, end } = row;
  return {
    ...{ row: id, documentId, start, end, verdict, author, reason, date },
    printed: printedValue(row),
    corrected: verdict === "corrected" && after !== null ? printedValue(after) : null,
  };
}
