import { drawnAlong, interval, type Parts } from "./grid-regions.ts";
import { isNumber } from "./printed-text.ts";
import type { Edge } from "./table-edges.ts";
import { type Line, lineText } from "./text-lines.ts";

/** The height at which a line is seen: the middle of its characters. */
export const heart = (line: Line) => line.y - 0.36 * line.size;

/** An edge drawn along less of the table than this parts its heading only; below it white space must part. */
const mostly = 0.35;

/**
 * Says whether a column's edge parts a row. A drawn rule does. Where rules stand elsewhere along the edge, a gap in them
 * means a merged cell. Where there are none, white space parts figures; a heading goes over the edge when it is written over
 * it, or when a rule below it goes over it.
 */
export function columnsPart(columns: readonly Edge[], rows: readonly Edge[], runs: readonly Line[]): Parts {
  const [top, bottom] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0];
  const drawn = columns.map(({ rules }) =>
    rules.reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, bottom) - Math.max(rule.from, top)), 0),
  );
  const inBand = rows.map((_, row) => {
    const [from, to] = interval(rows, row);
    const inside = runs.filter((run) => heart(run) > from && heart(run) < to);
    return { inside, figures: inside.some((run) => isNumber(lineText(run, "dropped"))) };
  });
  return (column, row) => {
    const edge = columns[column];
    if (edge === undefined || drawnAlong(edge, interval(rows, row))) return true;
    if ((drawn[column] ?? 0) > mostly * (bottom - top)) return false;
    const { inside = [], figures = false } = inBand[row] ?? {};
    const over = inside.filter(({ x0, x1 }) => x0 < edge.at - 1.5 && x1 > edge.at + 1.5);
    if (over.length > 0.1 * inside.length) return false;
    if (figures) return true;
    if (edge.rules.length > 0) return beside(columns, column, inside);
    return !ruledOver(edge, rows[row + 1], [columns[0]?.at ?? 0, columns.at(-1)?.at ?? 0]);
  };
}

/** Whether text stands in both columns beside the edge. */
function beside(columns: readonly Edge[], column: number, runs: readonly Line[]): boolean {
  return [column - 1, column].every((each) => {
    const [from, to] = interval(columns, each);
    return runs.some(({ x0, x1 }) => (x0 + x1) / 2 > from && (x0 + x1) / 2 < to);
  });
}

/** Whether a rule that is shorter than the table goes below a heading across the edge. */
function ruledOver(edge: Edge, below: Edge | undefined, [from, to]: readonly [number, number]): boolean {
  const rules = below?.rules ?? [];
  return rules.some(
    (rule) => rule.from < edge.at - 6 && rule.to > edge.at + 6 && rule.to - rule.from < 0.92 * (to - from),
  );
}
