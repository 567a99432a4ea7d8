import { withoutCommonIndent } from "./column-indents.ts";
import { compactColumns } from "./compact-columns.ts";
import type { DraftRow } from "./draft-row.ts";
import type { FileBlock, FileRow, Origin } from "./file-reading.ts";
import { foldSpace, joinLines, LINE_BREAK } from "./fold-space.ts";
import { paragraphsOf } from "./paragraph-lines.ts";
import { unstackRows } from "./unstack-rows.ts";

/**
 * What a table of a marked-up file tells: a table with its spans, or paragraphs where it has one column only and so is a frame
 * around text, or nothing where all its cells are blank (a frame around pictures).
 */
export function draftTable(drafts: readonly DraftRow[], origin: Origin): FileBlock[] {
  if (drafts.every(({ cells }) => cells.every(({ text }) => foldSpace(text) === ""))) return [];
  const { rows, columns } = compactColumns(unstackRows(drafts));
  if (columns < 2) return framedParagraphs(rows, origin);
  const body = rows.findIndex(({ header }) => !header);
  const headerRows = body > 0 ? body : null;
  return [{ kind: "table", rows: withoutCommonIndent(rows).map(finishRow), headerRows, origin }];
}

function framedParagraphs(rows: readonly DraftRow[], origin: Origin): FileBlock[] {
  return rows.flatMap(({ cells, page }) =>
    cells.flatMap((cell) =>
      paragraphsOf(cell.text).map((text) => ({
        kind: "paragraph" as const,
        text,
        origin: { ...origin, page: page ?? origin.page },
      })),
    ),
  );
}

function finishRow(row: DraftRow): FileRow {
  const cells = row.cells.map(({ text, rowSpan, colSpan, indent }) => ({
    text: joinLines(text.split(LINE_BREAK).map(foldSpace).filter(Boolean)),
    rowSpan,
    colSpan,
    indent,
  }));
  return { cells, page: row.page, sheetRow: null };
}
