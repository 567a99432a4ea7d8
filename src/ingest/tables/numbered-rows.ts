import { weld } from "#text/clean.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";
import { splitLevels } from "./spread-header.ts";

/** One cell a line, with the place it was read from. */
export interface StackedCell {
  readonly text: string;
  readonly at: number;
}

const NOTE = /备注|说明/;

/**
 * Rows of cells in one long column whose table begins with 序号: each row starts at the next number. A name broken
 * over lines is rejoined; a row with a cell missing keeps its words and no figure, as none can be told its column.
 */
export function numberedRows(
  cells: readonly StackedCell[],
): { rows: string[][]; at: number[]; used: number } | null {
  const starts = rowStarts(cells);
  const header = cells.slice(0, starts[0] ?? 0).map((cell) => cell.text);
  const width = widthOf(lengths(starts), header);
  if (starts.length < 2 || width === undefined || width < 3) return null;
  const noted = NOTE.test(header.at(-1) ?? "");
  const end = lastRowEnd(cells, starts, width);
  const rows = starts.map((start, row) => {
    const own = cells.slice(start, starts[row + 1] ?? end).map((cell) => cell.text);
    return fitted(withoutHeader(own, header), width, noted);
  });
  return { rows: [header, ...rows], at: [0, ...starts].map((start) => cells[start]?.at ?? 0), used: end };
}

/** The last row ends after `width` cells, or later where its name is broken: its unit is then one of those above. */
function lastRowEnd(cells: readonly StackedCell[], starts: readonly number[], width: number): number {
  const last = starts.at(-1) ?? 0;
  const units = new Set(starts.slice(0, -1).map((start) => cells[start + 2]?.text));
  const more = [0, 1, 2].find((extra) => units.has(cells[last + 2 + extra]?.text)) ?? 0;
  return Math.min(cells.length, last + width + more);
}

/** Where 1, 2, 3, … stand: of several places for a number, the one at the distance of the row before. */
function rowStarts(cells: readonly StackedCell[]): number[] {
  const first = cells.findIndex((cell) => cell.text === "1");
  const starts = first < 3 ? [] : [first];
  for (let number = 2; starts.length > 0; number++) {
    const last = starts.at(-1) ?? 0;
    const usual = lengths(starts)[0]?.length ?? first;
    const places = cells
      .slice(last + 2, last + usual * 3)
      .flatMap((cell, at) => (cell.text === String(number) ? [last + 2 + at] : []))
      .filter((at) => !isFigureCell(cells[at + 1]?.text ?? ""));
    const [next] = places.sort((a, b) => Math.abs(a - last - usual) - Math.abs(b - last - usual));
    if (next === undefined) break;
    starts.push(next);
  }
  return starts;
}

interface Length {
  readonly length: number;
  readonly count: number;
}

/** The distances of neighbours, most frequent first. */
function lengths(starts: readonly number[]): Length[] {
  const counts = new Map<number, number>();
  for (const [at, start] of starts.slice(1).entries()) {
    const length = start - (starts[at] ?? 0);
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return [...counts].map(([length, count]) => ({ length, count })).sort((a, b) => b.count - a.count);
}

/** The most frequent length that the header fits; of two, the one that its second level makes. */
function widthOf(found: readonly Length[], header: readonly string[]): number | undefined {
  const levelled = (length: number) => splitLevels(header, length) !== null;
  const fitting = found.filter(({ length }) => header.length === length || levelled(length));
  const most = fitting.filter(({ count }) => count === fitting[0]?.count);
  return (most.find(({ length }) => levelled(length)) ?? most[0])?.length;
}

/** A page's number and the header that the next page repeats go. */
function withoutHeader(row: readonly string[], header: readonly string[]): string[] {
  const again = row.findIndex((_, from) => header.every((word, at) => row[from + at] === word));
  if (again < 0) return [...row];
  const own = row.slice(0, again);
  return own.length === header.length + 1 && /^\d{1,4}$/.test(own.at(-1) ?? "") ? own.slice(0, -1) : own;
}

function fitted(row: readonly string[], width: number, noted: boolean): string[] {
  const [number = "", name = "", ...rest] = row;
  if (row.length === width || (noted && row.length === width - 1)) return [...row];
  if (row.length < width) return [number, [name, ...rest].join(" ")];
  const more = row.length - width;
  const broken = rest.slice(0, more);
  if (broken.some(isFigureCell)) return [number, [name, ...rest].join(" ")];
  return [number, [name, ...broken].reduce(weld), ...rest.slice(more)];
}
