import type { PageCell, PageRow } from "./page-table.ts";
import { isFigure, isNumber } from "./printed-text.ts";
import { lineText } from "./text-lines.ts";

/** Offsets nearer than this, in heights of the font, are one step of indentation. */
const near = 0.45;

/**
 * How many steps each name is set in from the left end of its column, 0 for the outermost: a part stands one step in from its
 * whole. A column whose names are centred has no steps, nor has a centred total in a column of others.
 */
export function nameIndents(rows: readonly PageRow[]): Map<PageCell, number> {
  const columns = new Map<number, PageCell[]>();
  const body = rows.findIndex(isBody);
  for (const cell of rows.slice(Math.max(body, 0)).flatMap(({ cells }) => cells)) {
    if (cell.colSpan > 1 || cell.lines[0] === undefined) continue;
    columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell]);
  }
  return new Map([...columns.values()].flatMap(indentsOf));
}

/** Below the heading a row has figures, or a name alone beside empty cells. */
const isBody = ({ cells }: PageRow) =>
  cells.some(isNumberCell) ||
  (cells.length > 2 && cells.filter(({ lines }) => lines.length > 0).length === 1);

const isNumberCell = ({ lines }: PageCell) =>
  lines[0] !== undefined && isNumber(lineText(lines[0], "dropped"));

function indentsOf(cells: readonly PageCell[]): [PageCell, number][] {
  const names = cells.filter((cell) => !isFigure(lineText(cell.lines[0] ?? none)));
  if (names.length < 3 || names.length < 0.6 * cells.length) return [];
  const middle = names.filter(standsInTheMiddle);
  const widths = new Set(
    middle.map(({ lines: [first] }) => Math.round(first === undefined ? 0 : first.x1 - first.x0)),
  );
  if (middle.length > 0.6 * names.length && widths.size > 2) return [];
  const set = names.filter((cell) => !isCentred(cell));
  if (set.length < 0.5 * names.length) return [];
  const steps = stepsOf(set.map(offset));
  if (steps.length > 8) return [];
  return names.flatMap((cell) => {
    const step = steps.findIndex(
      (each) => Math.abs(each - offset(cell)) <= (isCentred(cell) ? near / 2 : near),
    );
    return step > 0 ? [[cell, step] as [PageCell, number]] : [];
  });
}

const none = { glyphs: [], x0: 0, x1: 0, y: 0, size: 1 };

/** Distance of the first line from the left end of the cell, in heights of its font. */
function offset({ lines, x0 }: PageCell): number {
  const [first] = lines;
  return first === undefined ? 0 : (first.x0 - x0) / first.size;
}

function stepsOf(offsets: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const each of [...offsets].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group === undefined || each - (group[0] ?? each) > 2 * near) groups.push([each]);
    else group.push(each);
  }
  return groups.map((group) => group.reduce((sum, each) => sum + each, 0) / group.length);
}

function standsInTheMiddle({ lines, x0, x1 }: PageCell): boolean {
  const [first] = lines;
  return first !== undefined && Math.abs((first.x0 + first.x1) / 2 - (x0 + x1) / 2) < 0.7 * first.size;
}

function isCentred(cell: PageCell): boolean {
  const [first] = cell.lines;
  return first !== undefined && standsInTheMiddle(cell) && first.x0 - cell.x0 > 1.5 * first.size;
}
