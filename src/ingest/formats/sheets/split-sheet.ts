import type { FileBlock } from "#ingest/formats/file-reading.ts";
import { isBracketedUnit } from "#text/quantity-units.ts";
import { columnsOf, type GridRow, type SheetGrid, textsOf } from "./sheet-grid.ts";
import { tableOf } from "./sheet-table.ts";
import { holdsFigures, isBlank, isLine, isNote, isRemark, isTableNumber, isUnit } from "./table-lines.ts";

/**
 * The tables of a sheet with the lines around them, in reading order: a sheet may hold several, under each other (parted by
 * a title or by blank rows) or side by side (each under a title of its own).
 */
export function splitSheet(grid: SheetGrid): FileBlock[] {
  const halves = sideBySide(grid);
  if (halves.length > 1) return halves.flatMap(splitSheet);
  return stretches(grid.rows).flatMap((rows) => blocksOf(rows, grid.name));
}

const SHORTEST_TITLE = 6;
const FARTHEST_TITLE = 10;

/** The same title printed twice or more in one row begins as many tables: 2025年债务限额情况表 over A:D and over E:H. */
function sideBySide(grid: SheetGrid): SheetGrid[] {
  for (const row of grid.rows.slice(0, FARTHEST_TITLE)) {
    const texts = textsOf(row);
    const title = texts[0]?.cell.text ?? "";
    const repeated = texts.length > 1 && title.length >= SHORTEST_TITLE && !isBracketedUnit(title);
    if (!repeated || texts.some(({ cell }) => cell.text !== title)) continue;
    const starts = texts.map(({ at }, nth) => (nth === 0 ? 0 : at));
    return starts.map((from, nth) => columnsOf(grid, from, starts[nth + 1] ?? Number.MAX_SAFE_INTEGER));
  }
  return [grid];
}

/** Runs of rows that belong together: cut where a title opens the next table, and at blank rows unless data goes on. */
function stretches(rows: readonly GridRow[]): GridRow[][] {
  const found: GridRow[][] = [];
  let current: GridRow[] = [];
  let blank = false;
  for (const [at, row] of rows.entries()) {
    if (isBlank(row)) {
      blank = true;
      continue;
    }
    const figures = current.some(holdsFigures);
    if (current.length > 0 && ((blank && !goesOn(current, row)) || (figures && opensTable(rows, at)))) {
      found.push(current);
      current = [];
    }
    current.push(row);
    blank = false;
  }
  if (current.length > 0) found.push(current);
  return found;
}

/** Behind a blank row a table goes on with another row of figures; lines above a table may stand apart from it. */
function goesOn(before: readonly GridRow[], row: GridRow): boolean {
  if (before.every((line) => isLine(line))) return true;
  return (before.some(holdsFigures) && holdsFigures(row)) || isRemark(row) || !before.some(holdsFigures);
}

/** A title, perhaps with its unit line, over a row of headings without figures. */
function opensTable(rows: readonly GridRow[], at: number): boolean {
  const row = rows[at];
  if (row === undefined || !isLine(row) || isRemark(row)) return false;
  let next = at + 1;
  while (next < rows.length && next < at + 4 && isLineOrBlank(rows[next])) next++;
  const heading = rows[next];
  const titled = textsOf(row).some(
    ({ cell }) => cell.colSpan > 1 || isUnit(cell.text) || /表$/.test(cell.text),
  );
  return titled && heading !== undefined && textsOf(heading).length > 1 && !holdsFigures(heading);
}

function isLineOrBlank(row: GridRow | undefined): boolean {
  return row !== undefined && (isBlank(row) || isLine(row));
}

/** Lines above, the table, remarks below; all of it lines when there is no table in it. */
function blocksOf(rows: readonly GridRow[], sheet: string): FileBlock[] {
  const from = rows.findIndex((row) => !isLine(row));
  const behind = tableEnd(rows);
  const table = from < 0 || behind <= from ? null : tableOf(rows.slice(from, behind), sheet);
  if (table === null) return rows.flatMap((row) => lines(row, sheet));
  return [
    ...linesAbove(rows.slice(0, from), sheet),
    table,
    ...rows.slice(behind).flatMap((row) => lines(row, sheet)),
  ];
}

/** Where remarks begin behind the last row of cells; what stands behind a remark, a heading of the next part too, is no row. */
function tableEnd(rows: readonly GridRow[]): number {
  const last = rows.findLastIndex((row) => textsOf(row).length > 1 || holdsFigures(row));
  const remark = rows.findIndex((row, at) => at > last && isRemark(row));
  return remark < 0 ? rows.length : remark;
}

/** Titles, the last with the table's number before it (表四十五 2025年…情况表), then what is said of unit and issuer. */
function linesAbove(rows: readonly GridRow[], sheet: string): FileBlock[] {
  const texts = rows.flatMap((row) => textsOf(row).map(({ cell }) => cell.text));
  const numbers = texts.filter(isTableNumber);
  const units = texts.filter(isUnit);
  const titles = texts.filter((text) => !isTableNumber(text) && !isUnit(text));
  const named = titles.length > 0 || !isTelling(sheet) ? titles : [sheet];
  const last = named.at(-1);
  const caption = last === undefined ? numbers : [[...numbers, last].join(" ")];
  return [...named.slice(0, -1), ...caption, ...units].map((text) => paragraph(text, sheet));
}

/** Sheet1, 01-2: a sheet that nobody named. */
function isTelling(name: string): boolean {
  return /[\u4e00-\u9fff]{3}/.test(name);
}

function lines(row: GridRow, sheet: string): FileBlock[] {
  const text = textsOf(row)
    .map(({ cell }) => cell.text)
    .join(" ");
  if (text === "") return [];
  return [isNote(text) ? { kind: "note", text, origin: originOf(sheet) } : paragraph(text, sheet)];
}

function paragraph(text: string, sheet: string): FileBlock {
  return { kind: "paragraph", text, origin: originOf(sheet) };
}

function originOf(sheet: string) {
  return { page: null, sheet: sheet === "" ? null : sheet };
}
