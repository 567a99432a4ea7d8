import type { RawRow } from "./block.ts";
import { plainText } from "./inline-marks.ts";
import type { PipeStretch } from "./pipe-rows.ts";
import type { SourceLine } from "./source-lines.ts";

const ENTITIES: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"' };
const LONGEST_TABLE = 5000;
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
  const below: number[] = [];
  let headerRows = 0;
  for (const [, inner = ""] of source.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/tr>|<\/table>)/gi)) {
    const cells = rowCells(inner, below);
    if (!/<td\b/i.test(inner) && headerRows === rows.length) headerRows++;
    if (cells.some((cell) => cell !== "")) rows.push({ cells, line: lines[at]?.number ?? 0 });
  }
  return rows.length >= 2
    ? { rows, headerRows: headerRows === 0 ? null : headerRows, next: at + end + 1 }
    : null;
}

/** `below[i]` counts the rows for which column i is still covered from above. */
function rowCells(inner: string, below: number[]): string[] {
  const cells: string[] = [];
  const skipCovered = () => {
    for (; (below[cells.length] ?? 0) > 0; cells.push(""))
      below[cells.length] = (below[cells.length] ?? 0) - 1;
  };
  for (const [, attributes = "", content = ""] of inner.matchAll(
    /<t[dh]\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]>|$)/gi,
  )) {
    skipCovered();
    const wide = spanOf(attributes, "colspan");
    const high = spanOf(attributes, "rowspan");
    for (let at = 0; at < wide; at++) {
      if (high > 1) below[cells.length] = high - 1;
      cells.push(at === 0 ? cellText(content) : "");
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
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
  return plainText(text.replace(/\s+/g, " "));
}
