import type { PageCell, PageRow, PageTable } from "./page-table.ts";
import { isNumber } from "./printed-text.ts";
import { cellText } from "./table-block.ts";

export interface Before {
  /** The table's part with its heading. */
  readonly first: PageTable;
  /** Its part on the page before. */
  readonly last: PageTable;
  readonly caption: readonly string[];
}

/** How far, as a share of the table's width, an edge may lie aside on the next page. */
const aside = 0.02;

/**
 * The rows by which a table goes on with one of the page before, its repeated heading left out; null where it is another
 * table. It is the same when nothing new stands above it and it has the same columns, and either repeats the heading or
 * starts with a row that is none.
 */
export function goesOnWith(before: Before, table: PageTable, above: readonly string[]): PageRow[] | null {
  if (table.page !== before.last.page + 1) return null;
  if (!above.every((line) => isRepeated(line, before.caption))) return null;
  const head = repeatedRows(before.first, table);
  if (head > 0 && table.edges.length === before.first.edges.length) return table.rows.slice(head);
  const columns = columnsOf(before.last, table);
  const [first] = table.rows;
  const [heading] = before.first.rows;
  if (columns === null || first === undefined || heading === undefined) return null;
  if (looksLikeHeading(first) && looksLikeHeading(heading) && above.length > 0) return null;
  if (startsAnew(first, heading)) return null;
  return table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => inColumns(cell, columns)) }));
}

/** A form that begins with the same words as the one before (项目名称 …) is the next form. */
function startsAnew(first: PageRow, heading: PageRow): boolean {
  const [a, b] = [first.cells[0], heading.cells[0]].map((cell) => (cell === undefined ? "" : cellText(cell)));
  return a !== "" && a === b;
}

function inColumns(cell: PageCell, columns: readonly number[]): PageCell {
  const column = columns[cell.column] ?? cell.column;
  const end = columns[cell.column + cell.colSpan] ?? column + cell.colSpan;
  return { ...cell, column, colSpan: end - column };
}

/** Lines above a continued table: those of its first page again, 续表, or a unit alone. */
function isRepeated(line: string, caption: readonly string[]): boolean {
  const plain = line.replace(/[（(]?续[表上]?[一二三四五六七八九十\d]*[)）]?/gu, "");
  if (plain === "" || caption.includes(plain) || caption.includes(line)) return true;
  return (
    /^[（(]?(?:金额)?单位[:：].{1,6}$/u.test(line) ||
    caption.some((each) => each.endsWith(plain) && plain.length > 3)
  );
}

/** How many rows at the top of both are the same; rows of figures are none of a heading. */
function repeatedRows(first: PageTable, table: PageTable): number {
  let count = 0;
  for (const [index, row] of table.rows.entries()) {
    const other = first.rows[index];
    if (other === undefined || key(row) !== key(other) || holdsNumber(row)) break;
    count += 1;
  }
  return count;
}

const key = ({ cells }: PageRow) =>
  cells.map((cell) => `${cell.colSpan}x${cell.rowSpan}:${cellText(cell).replace(/\s+/gu, "")}`).join("|");

const holdsNumber = ({ cells }: PageRow) => cells.filter((cell) => isNumber(cellText(cell))).length > 1;

/** Whether every column has words and none a figure. */
function looksLikeHeading({ cells }: PageRow): boolean {
  const texts = cells.map(cellText);
  return texts.length > 1 && texts.every((text) => text !== "" && !isNumber(text));
}

/**
 * For each edge of the further part, the edge of the part before that it is; null where one is none of them, or where the
 * ends differ. On its page a form may use fewer columns than on the page before.
 */
function columnsOf(before: PageTable, table: PageTable): number[] | null {
  const wide = Math.max(before.box.x1 - before.box.x0, table.box.x1 - table.box.x0);
  const places = table.edges.map((edge) =>
    before.edges.findIndex(
      (other) => Math.abs(edge - table.box.x0 - (other - before.box.x0)) <= aside * wide,
    ),
  );
  const whole = places[0] === 0 && places.at(-1) === before.edges.length - 1;
  const rising = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place));
  return whole && rising ? places : null;
}
