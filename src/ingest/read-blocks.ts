import type { Block, RawRow } from "./block.ts";
import { plainLine, withoutEmphasis } from "./lines/inline-marks.ts";
import { joinLines, startJoining } from "./lines/join-lines.ts";
import { measureLayout, type PlacedLine } from "./lines/layout.ts";
import { isCaption, isUnitLine } from "./lines/line-role.ts";
import type { SourceLine } from "./lines/source-line.ts";
import { readHtmlRows } from "./tables/html-rows.ts";
import { joinTables, type Stretch } from "./tables/join-tables.ts";
import { readLooseRows } from "./tables/loose-rows.ts";
import { afterSingleCells, isPipeRow, opensBarless, readPipeRows } from "./tables/pipe-rows.ts";
import { sameCells, tableWidth } from "./tables/shape-table.ts";
import { readTabRows } from "./tables/tab-rows.ts";

/** The file's lines as blocks: paragraphs whole, tables as rows; and the lines laid out as cells that no table took. */
export function readBlocks(lines: readonly SourceLine[]): { blocks: Block[]; unplaced: SourceLine[] } {
  const stretches = joinTables(splitTables(lines));
  const prose = stretches.flatMap((stretch) => ("lines" in stretch ? stretch.lines : []));
  const state = startJoining(prose, measureLayout(prose));
  const blocks = stretches.flatMap((stretch): Block[] =>
    "lines" in stretch ? joinLines(stretch.lines, state) : [stretch.table],
  );
  const placed = new Set(prose.map((line) => line.line));
  return { blocks, unplaced: lines.filter((line) => placed.has(line.number) && isStrayRow(line)) };
}

/** Three cells or more by tabs or pipes. */
function isStrayRow({ raw }: SourceLine): boolean {
  return raw.split(raw.includes("\t") ? "\t" : "|").filter((cell) => cell.trim() !== "").length >= 3;
}

function splitTables(lines: readonly SourceLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let prose: SourceLine[] = [];
  let barren = 0;
  const flush = () => {
    if (prose.some((line) => line.raw.trim() !== "")) stretches.push({ lines: placedLines(prose) });
    prose = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const table = at < barren ? null : (readTable(lines, at) ?? readUnderCaption(lines, at));
    if (table === null) {
      if (at >= barren) barren = afterSingleCells(lines, at);
      prose.push(line);
      continue;
    }
    const gap = trailingBlanks(prose);
    flush();
    for (const rows of separateTables(table.rows)) {
      stretches.push({
        table: { kind: "table", rows, headerRows: table.headerRows, line: rows[0]?.line ?? line.number, gap },
      });
    }
    at = table.next - 1;
  }
  flush();
  return stretches;
}

interface RawTable {
  readonly rows: RawRow[];
  readonly headerRows: number | null;
  readonly next: number;
}

function readTable(lines: readonly SourceLine[], at: number): RawTable | null {
  const raw = lines[at]?.raw ?? "";
  if (raw.trim() === "") return null;
  if (/<table\b/i.test(raw)) return readHtmlRows(lines, at);
  if (isPipeRow(raw) || opensBarless(lines, at)) return readPipeRows(lines, at);
  if (!raw.includes("\t")) return null;
  const found = readTabRows(lines, at);
  return found === null ? null : { ...found, headerRows: null };
}

/** Without tabs or pipes only the caption right above says that a table begins. */
function readUnderCaption(lines: readonly SourceLine[], at: number): RawTable | null {
  if ((lines[at]?.raw.trim() ?? "") === "") return null;
  const above = lines.slice(Math.max(0, at - 5), at).filter((line) => line.raw.trim() !== "");
  const [last, before] = [above.at(-1), above.at(-2)].map((line) => plainLine(line?.raw ?? "").text);
  const captioned = isCaption(last ?? "") || (isUnitLine(last ?? "") && isCaption(before ?? ""));
  const found = captioned ? readLooseRows(lines, at) : null;
  return found === null ? null : { ...found, headerRows: null };
}

/** Two tables with nothing but blank lines between them are told apart by another header over another width. */
function separateTables(rows: readonly RawRow[]): RawRow[][] {
  const first = rows[0];
  const again = rows.findIndex(
    (row, at) =>
      at > 1 &&
      row.cells[0] !== "" &&
      row.cells[0] === first?.cells[0] &&
      !sameCells(row, first) &&
      !/^\d/.test(row.cells[0] ?? ""),
  );
  if (again < 0 || tableWidth(rows.slice(0, again)) === tableWidth(rows.slice(again))) return [[...rows]];
  return [rows.slice(0, again), ...separateTables(rows.slice(again))];
}

function placedLines(lines: readonly SourceLine[]): PlacedLine[] {
  const placed: PlacedLine[] = [];
  let gap = 0;
  for (const { raw, number } of lines) {
    const plain = plainLine(raw.replaceAll("\t", " "));
    const last = placed.at(-1);
    if (plain.text === "") {
      gap++;
      if (last !== undefined) placed[placed.length - 1] = { ...last, after: last.after + 1 };
      continue;
    }
    placed.push({
      ...plain,
      spaced: withoutEmphasis(raw).trim(),
      line: number,
      gap,
      after: 0,
      columns: raw.trimEnd().length,
      indented: /^ {2}/.test(raw),
    });
    gap = 0;
  }
  const last = placed.at(-1);
  if (last !== undefined) placed[placed.length - 1] = { ...last, after: last.after + 1 };
  return placed;
}

function trailingBlanks(lines: readonly SourceLine[]): number {
  return lines.length - 1 - lines.findLastIndex((line) => line.raw.trim() !== "");
}
