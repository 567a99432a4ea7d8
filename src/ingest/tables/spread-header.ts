import type { RawRow } from "#ingest/block.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";

const BARE_YEAR = /^(?:19|20)\d\d年?度?$/;
/** What stands under a year in a second header row. */
const UNDER_YEAR =
  /^(?:年初|年度|预期|全年|预计|实际)*(?:目标|实际|计划|完成|预期|预计|任务|完成情况|实绩|目标值|完成值|实际值|增长|增速|增幅)(?:数|值)?(?:[（(]?[%％][)）]?)?$/;
const squeezed = (cell: string | undefined) => (cell ?? "").replace(/\s/g, "");

/**
 * A header of two levels that lost its columns, put back under a table of `width` columns: the words of the second
 * level, printed in a short row or at the end of the first, stand under the years that take more than one column.
 */
export function spreadHeader(rows: readonly RawRow[]): RawRow[] {
  const [first, second] = rows;
  const width = usualWidth(rows.slice(1));
  if (first === undefined || second === undefined || width < 3) return [...rows];
  const split = first.cells.length > width ? splitLevels(first.cells, width) : null;
  if (split !== null) return [...split.map((cells) => ({ ...first, cells })), ...rows.slice(1)];
  const below = trimmed(second.cells);
  if (below.length < 2 || below.length >= width || !below.every((cell) => UNDER_YEAR.test(squeezed(cell))))
    return [...rows];
  const levels = placed(first.cells, below, width);
  if (levels === null) return [...rows];
  return [{ ...first, cells: levels[0] }, { ...second, cells: levels[1] }, ...rows.slice(2)];
}

/** The length that most rows have. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

/**
 * All words of the header in one row: `序号 指标 2022年 2023年目标 目标 实际` has its second level at the end; or
 * `2022年 目标 2022年 实际` has cells broken in two. Null when neither makes `width`.
 */
export function splitLevels(cells: readonly string[], width: number): string[][] | null {
  const over = cells.length - width;
  const isYear = (cell: string | undefined) => BARE_YEAR.test(squeezed(cell));
  const broken = cells.filter((cell, at) => isYear(cell) && UNDER_YEAR.test(squeezed(cells[at + 1]))).length;
  if (broken > 1 && broken === over) {
    const welded = cells.flatMap((cell, at) => {
      if (isYear(cell)) return [cell + (cells[at + 1] ?? "")];
      return isYear(cells[at - 1]) ? [] : [cell];
    });
    return [welded];
  }
  const last = cells.findLastIndex((cell) => !UNDER_YEAR.test(squeezed(cell)));
  const levels = last < 0 ? null : placed(cells.slice(0, last + 1), cells.slice(last + 1), width);
  return levels === null || over <= 0 ? null : [...levels];
}

/** Both levels over `width` columns: `below` under the cells with empty ones behind, else in shares under the bare years. */
function placed(
  above: readonly string[],
  below: readonly string[],
  width: number,
): [string[], string[]] | null {
  const gaps = above.length === width ? gapped(above) : null;
  const groups = gaps?.columns ?? above.flatMap((cell, at) => (BARE_YEAR.test(squeezed(cell)) ? [at] : []));
  if (gaps !== null) {
    if (gaps.under.length !== below.length) return null;
    const lower = above.map((_, at) => below[gaps.under.indexOf(at)] ?? "");
    return [[...above], lower];
  }
  const shares = sharedOut(below, groups.length);
  if (shares === null || above.length - groups.length + below.length !== width) return null;
  const upper: string[] = [];
  const lower: string[] = [];
  for (const [at, cell] of above.entries()) {
    const share = shares[groups.indexOf(at)];
    upper.push(cell, ...(share ?? []).slice(1).map(() => ""));
    lower.push(...(share ?? [""]));
  }
  return [upper, lower];
}

/** 目标 完成 目标 实际 under two years is two each; 目标 完成 目标 begins anew with the word it has had. */
export function sharedOut(below: readonly string[], groups: number): string[][] | null {
  const each = below.length / groups;
  if (groups === 0) return null;
  if (Number.isInteger(each))
    return Array.from({ length: groups }, (_, group) => below.slice(group * each, (group + 1) * each));
  const shares: string[][] = [];
  for (const word of below) {
    const share = shares.at(-1);
    if (share === undefined || share.includes(word)) shares.push([word]);
    else share.push(word);
  }
  return shares.length === groups ? shares : null;
}

/** Cells with empty ones right behind, and all the columns they take; null when there are none. */
function gapped(above: readonly string[]): { columns: number[]; under: number[] } | null {
  const columns: number[] = [];
  const under: number[] = [];
  for (const [at, cell] of above.entries()) {
    if (cell === "" && at > 0) under.push(at);
    else if (at > 0 && above[at + 1] === "") {
      columns.push(at);
      under.push(at);
    }
  }
  return columns.length === 0 || above.some(isFigureCell) ? null : { columns, under };
}
