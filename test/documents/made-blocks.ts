import type { FileBlock, FileCell, FileReading, FileRow, Origin } from "#ingest/formats/file-reading.ts";

/** Blocks written short, for documents that tests make and for what they expect back. */

export type TableBlock = Extract<FileBlock, { kind: "table" }>;

const nowhere: Origin = { page: null, sheet: null };

export function heading(level: number, text: string, origin = nowhere): FileBlock {
  return { kind: "heading", level, text, origin };
}

export function paragraph(text: string, origin = nowhere): FileBlock {
  return { kind: "paragraph", text, origin };
}

export function note(text: string, origin = nowhere): FileBlock {
  return { kind: "note", text, origin };
}

/** A cell from its text, or from its text and what else it has. */
export type MadeCell = string | ({ text: string } & Partial<FileCell>);

export function cell(made: MadeCell): FileCell {
  const given = typeof made === "string" ? { text: made } : made;
  return { rowSpan: 1, colSpan: 1, indent: 0, ...given };
}

export function table(rows: readonly (readonly MadeCell[])[], headerRows: number | null = null): TableBlock {
  return {
    kind: "table",
    rows: rows.map((cells): FileRow => ({ cells: cells.map(cell), page: null, sheetRow: null })),
    headerRows,
    origin: nowhere,
  };
}

/** Every block of a reading in one line each, tables row by row: `一 | 二^2>3` with spans down and right. */
export function told({ blocks }: FileReading): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return [`${"#".repeat(block.level)} ${block.text}`];
    if (block.kind === "note") return [`* ${block.text}`];
    if (block.kind === "paragraph") return [block.text];
    return block.rows.map((row) => row.cells.map(toldCell).join(" | "));
  });
}

function toldCell({ text, rowSpan, colSpan, indent }: FileCell): string {
  const down = rowSpan > 1 ? `^${rowSpan}` : "";
  const right = colSpan > 1 ? `>${colSpan}` : "";
  return `${"~".repeat(indent)}${text}${down}${right}`;
}
