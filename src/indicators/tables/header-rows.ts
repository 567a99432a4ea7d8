import type { Table, TableRow } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { fits } from "./header-words.ts";

/** A row of heading words below the header: nothing under the names, 目标 or 实际 under each year. */
function isHeading(row: TableRow): boolean {
  const [name, ...cells] = row.cells.map((cell) => plainCell(cell.text));
  const filled = cells.filter((cell) => cell !== "");
  return (
    name === "" && filled.length > 0 && filled.every((cell) => fits("target", cell) || fits("actual", cell))
  );
}

/** Pipe tables have one header row; a second level printed as their first body row becomes a level of the header. */
export function withHeaderRows(table: Table): Table {
  const [first, ...rest] = table.rows;
  if (first === undefined || !isHeading(first)) return table;
  const columns = table.columns.map((column, at) => {
    const below = plainCell(first.cells[at]?.text ?? "");
    const levels = below === "" ? column.levels : [...column.levels, below];
    return { levels, title: levels.join(" ") };
  });
  const rows = rest.map((row) => ({ ...row, parent: row.parent === null ? null : row.parent - 1 }));
  return { ...table, columns, rows };
}
