import { isComplete, type TableBlock } from "./block.ts";
import type { PlacedLine } from "./layout.ts";
import { isUnitLine } from "./line-role.ts";
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
    joined.push({ table: { ...parts.table, rows: [...parts.table.rows, ...stretch.table.rows] } });
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
  return sameHeader || (goesOn && sameWidth) ? { table: first.table, at } : null;
}

function isShort(line: PlacedLine): boolean {
  return line.text.length <= 40 && !isComplete(line.text);
}

/** A caption without 续 and spaces. */
function bare(line: PlacedLine): string {
  return line.text.replace(/[（(]?续[)）]?|\s/g, "");
}
