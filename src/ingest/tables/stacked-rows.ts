import { isCaption, isUnitLine } from "#ingest/lines/line-role.ts";
import type { SourceLine } from "#ingest/lines/source-line.ts";
import { numberingOf, RANK } from "#ingest/sections/numbering.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";
import type { CellStretch } from "./cell-stretch.ts";
import { isFigureOrNone, isTelling } from "./figure-cell.ts";
import { numberedRows, type StackedCell } from "./numbered-rows.ts";
import { splitLevels } from "./spread-header.ts";

const FIRST =
  /^(?:序号|编号|(?:主要|核心|具体|经济|预期|考核)?(?:经济)?指标(?:名称|内容)?|(?:项目|产品|科目|行业)(?:名称)?|名称|类别|分类|地区|区县|年份|年度)(?:[（(]单位[)）])?$/;
const INDEX = /^(?:序号|编号)$/;
const LONGEST_CELL = 40;
const FARTHEST = 4000;
const WIDEST = 12;
/** Words that stand for a figure. */
const STAND_IN = /下达|持平|完成|控制|以内|左右|达标|保持|高于|低于|同步|不/;

/**
 * Reads a table that lost everything but its line breaks, a cell a line, from its first heading (指标, 序号) on: the
 * width is the one at which every column holds either words or figures. Null when there is none.
 */
export function readStackedRows(lines: readonly SourceLine[], at: number): CellStretch | null {
  if (!FIRST.test(bare(lines[at]?.raw ?? "")) || INDEX.test(bare(lineAbove(lines, at)))) return null;
  const cells = cellsFrom(lines, at);
  if (INDEX.test(bare(lines[at]?.raw ?? ""))) return readNumbered(cells);
  const firstFigure = cells.findIndex((cell) => isFigureCell(cell.text));
  for (let width = 2; width <= Math.min(WIDEST, firstFigure); width++) {
    const rows =
      rowsOf(cells, width, width) ?? rowsOf(cells, width, width + 1) ?? rowsOf(cells, width, width + 2);
    if (rows === null) continue;
    return {
      rows: rows.map((row) => row.map((cell) => cell.text)),
      at: rows.map((row) => row[0]?.at ?? at),
      next: (rows.at(-1)?.at(-1)?.at ?? at) + 1,
    };
  }
  return null;
}

function readNumbered(cells: readonly StackedCell[]): CellStretch | null {
  const found = numberedRows(cells);
  if (found === null || !found.rows.slice(1).some((row) => row.slice(1).some(isFigureCell))) return null;
  return { rows: found.rows, at: found.at, next: (cells[found.used - 1]?.at ?? 0) + 1 };
}

/** The words above: 指标 under 序号 is the second heading of a table that could not be read. */
function lineAbove(lines: readonly SourceLine[], at: number): string {
  for (let above = at - 1; above >= Math.max(0, at - 3); above--) {
    const raw = lines[above]?.raw ?? "";
    if (raw.trim() !== "") return raw;
  }
  return "";
}

function bare(raw: string): string {
  return raw.replace(/[\s\u3000]|\*\*/g, "");
}

/** Short lines up to the first sentence, caption, heading or line laid out otherwise. */
function cellsFrom(lines: readonly SourceLine[], from: number): StackedCell[] {
  const cells: StackedCell[] = [];
  for (let at = from; at < Math.min(lines.length, from + FARTHEST); at++) {
    const raw = lines[at]?.raw ?? "";
    const text = raw.trim();
    if (text === "") continue;
    const numbering = numberingOf(text);
    const heading = numbering !== null && numbering.rank <= RANK.minor;
    if (text.length > LONGEST_CELL || /[\t|<]|[。；！？：:，]$/.test(text) || heading) break;
    if (isCaption(text) || isUnitLine(text) || /^注\s*[:：]/.test(text)) break;
    cells.push({ text, at });
  }
  return cells;
}

/** Rows of `width` cells under a header of `height` cells, which is longer where it has a second level. */
function rowsOf(cells: readonly StackedCell[], width: number, height: number): StackedCell[][] | null {
  const header = cells.slice(0, height);
  const words = header.map((cell) => bare(cell.text));
  const columns = height === width ? [words] : splitLevels(words, width);
  if (columns === null || (height === width && new Set(words).size < width) || !isTelling([words]))
    return null;
  const repeats = (from: number) => words.every((word, at) => bare(cells[from + at]?.text ?? "") === word);
  const data: StackedCell[][] = [];
  for (let from = height; from + width <= cells.length; ) {
    // A page's number stands before the header that the next page repeats.
    if (repeats(from)) from += height;
    else if (/^\d{1,4}$/.test(cells[from]?.text ?? "") && repeats(from + 1)) from += height + 1;
    else {
      data.push(cells.slice(from, from + width));
      from += width;
    }
  }
  const rows = withoutTail(data);
  return rows.length >= 3 && fits(rows) ? [header, ...rows] : null;
}

/** Lines of words behind the last figures are no row of the table, unless they hold words that stand for figures. */
function withoutTail(rows: readonly StackedCell[][]): StackedCell[][] {
  const last = rows.findLastIndex((row) =>
    row.some(({ text }, at) => at > 0 && (isFigureOrNone(text) || STAND_IN.test(text))),
  );
  return rows.slice(0, last + 1);
}

/** Every column holds words or figures, and the names are words. */
function fits(rows: readonly StackedCell[][]): boolean {
  const shares = (rows[0] ?? []).map(
    (_, at) => rows.filter((row) => isFigureCell(row[at]?.text ?? "")).length / rows.length,
  );
  const [names = 1, ...values] = shares;
  if (names > 0) return false;
  return values.some((share) => share >= 0.5) && values.every((share) => share <= 0.1 || share >= 0.5);
}
