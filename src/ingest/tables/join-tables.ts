import { isComplete, type RawRow, type TableBlock } from "#ingest/block.ts";
import type { PlacedLine } from "#ingest/lines/layout.ts";
import { isUnitLine } from "#ingest/lines/line-role.ts";
import { isFigureOrNone } from "./figure-cell.ts";
import { sameCells, tableWidth } from "./shape-table.ts";

/** Lines of prose, or one table, in the order of the file. */
export type Stretch = { readonly lines: readonly PlacedLine[] } | { readonly table: TableBlock };

const PAGE = /^(?:[—–-]?\s*\d{1,4}\s*[—–-]?|第?\d{1,4}页.{0,12})$/;
const CONTINUED =
  /^[（(【]?(?:续|接)\s*(?:上|前)?\s*(?:附)?表(?:格)?\s*[\d一二三四五六七八九十]{0,3}[)）】:：]?$|[（(]\s*(?:续表?|接上页|接上表|续上表)\s*\d{0,2}\s*[)）]$|^续\s*表/;

/** A table cut by pages is one table again: what stands between its parts is a page's number, 续表 or the caption again. */
export function joinTables(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const parts = "table" in stretch ? partsBefore(joined, stretch.table) : null;
    if (parts === null || !("table" in stretch)) {
      joined.push(stretch);
      continue;
    }
    joined.splice(parts.at);
    const { rows } = stretch.table;
    const rest = repeatsLowerHeader(parts.table, rows[0]) ? rows.slice(1) : rows;
    joined.push({ table: { ...parts.table, rows: [...parts.table.rows, ...rest] } });
  }
  return joined;
}

/** The table that `next` goes on with, and where it stands in `before`. */
function partsBefore(before: readonly Stretch[], next: TableBlock): { table: TableBlock; at: number } | null {
  const last = before.at(-1);
  const between = last !== undefined && "lines" in last ? last.lines : [];
  const at = before.length - (between.length > 0 ? 2 : 1);
  const first = before[at];
  if (first === undefined || !("table" in first)) return null;
  const above = before[at - 1];
  const title = above !== undefined && "lines" in above ? above.lines.slice(-2).map(bare) : [];
  const isBridge = (line: PlacedLine) =>
    PAGE.test(line.text) || CONTINUED.test(line.text) || isUnitLine(line.text) || title.includes(bare(line));
  const sameHeader = sameCells(first.table.rows[0], next.rows[0]);
  const pageHead = sameHeader && between.length <= 3 && between.some((line) => PAGE.test(line.text));
  if (!between.every((line) => isBridge(line) || (pageHead && isShort(line)))) return null;
  const goesOn = between.some((line) => CONTINUED.test(line.text));
  const sameWidth = tableWidth(first.table.rows) === tableWidth(next.rows);
  const rest = sameHeader || (goesOn && sameWidth) || repeatsLowerHeader(first.table, next.rows[0]);
  return rest || (sameWidth && isRest(first.table, next)) ? { table: first.table, at } : null;
}

/** True where a page repeats the lower row of a header of two levels alone: 目标 | 实际, without the years above them. */
function repeatsLowerHeader({ rows }: TableBlock, next: RawRow | undefined): boolean {
  const lower = rows[1]?.cells.filter((cell) => cell !== "") ?? [];
  const words = next?.cells.filter((cell) => cell !== "") ?? [];
  return (
    words.length >= 2 &&
    !words.some(isFigureOrNone) &&
    words.some((word) => !rows[0]?.cells.includes(word)) &&
    lower.some((_, from) => words.every((word, at) => word === lower[from + at]))
  );
}

/**
 * True for rows that have no header of their own and the shape of the table above, which has one: figures stand in the same
 * columns, words in the others. Told apart from it they would be a table whose columns nobody knows.
 */
function isRest({ rows: [header, ...above] }: TableBlock, { rows }: TableBlock): boolean {
  if (header === undefined || header.cells.some(isFigureOrNone) || !isFigureRow(rows[0])) return false;
  const data = above.filter(isFigureRow);
  return (
    data.length > 0 &&
    header.cells.every((_, at) => Math.abs(figureShare(data, at) - figureShare(rows, at)) <= LARGEST_CHANGE)
  );
}

/** A column may hold a few words more, or fewer, behind the page's end. */
const LARGEST_CHANGE = 0.5;

const isFigureRow = (row: RawRow | undefined): boolean => row?.cells.some(isFigureOrNone) ?? false;

function figureShare(rows: readonly RawRow[], at: number): number {
  const filled = rows.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
  return filled.length === 0 ? 0.5 : filled.filter(isFigureOrNone).length / filled.length;
}

function isShort(line: PlacedLine): boolean {
  return line.text.length <= 40 && !isComplete(line.text);
}

/** A caption without 续 and spaces. */
function bare(line: PlacedLine): string {
  return line.text.replace(/[（(]?续[)）]?|\s/g, "");
}
