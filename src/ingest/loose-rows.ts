import type { RawRow } from "./block.ts";
import { plainText } from "./inline-marks.ts";
import type { SourceLine } from "./source-lines.ts";
import type { RowStretch } from "./tab-rows.ts";

const LONGEST_CELL = 40;
const FARTHEST = 4000;
const WIDE_GAP = / {2,}/;

/**
 * Reads a table that lost its tabs, right under its caption: columns set apart by wide gaps, or a cell a line with
 * 序号 first and the rows told by their numbers. Null when neither fits.
 */
export function readLooseRows(lines: readonly SourceLine[], at: number): RowStretch | null {
  return readGaps(lines, at) ?? readNumbered(lines, at);
}

function readGaps(lines: readonly SourceLine[], at: number): RowStretch | null {
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

function readNumbered(lines: readonly SourceLine[], at: number): RowStretch | null {
  const cells = shortLines(lines, at);
  if (!/^序\s*号$/.test(cells[0]?.text ?? "")) return null;
  const starts = [0];
  for (const [index, { text }] of cells.entries()) if (text === String(starts.length)) starts.push(index);
  const width = (starts[1] ?? 0) - 0;
  if (starts.length < 3 || width < 2) return null;
  const last = starts.at(-1) ?? 0;
  const ends = [...starts.slice(1), Math.min(cells.length, last + width)];
  const rows = starts.map((start, row) => {
    const part = cells.slice(start, ends[row]);
    return { cells: part.map((cell) => cell.text), line: part[0]?.line ?? 0 };
  });
  return { rows, next: (cells[(ends.at(-1) ?? 1) - 1]?.index ?? at) + 1 };
}

function shortLines(
  lines: readonly SourceLine[],
  at: number,
): { text: string; line: number; index: number }[] {
  const found: { text: string; line: number; index: number }[] = [];
  for (let index = at; index < Math.min(lines.length, at + FARTHEST); index++) {
    const line = lines[index];
    if (line === undefined) break;
    const text = plainText(line.raw);
    if (text.length > LONGEST_CELL || /[。！？]$/.test(text)) break;
    if (text !== "") found.push({ text, line: line.number, index });
  }
  return found;
}
