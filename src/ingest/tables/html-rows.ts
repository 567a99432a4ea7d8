import type { RawRow } from "#ingest/block.ts";
import { decodeEntities } from "#ingest/lines/html-entities.ts";
import { plainText } from "#ingest/lines/inline-marks.ts";
import { withoutRaised } from "#ingest/lines/raised-text.ts";
import type { SourceLine } from "#ingest/lines/source-line.ts";
import { isFigureCell } from "#text/quantity/read-cell.ts";
import type { PipeStretch } from "./pipe-rows.ts";

const LONGEST_TABLE = 50_000;
const WIDEST_SPAN = 50;

/** Reads a simple HTML table that opens on line `at`; spanned cells leave empty cells behind. Null when it never closes. */
export function readHtmlRows(lines: readonly SourceLine[], at: number): PipeStretch | null {
  const end = lines.slice(at, at + LONGEST_TABLE).findIndex((line) => /<\/table>/i.test(line.raw));
  if (end < 0) return null;
  const source = lines
    .slice(at, at + end + 1)
    .map((line) => line.raw)
    .join("\n");
  const rows: RawRow[] = [];
  const below: Covered[] = [];
  let headerRows = 0;
  for (const [, inner = ""] of source.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/tr>|<\/table>)/gi)) {
    const cells = rowCells(inner, below);
    if (!/<td\b/i.test(inner) && headerRows === rows.length) headerRows++;
    if (cells.some((cell) => cell !== "")) rows.push({ cells, line: lines[at]?.number ?? 0 });
  }
  return rows.length >= 2 || isRestOfTable(rows[0])
    ? { rows, headerRows: headerRows === 0 ? null : headerRows, next: at + end + 1 }
    : null;
}

/** A row of figures alone may be the rest of a table that a page cut. */
function isRestOfTable(row: RawRow | undefined): boolean {
  return (row?.cells.filter(isFigureCell).length ?? 0) >= 2;
}

/** For how many rows a column is still covered from above, and with which words. */
interface Covered {
  readonly rows: number;
  readonly text: string;
}

/** A name that spans rows stands in each of them, so that a row can be read alone; a number (序号) stands in the first. */
function rowCells(inner: string, below: Covered[]): string[] {
  const cells: string[] = [];
  const skipCovered = () => {
    for (let over = below[cells.length]; over !== undefined && over.rows > 0; over = below[cells.length]) {
      below[cells.length] = { ...over, rows: over.rows - 1 };
      cells.push(over.text);
    }
  };
  for (const [, attributes = "", content = ""] of inner.matchAll(
    /<t[dh]\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]>|$)/gi,
  )) {
    skipCovered();
    const wide = spanOf(attributes, "colspan");
    const high = spanOf(attributes, "rowspan");
    const text = cellText(content);
    for (let at = 0; at < wide; at++) {
      if (high > 1) below[cells.length] = { rows: high - 1, text: at > 0 || isFigureCell(text) ? "" : text };
      cells.push(at === 0 ? text : "");
    }
  }
  skipCovered();
  return cells;
}

function spanOf(attributes: string, name: string): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, "i").exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(value, 1), WIDEST_SPAN);
}

function cellText(html: string): string {
  return plainText(decodeEntities(withoutRaised(html).replace(/<[^<>]*>/g, " ")).replace(/\s+/g, " "));
}
