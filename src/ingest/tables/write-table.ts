import type { Table, TableCell, TableRow } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import type { RawRow } from "#ingest/block.ts";
import type { TextWriter } from "#ingest/text-writer.ts";
import type { ShapedTable } from "./shape-table.ts";

const BETWEEN = " | ";

/** Writes header and rows as lines, cells joined by ` | `; empty cells at either end add nothing. */
export function writeTable(
  writer: TextWriter,
  shaped: ShapedTable,
): Pick<Table, "columns" | "header" | "rows"> {
  const headerLines = shaped.header.map((row) => writeRow(writer, row).span);
  const rows = shaped.rows.map(
    (row, at): TableRow => ({
      ...writeRow(writer, row),
      parent: shaped.parents[at] ?? null,
      ...(row.indent === undefined ? {} : { indent: row.indent }),
    }),
  );
  const columns = shaped.columns.map((levels) => ({ levels, title: levels.join(" ") }));
  return { columns, header: covering(headerLines), rows };
}

function covering(spans: readonly Span[]): Span | null {
  const first = spans[0];
  const last = spans.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function writeRow(writer: TextWriter, row: RawRow): { span: Span; cells: TableCell[] } {
  const from = row.cells.findIndex((cell) => cell !== "");
  const to = row.cells.findLastIndex((cell) => cell !== "");
  const span = writer.line(row.cells.slice(from, to + 1).join(BETWEEN), row.line);
  let at = span.start;
  const cells = row.cells.map((text, column): TableCell => {
    const start = column < from ? span.start : column > to ? span.end : at;
    const cell = { text, start, end: start + text.length };
    if (column >= from && column < to) at = cell.end + BETWEEN.length;
    return cell;
  });
  return { span, cells };
}
