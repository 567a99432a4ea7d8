import type { PageRow, PageTable } from "./page-table.ts";
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
  if (!sameColumns(before.last, table)) return null;
  const [first] = table.rows;
  const [heading] = before.first.rows;
  if (first === undefined || heading === undefined) return null;
  return looksLikeHeading(first) && looksLikeHeading(heading) && above.length > 0 ? null : [...table.rows];
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

function sameColumns(a: PageTable, b: PageTable): boolean {
  if (a.edges.length !== b.edges.length) return false;
  const wide = Math.max(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0);
  return a.edges.every((edge, index) => {
    const other = b.edges[index] ?? Number.NaN;
    return Math.abs(edge - a.box.x0 - (other - b.box.x0)) <= aside * wide;
  });
}
