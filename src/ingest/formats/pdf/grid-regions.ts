import type { Edge } from "./table-edges.ts";

/** A cell of the grid before its text: rows and columns from the first to before the last. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Whether the column edge of that number parts the two fields at its sides in the row of that number. */
export type Parts = (column: number, row: number) => boolean;

/** Whether drawn rules go along at least half of the interval. */
export function drawnAlong(edge: Edge, [from, to]: readonly [number, number]): boolean {
  const length = edge.rules.reduce(
    (sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)),
    0,
  );
  return length >= 0.5 * (to - from);
}

/** Unites neighbouring fields that nothing parts: merged headings fall out. What makes no rectangle is cut into rows. */
export function gridRegions(columns: readonly Edge[], rows: readonly Edge[], partsColumns: Parts): Region[] {
  const wide = columns.length - 1;
  const high = rows.length - 1;
  const group = Array.from({ length: wide * high }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== undefined && group[at] !== at) at = group[at] ?? at;
    return at;
  };
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const here = row * wide + column;
      if (column + 1 < wide && !partsColumns(column + 1, row)) group[root(here + 1)] = root(here);
      const below = rows[row + 1];
      if (below !== undefined && row + 1 < high && !drawnAlong(below, interval(columns, column)))
        group[root(here + wide)] = root(here);
    }
  }
  const fields = new Map<number, number[]>();
  for (let index = 0; index < group.length; index += 1) {
    const key = root(index);
    fields.set(key, [...(fields.get(key) ?? []), index]);
  }
  return [...fields.values()].flatMap((each) => rectangles(each, wide));
}

export function interval(edges: readonly Edge[], index: number): readonly [number, number] {
  return [edges[index]?.at ?? 0, edges[index + 1]?.at ?? 0];
}

function rectangles(fields: readonly number[], wide: number): Region[] {
  const rows = fields.map((field) => Math.floor(field / wide));
  const columns = fields.map((field) => field % wide);
  const box = {
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
  };
  if ((box.bottom - box.top) * (box.right - box.left) === fields.length) return [box];
  return [...new Set(rows)].flatMap((row) =>
    runs(fields.filter((field) => Math.floor(field / wide) === row)).map((run) => ({
      top: row,
      bottom: row + 1,
      left: (run[0] ?? 0) % wide,
      right: ((run.at(-1) ?? 0) % wide) + 1,
    })),
  );
}

function runs(fields: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const field of [...fields].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run !== undefined && run.at(-1) === field - 1) run.push(field);
    else found.push([field]);
  }
  return found;
}
