import type { Rule } from "./page-marks.ts";
import { isFigure, isNumber } from "./printed-text.ts";
import type { RuledArea } from "./ruled-areas.ts";
import { type Line, lineText, segments } from "./text-lines.ts";

/** A place where columns or rows may part, with the rules drawn there; none where only white space parts them. */
export interface Edge {
  readonly at: number;
  readonly rules: readonly Rule[];
}

/** Rules nearer than this are one edge: a double line, or a line drawn cell by cell. */
const near = 3.4;

/** Edges across the lines (columns) and down the page (rows) of an area, its own ends among them. */
export function ruledEdges({ box, lying, standing }: RuledArea): { columns: Edge[]; rows: Edge[] } {
  const columns = edges(standing, box.x0, box.x1);
  const rows = edges(lying, box.y0, box.y1);
  const wide = box.x1 - box.x0;
  const inner = (index: number) => index > 0 && index < rows.length - 1;
  const atEdge = (x: number) => columns.some(({ at }) => Math.abs(at - x) <= near);
  const parts = ({ rules }: Edge) =>
    lengthOf(rules) >= shortest * wide || rules.some(({ from, to }) => atEdge(from) && atEdge(to));
  return { columns, rows: rows.filter((row, index) => !inner(index) || parts(row)) };
}

/** A rule that takes less of the table's width, and doesn't go from column to column, underlines a word. */
const shortest = 0.1;

const lengthOf = (rules: readonly Rule[]) => rules.reduce((sum, { from, to }) => sum + to - from, 0);

function edges(rules: readonly Rule[], first: number, last: number): Edge[] {
  const groups: { at: number; rules: Rule[] }[] = [];
  const ends: Rule[] = [first, last].map((at) => ({ lies: false, at, from: 0, to: 0 }));
  for (const rule of [...rules, ...ends].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group === undefined || rule.at - group.at > near) groups.push({ at: rule.at, rules: [rule] });
    else group.rules.push(rule);
  }
  return groups;
}

/** How wide, in heights of the font, white space must be to part columns: more where rules part other columns. */
const gaps = { open: 0.55, ruled: 1.4 };

/**
 * Columns that only white space parts: places between `from` and `to` that hardly any line of figures writes over. The lines
 * above the figures decide where in the gap the edge lies, so that a heading is not cut.
 */
export function whiteEdges(
  lines: readonly Line[],
  [from, to]: readonly [number, number],
  kind: "open" | "ruled",
): Edge[] {
  const parts = lines
    .map((line) => segments(line, gaps[kind]).filter(({ x1, x0 }) => x1 > from && x0 < to))
    .filter((each) => each.length > 0);
  const body = parts.filter((each) => each.slice(1).some((part) => isNumber(lineText(part))));
  if (body.length < 2 || (kind === "ruled" && body.length < Math.max(3, 0.6 * parts.length))) return [];
  const head = parts.filter((each) => !each.some((part) => isFigure(lineText(part))));
  const size = Math.max(...lines.map((line) => line.size));
  const step = 1;
  const allowed = Math.floor(0.06 * body.length);
  const found: Edge[] = [];
  let open: number[] = [];
  const close = () => {
    const wide = open.length * step >= 0.5 * size;
    const first = open[0] ?? 0;
    const covered = (part: Line[][], x: number) =>
      part.filter((each) => each.some(({ x0, x1 }) => x0 < x && x1 > x)).length;
    const inner = body.some((each) => each.some(({ x1 }) => x1 <= first + step));
    if (wide && inner) {
      const best = Math.min(...open.map((x) => covered(head, x)));
      const places = open.filter((x) => covered(head, x) === best);
      found.push({ at: places[Math.floor(places.length / 2)] ?? first, rules: [] });
    }
    open = [];
  };
  for (let x = from + step; x < to; x += step) {
    const written = body.filter((each) => each.some(({ x0, x1 }) => x0 < x && x1 > x)).length;
    if (written <= allowed) open.push(x);
    else close();
  }
  return found;
}
