import type { RawRow } from "#ingest/block.ts";
import { plainText } from "#ingest/lines/inline-marks.ts";
import type { SourceLine } from "#ingest/lines/source-line.ts";
import { weld } from "#text/clean.ts";
import { isFigureOrNone } from "./figure-cell.ts";
import { widest } from "./widest.ts";

/** A stretch of lines that tabs lay out, read as rows, or null when it is no table. */
export interface RowStretch {
  readonly rows: RawRow[];
  /** Index of the first line after the stretch. */
  readonly next: number;
}

const ONE_CELL = /^\t[^\t]*\t*$/;
const LONGEST_REST = 40;
/** The first part of a broken name; shorter words (经济发展) head a group of rows. */
const SHORTEST_PART = 6;

/**
 * Reads rows from `at` on, in either layout: a row a line with tabs between its cells, or (Word) a cell a line, each
 * opened by a tab, rows parted by blank lines and a cell going on over lines without a tab.
 */
export function readTabRows(lines: readonly SourceLine[], at: number): RowStretch | null {
  const tabbed = stretch(lines, at);
  const oneCell = tabbed.filter((line) => ONE_CELL.test(line.raw)).length;
  const byCell = tabbed.length >= 3 && oneCell * 10 >= tabbed.length * 8;
  const found = byCell ? rowsByCell(lines, at) : rowsByLine(lines, at);
  const columns = widest(found.rows, (row) => row.cells.length);
  return found.rows.length >= 2 && columns >= 2 ? found : null;
}

/** Tab lines from `at` on, over blank lines and single lines without a tab. */
function stretch(lines: readonly SourceLine[], at: number): SourceLine[] {
  const found: SourceLine[] = [];
  let plain = 0;
  for (let to = at; to < lines.length && plain < 2; to++) {
    const line = lines[to];
    if (line === undefined) break;
    if (line.raw.includes("\t")) found.push(line);
    if (line.raw.trim() !== "") plain = line.raw.includes("\t") ? 0 : plain + 1;
  }
  return found;
}

function rowsByLine(lines: readonly SourceLine[], at: number): RowStretch {
  const rows: RawRow[] = [];
  let next = at;
  let begun = "";
  for (let to = at; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined) break;
    if (line.raw.trim() === "") continue;
    const last = rows.at(-1);
    if (line.raw.includes("\t")) {
      const [first = "", ...cells] = line.raw.replace(/ +$/, "").split("\t").map(plainText);
      rows.push({ cells: [weld(begun, first), ...cells], line: line.number });
      begun = "";
    } else if (last !== undefined && continuesCell(lines, to)) {
      if (beginsName(last, line.raw)) begun = plainText(line.raw);
      else rows[rows.length - 1] = withRest(last, line.raw);
    } else {
      break;
    }
    next = to + 1;
  }
  return { rows: withWholeHeader(rows), next };
}

/** Behind a row that ends in a figure, words begin the name of the next row, unless they belong to the figure (左右). */
function beginsName(last: RawRow, raw: string): boolean {
  const words = plainText(raw);
  return (
    isFigureOrNone(last.cells.at(-1) ?? "") &&
    words.length >= SHORTEST_PART &&
    !/\d|^(?:左右|以[上下内]|上下)/.test(words)
  );
}

/** A header whose cells are broken over three lines or more (`指标 单位 2022年` / `目标 2022年` / `实际`) is one row again. */
function withWholeHeader(rows: RawRow[]): RawRow[] {
  const width = widest(rows, (row) => row.cells.length);
  const whole = rows.findIndex((row) => row.cells.length === width);
  const parts = rows.slice(0, whole);
  const cells = parts.reduce<string[]>((all, row) => {
    const [first = "", ...more] = row.cells;
    return all.length === 0 ? [...row.cells] : [...all.slice(0, -1), weld(all.at(-1) ?? "", first), ...more];
  }, []);
  if (parts.length < 3 || cells.length !== width || cells.some(isFigureOrNone)) return rows;
  return [{ cells, line: rows[0]?.line ?? 0 }, ...rows.slice(whole)];
}

/** A short line without tabs squeezed between two rows is the rest of the cell above. */
function continuesCell(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at]?.raw.trim() ?? "";
  const squeezed = (lines[at - 1]?.raw.trim() ?? "") !== "" && (lines[at + 1]?.raw.includes("\t") ?? false);
  return squeezed && line.length <= LONGEST_REST && !/^(?:附?表|专栏|图|注)\s*\d*[:：]?/.test(line);
}

function rowsByCell(lines: readonly SourceLine[], at: number): RowStretch {
  const rows: RawRow[] = [];
  let next = at;
  let fresh = true;
  for (let to = at; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined) break;
    const last = rows.at(-1);
    if (line.raw.trim() === "" && (fresh || !line.raw.includes("\t")) && !beginsEmpty(lines, to)) {
      fresh = true;
    } else if (line.raw.includes("\t")) {
      const cell = plainText(line.raw);
      if (fresh || last === undefined) rows.push({ cells: [cell], line: line.number });
      else rows[rows.length - 1] = { ...last, cells: [...last.cells, cell] };
      fresh = false;
      next = to + 1;
    } else if (!fresh && last !== undefined) {
      rows[rows.length - 1] = withRest(last, line.raw);
      next = to + 1;
    } else {
      break;
    }
  }
  return { rows, next };
}

/** A tab alone behind a blank line, a cell right below it: a row whose first cell is empty. */
function beginsEmpty(lines: readonly SourceLine[], at: number): boolean {
  const [above, line, below] = [at - 1, at, at + 1].map((index) => lines[index]?.raw ?? "");
  return above === "" && line?.includes("\t") === true && below?.includes("\t") === true;
}

function withRest(row: RawRow, raw: string): RawRow {
  const cells = [...row.cells];
  cells[cells.length - 1] = weld(cells.at(-1) ?? "", plainText(raw));
  return { ...row, cells };
}
