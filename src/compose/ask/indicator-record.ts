import { type IndicatorRow, scopeOnWire } from "#domain/indicator.ts";
import { type RevisedFigure, revisionOnWire } from "#domain/revision.ts";
import type { IndicatorRecord } from "#protocol/library.ts";

/** Rows in the shape of the wire contract, each with what an editor said of it. */
export function recordsOf(revisions: readonly RevisedFigure[]): (row: IndicatorRow) => IndicatorRecord {
  const figures = new Map(revisions.map((figure) => [figure.row, figure]));
  return (row) => {
    const figure = figures.get(row.id);
    return figure === undefined ? recordOf(row) : { ...recordOf(row), revision: revisionOnWire(figure) };
  };
}

function recordOf(row: IndicatorRow): IndicatorRecord {
  const { id, region, year, indicator, name, kind, unit, raw, qualifier } = row;
  const { attribute, status, note, source, confidence, documentId, start, end } = row;
  const value = row.value === null ? null : Number(row.value);
  const scope = scopeOnWire(row);
  return {
    ...{ id, region, year, period: row.period, scope, indicator, name, kind, value, unit, raw, qualifier },
    ...{ attribute, status, note, source, confidence, documentId, start, end },
  };
}
