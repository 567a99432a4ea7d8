import { type IndicatorRow, scopeOnWire } from "#domain/indicator.ts";
import type { IndicatorRecord } from "#protocol/library.ts";

/** A row in the shape of the wire contract. */
export function recordOf(row: IndicatorRow): IndicatorRecord {
  const { id, region, year, indicator, name, kind, unit, raw, qualifier } = row;
  const { attribute, status, note, source, confidence, documentId, start, end } = row;
  const value = row.value === null ? null : Number(row.value);
  const scope = scopeOnWire(row);
  return {
    ...{ id, region, year, period: row.period, scope, indicator, name, kind, value, unit, raw, qualifier },
    ...{ attribute, status, note, source, confidence, documentId, start, end },
  };
}
