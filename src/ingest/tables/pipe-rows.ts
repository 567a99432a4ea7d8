import type { RawRow } from "#ingest/block.ts";
import { plainText } from "#ingest/lines/inline-marks.ts";
import type { SourceLine } from "#ingest/lines/source-line.ts";
import { widest } from "./widest.ts";

export interface PipeStretch {
  readonly rows: RawRow[];
  /** Rows above the first delimiter line; null when there is none. */
  readonly headerRows: number | null;
  readonly next: number;
}

const DELIMITER = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$|^\|\s*:?-+:?\s*\|$/;

/** Reads a Markdown table from `at` on, over the blank lines a page break left; null when it is no table. */
export function readPipeRows(lines: readonly SourceLine[], at: number): PipeStretch | null {
  const rows: RawRow[] = [];
  let headerRows: number | null = null;
  let next = at;
  const barless = !isPipeRow(lines[at]?.raw ?? "") && isDelimiter(lines[at + 1]);
  const framed = isFramed(lines, at);
  for (let to = at; to < lines.length; to++) {
    const line = lines[to];
    const raw = unquoted(line?.raw ?? "");
    if (line === undefined || (raw !== "" && !isPipeRow(raw) && !(barless && raw.includes("|")))) break;
    if (barless && raw === "" && !isPipeRow(lines[to + 1]?.raw ?? "")) break;
    if (raw === "" && headerRows !== null && opensAnother(lines, to, rows)) break;
    if (raw === "") continue;
    if (DELIMITER.test(raw)) headerRows ??= rows.length;
    else rows.push({ cells: pipeCells(raw, framed), line: line.number });
    next = to + 1;
  }
  const columns = widest(rows, (row) => row.cells.length);
  // A line of dashes shows even one row to be a table: the rest of one that a page cut.
  return rows.length >= (headerRows === null ? 2 : 1) && columns >= 2 ? { rows, headerRows, next } : null;
}

/** Index behind the rows of one cell that stand from `at` on: where they are no table, no part of them is one. */
export function afterSingleCells(lines: readonly SourceLine[], at: number): number {
  let to = at;
  while (to < lines.length) {
    const raw = unquoted(lines[to]?.raw ?? "");
    if (!isPipeRow(raw) || pipeCells(raw, true).length > 1) break;
    to++;
  }
  return to;
}

/** The first line of a table of one bar a row, which only the delimiter line below tells from prose. */
export function opensBarless(lines: readonly SourceLine[], at: number): boolean {
  return (lines[at]?.raw.includes("|") ?? false) && isDelimiter(lines[at + 1]);
}

/** True when the table below this blank line has a header of its own, of another width. */
function opensAnother(lines: readonly SourceLine[], blank: number, rows: readonly RawRow[]): boolean {
  const header = blank + 1;
  if (lines[header]?.raw.trim() === "" || !isDelimiter(lines[header + 1])) return false;
  const columns = pipeCells(unquoted(lines[header]?.raw ?? ""), isFramed(lines, header)).length;
  return rows.every(({ cells }) => cells.length !== columns);
}

/** True when bars stand around the rows, as the delimiter line below the first says, else the first row. */
function isFramed(lines: readonly SourceLine[], at: number): boolean {
  const telling = isDelimiter(lines[at + 1]) ? lines[at + 1] : lines[at];
  return unquoted(telling?.raw ?? "").startsWith("|");
}

/** A line of a quotation without its mark. */
function unquoted(raw: string): string {
  return raw.trim().replace(/^(?:>\s*)+/, "");
}

function isDelimiter(line: SourceLine | undefined): boolean {
  return line !== undefined && DELIMITER.test(unquoted(line.raw));
}

/** A line that a Markdown table could hold: it opens with a pipe, or has two. */
export function isPipeRow(raw: string): boolean {
  const line = unquoted(raw).replaceAll("\\|", "");
  return line.startsWith("|") ? line.indexOf("|", 1) > 0 : line.split("|").length > 2;
}

/** Without a frame, a bar that opens or ends the line has an empty cell outside. */
function pipeCells(raw: string, framed: boolean): string[] {
  const inner = !framed ? raw : raw.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => plainText(cell.replace(/<br\s*\/?>/gi, "")));
}
