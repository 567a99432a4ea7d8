import type { Table, TableRow } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { holdsFigure } from "./cell-value.ts";
import { fits } from "./header-words.ts";

/** Where a column of names begins anew: its heading is that of the first, or says 支出 where that said 收入. */
function beginsHalf(table: Table, names: number, at: number): boolean {
  const first = table.columns[names]?.levels.map(plainCell).at(-1) ?? "";
  const own = table.columns[at]?.levels.map(plainCell).at(-1) ?? "";
  const same = own !== "" && own === first;
  const other = fits("name", own) && fits("name", first);
  return (same || other) && holdsNames(table, at);
}

const YEAR_ALONE = /^(?:19|20)\d\d年?$/u;

/** Mostly words, of which many are different, or years alone. */
function holdsNames(table: Table, at: number): boolean {
  const cells = table.rows.map((row) => plainCell(row.cells[at]?.text ?? "")).filter((cell) => cell !== "");
  const years = cells.filter((cell) => YEAR_ALONE.test(cell));
  if (years.length > 1 && years.length === cells.length) return true;
  const words = cells.filter((cell) => /\p{Script=Han}/u.test(cell) && !holdsFigure(cell));
  return words.length * 2 > cells.length && new Set(words).size * 2 > words.length;
}

/** At least one column of figures must stand between two columns of names. */
function hasFigures(table: Table, from: number, to: number): boolean {
  return table.rows.some((row) => row.cells.slice(from, to).some(({ text }) => holdsFigure(text)));
}

/**
 * A table printed in two halves side by side (收入 and 支出, or a long list broken in two) as two tables, each with its own
 * names; rows that are empty in a half are not of it. Any other table as it is.
 */
export function halvesOf(table: Table): readonly Table[] {
  const starts = [0];
  const names = table.columns.findIndex((_, at) => holdsNames(table, at));
  for (let at = names + 1; names >= 0 && at < table.columns.length - 1; at++) {
    const last = (starts.at(-1) ?? 0) + names;
    // A number may stand before the names of each half.
    if (beginsHalf(table, names, at) && hasFigures(table, last + 1, at - names)) starts.push(at - names);
  }
  if (starts.length === 1) return [table];
  return starts.map((from, half) => halfOf(table, from, starts[half + 1] ?? table.columns.length));
}

function halfOf(table: Table, from: number, to: number): Table {
  const kept = table.rows.flatMap((row, at) => {
    const cells = row.cells.slice(from, to);
    return cells.some(({ text }) => text.trim() !== "") ? [{ row, at, cells }] : [];
  });
  const places = new Map(kept.map(({ at }, index) => [at, index]));
  const rows = kept.map(({ row, cells }): TableRow => {
    // Who is part of whom was told by the names of the first half.
    const parent = from > 0 || row.parent === null ? null : (places.get(row.parent) ?? null);
    const { indent: _, ...rest } = row;
    return { ...(from > 0 ? rest : row), cells, parent };
  });
  return { ...table, columns: table.columns.slice(from, to), rows };
}
