import type { SourceLine } from "#ingest/lines/source-line.ts";
import type { CellStretch } from "./cell-stretch.ts";
import { readCommaRows } from "./comma-rows.ts";
import { readGapRows, readSpacedRows } from "./gap-rows.ts";
import { readStackedRows } from "./stacked-rows.ts";

const BORDER = /^[\s┌┬┐├┼┤└┴┘─━═╔╗╚╝╠╣╦╩╬╟╢╤╧╪┏┓┗┛┠┨┯┷┿┳┻╋┣┫│+\-=|]{3,}$/;
const DRAWN = /[┌┬┐├┼┤└┴┘─━═╔╗╚╝╠╣╦╩╬┏┓┗┛┠┨┯┷┿┳┻╋┣┫]|^\s*\+[-=+]+\+\s*$/;

/**
 * Gives tabs to tables laid out by other means: columns by wide gaps or single spaces, values parted by commas, lines
 * drawn around cells. Only what is surely a table (a header over mostly figures) is taken; all else stays as it is.
 */
export function withTabs(lines: readonly SourceLine[]): SourceLine[] {
  const plain = lines.map(undrawn);
  const out: SourceLine[] = [];
  let noGaps = 0;
  for (let at = 0; at < plain.length; ) {
    const line = plain[at];
    if (line === undefined) break;
    const laidOut = /[\t|<]/.test(line.raw) || line.raw.trim() === "";
    const gaps = laidOut || at < noGaps ? null : readGapRows(plain, at);
    if (typeof gaps === "number") noGaps = gaps;
    const found = typeof gaps === "object" && gaps !== null ? gaps : laidOut ? null : readEven(plain, at);
    out.push(...plain.slice(at, found?.at[0] ?? at + 1));
    for (const [row, cells] of found?.rows.entries() ?? []) {
      out.push({ number: plain[found?.at[row] ?? at]?.number ?? line.number, raw: cells.join("\t") });
    }
    at = found?.next ?? at + 1;
  }
  return out;
}

function readEven(lines: readonly SourceLine[], at: number): CellStretch | null {
  return readCommaRows(lines, at) ?? readSpacedRows(lines, at) ?? readStackedRows(lines, at);
}

/** `│甲│5│` as `|甲|5|`; a line that is nothing but a drawn border goes. */
function undrawn(line: SourceLine): SourceLine {
  if (BORDER.test(line.raw) && DRAWN.test(line.raw)) return { ...line, raw: "" };
  return /^\s*[│┃║｜]/.test(line.raw) ? { ...line, raw: line.raw.replace(/[│┃║｜]/g, "|") } : line;
}
