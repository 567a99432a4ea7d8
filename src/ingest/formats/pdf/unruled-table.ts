import { isNumber } from "./printed-text.ts";
import type { RuledArea } from "./ruled-areas.ts";
import { type Line, lineText, segments } from "./text-lines.ts";

/** So many lines with figures in columns are a table; fewer may be chance. */
const fewest = 4;
/** White space of so many heights of the font parts columns. */
const apart = 1.5;

/**
 * Tables that no rule shows: lines one below the other that all have a name and figures set apart from it, each figure in
 * its column. Where one figure stands between two columns nothing is made of it: text is better than a cell in the wrong
 * column. A table of contents is none.
 */
export function unruledTable(lines: readonly Line[]): RuledArea[] {
  const found: RuledArea[] = [];
  let run: Line[] = [];
  const close = () => {
    const area = areaOf(run);
    if (area !== null) found.push(area);
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    const last = run.at(-1);
    const near = last === undefined || line.y - last.y < 3 * line.size;
    if (isRow(line) && near) run.push(line);
    else {
      close();
      const next = lines[index + 1];
      if (isHeading(line) && next !== undefined && isRow(next)) run.push(line);
      else if (isRow(line)) run.push(line);
    }
  }
  close();
  return found;
}

const isRow = (line: Line) => {
  const [name, ...figures] = segments(line, apart);
  return name !== undefined && !isNumber(lineText(name)) && figures.some((each) => isNumber(lineText(each)));
};

const isHeading = (line: Line) => segments(line, apart).length > 1;

function areaOf(run: readonly Line[]): RuledArea | null {
  const rows = run.filter(isRow);
  if (rows.length < fewest || !alignedRight(rows) || isContents(rows)) return null;
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return null;
  const box = {
    x0: Math.min(...run.map(({ x0 }) => x0)) - 2,
    x1: Math.max(...run.map(({ x1 }) => x1)) + 2,
    y0: first.y - 1.1 * first.size,
    y1: last.y + 0.3 * last.size,
  };
  return { box, lying: [], standing: [] };
}

/** Whether the figures of all rows stand flush, left, middle or right, in the same places. */
function alignedRight(rows: readonly Line[]): boolean {
  const columns = rows.map((row) => segments(row, apart).slice(1));
  const count = columns[0]?.length ?? 0;
  if (!columns.every((each) => each.length === count)) return false;
  return Array.from({ length: count }, (_, at) => columns.flatMap((each) => each[at] ?? [])).every((column) =>
    [(line: Line) => line.x0, (line: Line) => line.x1, (line: Line) => (line.x0 + line.x1) / 2].some(
      (place) => {
        const places = column.map(place);
        return Math.max(...places) - Math.min(...places) < 0.8 * (column[0]?.size ?? 10);
      },
    ),
  );
}

/** Names with rising whole numbers at the end are chapters with their pages. */
function isContents(rows: readonly Line[]): boolean {
  const last = rows.map((row) => lineText(segments(row, apart).at(-1) ?? row));
  if (rows.some((row) => /[.…·]{4,}/u.test(lineText(row)))) return true;
  return (
    last.every((text) => /^\d{1,3}$/u.test(text)) &&
    last.every((text, at) => at === 0 || Number(text) >= Number(last[at - 1]))
  );
}
