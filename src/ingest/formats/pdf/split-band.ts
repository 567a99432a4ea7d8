import { isFigure, isNumber } from "./printed-text.ts";
import { type Line, lineText } from "./text-lines.ts";

/** The lines of one cell between two rules, with the right end of the cell. */
export interface Stack {
  readonly lines: readonly Line[];
  readonly right: number;
}

/** Baselines this near, in heights of the font, are one row. */
const level = 0.42;
/** A line this near the right end of its cell, in heights of the font, is full and goes on in the next. */
const full = 1.9;

/** What begins a row of its own even below a full line. */
const begins = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]|其中|#|[①-⑳])/u;

/**
 * Cuts the cells between two rules into rows by the baselines of their figures, since many tables are ruled around a whole
 * block of rows. A name of several lines belongs to the figure beside it, wherever it stands: above, below or half-way.
 * Yields the lines of each cell, row by row; one row where the figures show no more.
 */
export function splitBand(stacks: readonly Stack[]): Line[][][] {
  const columns = stacks.map(({ lines }) => figureLines(lines));
  const anchors = levels(columns.flatMap((lines) => lines ?? []));
  if (anchors.length < 2) return [stacks.map(({ lines }) => [...lines])];
  const entries = stacks.map((stack, index) =>
    columns[index] === null
      ? entriesOf({ ...stack, lines: onTheLevel(stack.lines, anchors) }, anchors)
      : stack.lines.map((line) => [line]),
  );
  const placed = entries.map((each) => each.map((entry) => ({ entry, y: rowOf(entry, anchors) })));
  const rows = levels(placed.flat().map(({ entry, y }) => ({ y, size: entry[0]?.size ?? 10 })));
  return rows.map((row) =>
    placed.map((each) => each.filter(({ y }) => nearest(rows, y) === row).flatMap(({ entry }) => entry)),
  );
}

/** The figures of a column that holds nothing else below its heading; null for a column of words. */
function figureLines(lines: readonly Line[]): readonly Line[] | null {
  const told = lines.map((line) => ({ line, text: lineText(line, "dropped") }));
  const first = told.findIndex(({ text }) => isFigure(text));
  const figures = first < 0 ? [] : told.slice(first);
  if (!figures.every(({ text }) => isFigure(text)) || !figures.some(({ text }) => isNumber(text)))
    return null;
  if (first > 0 && figures.length < 3) return null;
  const broken = figures
    .slice(0, -1)
    .some(({ text }) => /[,，.．\-－/]$/u.test(text) && isNumber(`${text}0`));
  return broken ? null : figures.map(({ line }) => line);
}

interface Placed {
  readonly y: number;
  readonly size: number;
}

/** Distinct baselines, from the top. */
function levels(lines: readonly Placed[]): number[] {
  const found: number[] = [];
  for (const { y, size } of [...lines].sort((a, b) => a.y - b.y)) {
    const last = found.at(-1);
    if (last === undefined || y - last > level * size) found.push(y);
  }
  return found;
}

function nearest(values: readonly number[], y: number): number {
  return values.reduce(
    (best, each) => (Math.abs(each - y) < Math.abs(best - y) ? each : best),
    values[0] ?? y,
  );
}

const onLevel = (line: Line, anchors: readonly number[]) =>
  anchors.find((anchor) => Math.abs(anchor - line.y) <= level * line.size);

/** The lines of a name cell in groups: a full line and the one below it are one name, unless both have figures beside. */
function entriesOf({ lines, right }: Stack, anchors: readonly number[]): Line[][] {
  const entries: Line[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const entry = entries.at(-1);
    const above = entry?.at(-1);
    if (entry === undefined || above === undefined || !goesOn(above, line, { right, anchors, entry }))
      entries.push([line]);
    else entry.push(line);
  }
  return entries;
}

interface Place {
  readonly right: number;
  readonly anchors: readonly number[];
  readonly entry: readonly Line[];
}

function goesOn(above: Line, below: Line, { right, anchors, entry }: Place): boolean {
  if (Math.abs(below.y - above.y) < level * below.size) return true;
  const beside = entry.flatMap((line) => onLevel(line, anchors) ?? []);
  const here = onLevel(below, anchors);
  if (beside.length > 0 && here !== undefined) return false;
  if (below.y - above.y > 2.4 * below.size || begins.test(lineText(below))) return false;
  const isFull = (line: Line) => right - line.x1 <= full * line.size;
  const next = anchors.find((anchor) => anchor > below.y);
  const taken = beside.at(-1);
  if (isFull(above)) {
    // A line between two figures belongs to the nearer one, if it goes on to there.
    const nearer =
      taken !== undefined && next !== undefined && next - below.y < below.y - taken - 0.3 * below.size;
    return !(nearer && isFull(below));
  }
  const between = anchors.some((anchor) => anchor > above.y && anchor < below.y);
  return between && taken === undefined && here === undefined && below.y - above.y < 1.75 * below.size;
}

/** A column of as many names as there are figures, each set off from its figure by the same step, is brought on their level. */
function onTheLevel(lines: readonly Line[], anchors: readonly number[]): readonly Line[] {
  if (lines.length !== anchors.length) return lines;
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const steps = sorted.map((line, index) => (anchors[index] ?? line.y) - line.y).sort((a, b) => a - b);
  const step = steps[Math.floor(steps.length / 2)] ?? 0;
  const even = sorted.every(
    (line, index) => Math.abs((anchors[index] ?? 0) - line.y - step) <= level * line.size,
  );
  return even && Math.abs(step) > 0.1 ? sorted.map((line) => ({ ...line, y: line.y + step })) : lines;
}

/** The baseline of the figures beside an entry, or its own middle where it has none. */
function rowOf(entry: readonly Line[], anchors: readonly number[]): number {
  const first = entry[0];
  const last = entry.at(-1);
  if (first === undefined || last === undefined) return 0;
  const middle = (first.y + last.y) / 2;
  const margin = level * first.size;
  const beside = anchors.filter((anchor) => anchor >= first.y - margin && anchor <= last.y + margin);
  return beside.length === 0 ? middle : nearest(beside, middle);
}
