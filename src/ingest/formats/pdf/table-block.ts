import type { FileBlock, FileCell } from "#ingest/formats/file-reading.ts";
import { nameIndents } from "./name-indent.ts";
import type { PageCell, PageRow } from "./page-table.ts";
import { isFigure, joinLines } from "./printed-text.ts";
import { lineText } from "./text-lines.ts";

/** A table as every reader yields it. A raised mark beside a figure is dropped, beside a name it stays as [4]. */
export function tableBlock(rows: readonly PageRow[]): FileBlock {
  const indents = nameIndents(rows);
  const fileCell = (cell: PageCell): FileCell => {
    const { rowSpan, colSpan } = cell;
    return { text: cellText(cell), rowSpan, colSpan, indent: indents.get(cell) ?? 0 };
  };
  return {
    kind: "table",
    rows: rows.map(({ page, cells }) => ({ page, sheetRow: null, cells: cells.map(fileCell) })),
    headerRows: null,
    origin: { page: rows[0]?.page ?? null, sheet: null },
  };
}

export function cellText({ lines }: PageCell): string {
  const bare = lines.map((line) => lineText(line, "dropped")).reduce(joinLines, "");
  if (isFigure(bare)) return bare;
  return lines.map((line) => lineText(line)).reduce(joinLines, "");
}
