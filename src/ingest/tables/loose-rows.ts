import type { RawRow } from "#ingest/block.ts";
import { plainText } from "#ingest/lines/inline-marks.ts";
import type { SourceLine } from "#ingest/lines/source-line.ts";
import type { RowStretch } from "./tab-rows.ts";

const LONGEST_CELL = 40;
const WIDE_GAP = / {2,}/;

/**
 * Reads a table that lost its tabs, right under its caption: columns set apart by wide gaps. Null when they
 * are not.
 */
export function readLooseRows(lines: readonly SourceLine[], at: number): RowStretch | null {
  const rows: RawRow[] = [];
  let next = at;
  for (let to = at; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined) break;
    if (line.raw.trim() === "") continue;
    const cells = line.raw.trim().split(WIDE_GAP).map(plainText);
    if (cells.length < 2 || cells.some((cell) => cell.length > LONGEST_CELL)) break;
    rows.push({ cells, line: line.number });
    next = to + 1;
  }
  const width = rows[0]?.cells.length ?? 0;
  const even = rows.filter((row) => row.cells.length === width).length;
  return rows.length >= 3 && width >= 2 && even * 5 >= rows.length * 4 ? { rows, next } : null;
}
