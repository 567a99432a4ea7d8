import type { Table, TableColumn, TableRow } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { holdsFigure } from "./cell-value.ts";
import { fits } from "./header-words.ts";

const cellsOf = (row: TableRow): string[] => row.cells.map(({ text }) => plainCell(text));

const YEAR_HEAD = /^(?:19|20)\d\d年/u;

/** Nothing in it is a figure, and several cells are words. */
function isWords(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => YEAR_HEAD.test(cell) || !holdsFigure(cell));
}

/** 目标 or 实际 under each year, nothing under the names. */
function isSecondLevel([name, ...cells]: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return (
    name === "" && filled.length > 0 && filled.every((cell) => fits("target", cell) || fits("actual", cell))
  );
}

/** 项目 | 预算数 | 执行数: names of columns, printed as a row of the body. */
function namesColumns(cells: readonly string[]): boolean {
  const [first = ""] = cells.filter((cell) => cell !== "");
  return fits("name", first) && isWords(cells);
}

/** True where the cells are names of what stands below each of them, though no word of a header is among them. */
function fillsGaps(table: Table, cells: readonly string[]): boolean {
  const open = table.columns.filter(({ levels }) => levels.length === 0).length;
  const filled = cells.filter((cell) => cell !== "").length;
  return open > 0 && open * 2 >= table.columns.length - 1 && filled * 2 > cells.length && isWords(cells);
}

/** A header printed over several columns stands in the first of them: it is carried over the empty ones. */
function carried(columns: readonly TableColumn[], below: readonly string[]): (readonly string[])[] {
  let last: readonly string[] = [];
  return columns.map(({ levels }, at) => {
    if (levels.length > 0) last = levels;
    return levels.length === 0 && (below[at] ?? "") !== "" ? last : levels;
  });
}

function headedBy(table: Table, header: TableRow): readonly TableColumn[] {
  const below = cellsOf(header);
  const above = carried(table.columns, below);
  return table.columns.map((_, at) => {
    const own = below[at] ?? "";
    const outer = above[at] ?? [];
    const levels = own === "" || own === outer.at(-1) ? outer : [...outer, own];
    return { levels, title: levels.join(" ") };
  });
}

/** The body from `from` to `to` as a table of its own under these columns. */
function bodyOf(table: Table, columns: readonly TableColumn[], [from, to]: readonly [number, number]): Table {
  const rows = table.rows.slice(from, to).map((row): TableRow => {
    const parent = row.parent === null || row.parent < from ? null : row.parent - from;
    return { ...row, parent };
  });
  return { ...table, columns, rows };
}

/** A second level of the header printed as the first body rows becomes one. */
function withSecondLevel(table: Table): Table {
  const [first] = table.rows;
  if (first === undefined) return table;
  const cells = cellsOf(first);
  if (!isSecondLevel(cells) && !namesColumns(cells) && !fillsGaps(table, cells)) return table;
  return withSecondLevel(bodyOf(table, headedBy(table, first), [1, table.rows.length]));
}

/**
 * The tables that one printed table is made of: it ends where a row of names of columns (信息内容 | 本年处理决定数量) begins the
 * next, which has those names and no others.
 */
export function tableParts(printed: Table): readonly Table[] {
  const table = withSecondLevel(printed);
  const starts = table.rows.flatMap((row, at) => (at > 0 && namesColumns(cellsOf(row)) ? [at] : []));
  if (starts.length === 0) return [table];
  let columns = table.columns;
  const parts = [bodyOf(table, columns, [0, starts[0] ?? 0])];
  for (const [at, start] of starts.entries()) {
    const header = table.rows[start];
    if (header === undefined) continue;
    const bare = { ...table, columns: columns.map(() => ({ levels: [], title: "" })) };
    if (!repeats(columns, cellsOf(header))) columns = headedBy(bare, header);
    parts.push(bodyOf(table, columns, [start + 1, starts[at + 1] ?? table.rows.length]));
  }
  return parts;
}

/** The header again, or its lower half, as pages break it: the columns are the same. */
const repeats = (columns: readonly TableColumn[], cells: readonly string[]): boolean =>
  cells.every((cell, at) => cell === "" || (columns[at]?.levels.map(plainCell).includes(cell) ?? false));
