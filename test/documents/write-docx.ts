import type { FileBlock, FileCell, FileRow } from "#ingest/formats/file-reading.ts";
import { docxOf, para } from "./docx-parts.ts";

type TableBlock = Extract<FileBlock, { kind: "table" }>;

const STYLES = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join("");
const NOTE_STYLE = '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="footnote text"/></w:style>';

/** A Word file that shows the blocks: styles for headings, merged cells both ways, header rows that repeat. */
export function writeDocx(blocks: readonly FileBlock[]): Promise<Uint8Array> {
  return docxOf({ body: blocks.map(bodyOf).join(""), styles: `${STYLES}${NOTE_STYLE}` });
}

function bodyOf(block: FileBlock): string {
  if (block.kind === "heading") return para(block.text, `<w:pStyle w:val="H${block.level}"/>`);
  if (block.kind === "note") return para(block.text, '<w:pStyle w:val="N"/>');
  if (block.kind === "paragraph") return para(block.text, '<w:ind w:firstLineChars="200"/>');
  return `<w:tbl>${gridOf(block).map(rowOf).join("")}</w:tbl>`;
}

interface GridCell {
  readonly cell: FileCell;
  readonly colSpan: number;
  /** How a cell that goes over rows is written in this one. */
  readonly merge: "restart" | "continue" | null;
}

/** The cells that Word writes in each row: one for every cell that stands in it or reaches down into it. */
function gridOf({ rows, headerRows }: TableBlock): { cells: GridCell[]; header: boolean }[] {
  const open = new Map<number, { cell: FileCell; left: number }>();
  return rows.map((row: FileRow, at) => {
    const cells: GridCell[] = [];
    const waiting = [...row.cells];
    let column = 0;
    for (;;) {
      const above = open.get(column);
      const cell = above?.cell ?? waiting.shift();
      if (cell === undefined) break;
      const left = (above?.left ?? cell.rowSpan) - 1;
      if (left > 0) open.set(column, { cell, left });
      else open.delete(column);
      const merge = above !== undefined ? "continue" : cell.rowSpan > 1 ? "restart" : null;
      cells.push({ cell, colSpan: cell.colSpan, merge });
      column += cell.colSpan;
    }
    return { cells, header: at < (headerRows ?? 0) };
  });
}

function rowOf({ cells, header }: { cells: GridCell[]; header: boolean }): string {
  const drawn = cells.map(({ cell, colSpan, merge }) => {
    const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : "";
    const down = merge === null ? "" : merge === "restart" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
    const indent = cell.indent > 0 ? `<w:ind w:firstLineChars="${cell.indent * 100}"/>` : "";
    return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${merge === "continue" ? "<w:p/>" : para(cell.text, indent)}</w:tc>`;
  });
  return `<w:tr>${header ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${drawn.join("")}</w:tr>`;
}
