import type { PageContent } from "./page-content.ts";
import type { PageRow, PageTable } from "./page-table.ts";
import { goesOnWith } from "./table-continuation.ts";
import { type Line, lineText } from "./text-lines.ts";

/** A line with the page on which it stands. */
export interface PlacedLine {
  readonly kind: "line";
  readonly line: Line;
  readonly page: number;
  /** The page, or the column of the page, whose margins hold for the line. */
  readonly frame: string;
}

/** A whole table, over however many pages. */
export interface WholeTable {
  readonly kind: "table";
  readonly rows: readonly PageRow[];
  readonly page: number;
}

export type FlowPiece = PlacedLine | WholeTable;

interface OpenTable {
  readonly first: PageTable;
  readonly last: PageTable;
  /** Lines right before it, without white space. */
  readonly caption: readonly string[];
  readonly rows: PageRow[];
}

/**
 * Lines and tables of the whole document in order. A table that goes on at the top of the next page is joined to what stands
 * at the bottom of this one; the caption, the unit and the headings that are printed again there are left out.
 */
export function documentFlow(pages: readonly PageContent[]): FlowPiece[] {
  const flow: FlowPiece[] = [];
  let open: OpenTable | undefined;
  let since: PlacedLine[] = [];
  for (const { page, pieces } of pages) {
    for (const piece of pieces) {
      if (piece.kind === "line") {
        since.push({ kind: "line", line: piece.line, page, frame: `${page}${piece.column}` });
        continue;
      }
      const { table } = piece;
      const caption = since.map(({ line }) => bare(lineText(line)));
      const before = since.every((line) => line.page === page) ? open : undefined;
      const joined = before === undefined ? null : goesOnWith(before, table, caption);
      if (before !== undefined && joined !== null) {
        before.rows.push(...joined);
        open = {
          first: before.first,
          caption: before.caption,
          rows: before.rows,
          last: inGridOf(before.last, table),
        };
      } else if (isBox(table)) {
        since.push(...rowAsLines(table));
        continue;
      } else {
        flow.push(...since);
        open = { first: table, last: table, caption, rows: [...table.rows] };
        flow.push({ kind: "table", rows: open.rows, page });
      }
      since = [];
    }
  }
  return [...flow, ...since];
}

/** The further part with the columns of the whole table, since it may use fewer on its page. */
function inGridOf(before: PageTable, table: PageTable): PageTable {
  if (table.edges.length >= before.edges.length) return table;
  const aside = table.box.x0 - before.box.x0;
  return { ...table, edges: before.edges.map((edge) => edge + aside) };
}

/** A single row of one or two cells that no table goes on with is a box around words. */
const isBox = ({ rows }: PageTable) =>
  rows.length < 2 && rows.flatMap(({ cells }) => cells).filter(({ lines }) => lines.length > 0).length < 3;

function rowAsLines({ page, rows }: PageTable): PlacedLine[] {
  const lines = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines));
  return lines.map((line) => ({ kind: "line", line, page, frame: `${page}row` }));
}

const bare = (text: string) => text.replace(/\s+/gu, "");
