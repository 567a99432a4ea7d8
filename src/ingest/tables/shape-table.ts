import type { RawRow, TableBlock } from "#ingest/block.ts";
import { isAgeGroup } from "#text/quantity/age-group.ts";
import { isFigureCell, readCell } from "#text/quantity/read-cell.ts";
import { spreadHeader } from "./spread-header.ts";
import { findParents } from "./sub-rows.ts";
import { widest } from "./widest.ts";

/** A table with its header found and every row fitted to the columns. */
export interface ShapedTable {
  /** Header levels of each column, outermost first. */
  readonly columns: readonly (readonly string[])[];
  readonly header: readonly RawRow[];
  readonly rows: readonly RawRow[];
  readonly parents: readonly (number | null)[];
  /** Data rows read, repeated headers not counted. */
  readonly rowsIn: number;
  /** Rows that did not fit the header, kept all the same. */
  readonly misfits: readonly RawRow[];
}

const PLAIN_NUMBER = /^[≤≥<>＜＞]?[-－+]?\d[\d,.]*(?:%|％|以上|以下|以内|左右|个|家|人|万|亿|元)*$/;
const YEAR = /^(?:19|20)\d\d年?$/;
const UNIT = /^[（(][^）)]{1,8}[）)]$/;
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|总计|共计)/;

/** Finds header and columns of the rows read, drops headers repeated by page breaks, and fits each row to the columns. */
export function shapeTable(block: TableBlock): ShapedTable {
  const rows = spreadHeader(block.rows.filter((row) => row.cells.some((cell) => cell !== "")));
  const headerRows = headerHeight(rows, block.headerRows);
  const header = rows.slice(0, headerRows);
  const data = withoutRepeats(rows.slice(headerRows), header);
  const width = columnCount(header, data);
  const columns = columnLevels(header, width);
  const numbered = /^序\s*号$|^编\s*号$/.test(columns[0]?.join("") ?? "");
  const fitted = data.map((row) => fitRow(row, width, numbered));
  const misfits = data.filter((row) => trimmed(row.cells).length > width);
  return {
    columns,
    header,
    rows: fitted,
    parents: findParents(fitted, columns),
    rowsIn: data.length,
    misfits,
  };
}

/** The number of columns two row groups would have together, to tell one table from the next. */
export function tableWidth(rows: readonly RawRow[]): number {
  return widest(rows, (row) => trimmed(row.cells).length);
}

export function sameCells(a: RawRow | undefined, b: RawRow | undefined): boolean {
  return a !== undefined && b !== undefined && key(a) === key(b);
}

function key(row: RawRow): string {
  return trimmed(row.cells)
    .map((cell) => cell.replaceAll(" ", ""))
    .join("\t");
}

function trimmed(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}

function headerHeight(rows: readonly RawRow[], known: number | null): number {
  if (isData(rows[0]) && (known === null || isLikeNext(rows))) return 0;
  let height = Math.max(known ?? 1, 1);
  while (height < Math.min(rows.length - 1, 3) && isLowerHeader(rows[height - 1], rows[height])) height++;
  if (height < rows.length - 1 && isTranslation(rows[height])) height++;
  return height;
}

function isData(row: RawRow | undefined): boolean {
  return row?.cells.some((cell) => isPlainFigure(cell) && !isAgeGroup(cell)) ?? false;
}

/** The header again in English: Year | Gross Domestic Product. */
function isTranslation(row: RawRow | undefined): boolean {
  const cells = row?.cells.filter((cell) => cell !== "") ?? [];
  return cells.length > 1 && cells.every((cell) => /^[A-Za-z][A-Za-z\s,.'’&()（）/-]*$/.test(cell));
}

function isPlainFigure(cell: string): boolean {
  return (
    (PLAIN_NUMBER.test(cell) || isFigureCell(cell) || readCell(cell)?.growth === true) && !YEAR.test(cell)
  );
}

/** Texts must call the first row of a table its header; one with figures in all the columns of the next row is none. */
function isLikeNext([first, second]: readonly RawRow[]): boolean {
  const figures = second?.cells.flatMap((cell, at) => (isPlainFigure(cell) ? [at] : [])) ?? [];
  return figures.length > 0 && figures.every((at) => isPlainFigure(first?.cells[at] ?? ""));
}

/** A second header row starts empty under the row numbers or names and fills gaps of the row above. */
function isLowerHeader(above: RawRow | undefined, row: RawRow | undefined): boolean {
  if (above === undefined || row === undefined || isData(row)) return false;
  if (repeatsNames(above, row) || holdsUnits(above, row)) return true;
  if ((above.cells[0] ?? "") === "" || (row.cells[0] ?? "") !== "") return false;
  return row.cells.some((cell, at) => cell !== "" && (above.cells[at] ?? "") === "");
}

/** A cell over both header rows may be printed in both: `指标 | 2022年 | 2022年` over `指标 | 目标 | 实际`. */
function repeatsNames(above: RawRow, row: RawRow): boolean {
  const first = row.cells[0] ?? "";
  const other = row.cells.some((cell, at) => cell !== (above.cells[at] ?? "") && cell !== "");
  return first !== "" && first === above.cells[0] && other;
}

/** `（亿元） | （%）` under the names of the columns. */
function holdsUnits(above: RawRow, row: RawRow): boolean {
  const cells = row.cells.filter((cell) => cell !== "");
  return (
    (row.cells[0] ?? "") === "" &&
    (above.cells[0] ?? "") !== "" &&
    cells.length > 0 &&
    cells.every((cell) => UNIT.test(cell))
  );
}

function withoutRepeats(rows: readonly RawRow[], header: readonly RawRow[]): RawRow[] {
  const kept: RawRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) break;
    if (header.length > 0 && header.every((line, level) => sameCells(line, rows[at + level]))) {
      at += header.length - 1;
    } else {
      kept.push(row);
    }
  }
  return kept;
}

/** The header says how many columns there are, unless most rows disagree. */
function columnCount(header: readonly RawRow[], data: readonly RawRow[]): number {
  const named = widest(header, (row) => row.cells.length);
  const wider = data.filter((row) => trimmed(row.cells).length > named);
  return wider.length * 2 > data.length ? tableWidth(data) : Math.max(named, 1);
}

function columnLevels(header: readonly RawRow[], width: number): string[][] {
  const levels: string[][] = Array.from({ length: width }, () => []);
  for (const [level, row] of header.entries()) {
    let spanning = "";
    for (const [at, column] of levels.entries()) {
      const cell = row.cells[at] ?? "";
      const below = header.slice(level + 1).some((lower) => (lower.cells[at] ?? "") !== "");
      if (cell !== "") spanning = cell;
      const name = cell === "" && below ? spanning : cell;
      if (name !== "" && name !== column.at(-1)) column.push(name);
    }
  }
  return levels;
}

/**
 * Pads short rows and moves a total printed in the number column under the names. A cell too many is kept in the
 * last column.
 */
function fitRow(row: RawRow, width: number, numbered: boolean): RawRow {
  let cells = [...trimmed(row.cells)];
  const first = cells[0] ?? "";
  if (numbered && TOTAL.test(first)) {
    if (cells[1] === "") [cells[0], cells[1]] = ["", first];
    else if (cells.length < width) cells = ["", ...cells];
  } else if (numbered && cells.length === width - 1 && /^(?:#|其中)/.test(first)) {
    cells = ["", ...cells];
  }
  if (cells.length > width) cells = [...cells.slice(0, width - 1), cells.slice(width - 1).join(" | ")];
  while (cells.length < width) cells.push("");
  return { ...row, cells };
}
