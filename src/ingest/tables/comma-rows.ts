import type { SourceLine } from "#ingest/lines/source-line.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";
import type { CellStretch } from "./cell-stretch.ts";
import { holdsFigures } from "./figure-cell.ts";

const FIELD = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/gy;
const LONGEST_LINE = 500;

/** Reads values parted by commas (CSV, `"1,234"` quoted): at least three lines of the same width under a header. */
export function readCommaRows(lines: readonly SourceLine[], at: number): CellStretch | null {
  const rows: string[][] = [];
  const places: number[] = [];
  let to = at;
  for (; to < lines.length; to++) {
    const cells = fields(lines[to]?.raw.trim() ?? "");
    if (cells === null || cells.length !== (rows[0]?.length ?? cells.length)) break;
    if (to === at && cells.some(isFigureCell)) break;
    rows.push(cells);
    places.push(to);
  }
  const sure = rows.length >= 3 && holdsFigures(rows.slice(0, 1), rows.slice(1), 2);
  return sure ? { rows, at: places, next: to } : null;
}

function fields(line: string): string[] | null {
  if (!line.includes(",") || line.length > LONGEST_LINE || /[。；]/.test(line)) return null;
  const found = [...line.matchAll(FIELD)];
  const whole = found.reduce((length, match) => length + match[0].length, 0) === line.length;
  if (!whole || found.length < 2) return null;
  return found.map((match) => (match[1] ?? match[2] ?? "").replaceAll('""', '"').trim());
}
