import type { FileBlock, FileReading } from "#ingest/formats/file-reading.ts";

type TableBlock = Extract<FileBlock, { kind: "table" }>;

export interface ExpandedTable {
  /** Every place of the grid with the text of the cell that covers it, white space removed. */
  readonly grid: readonly (readonly string[])[];
  readonly pages: readonly (number | null)[];
  readonly sheet: string | null;
  /** The lines between the table before and this one, without white space. */
  readonly before: string;
}

export const bare = (text: string) => text.replace(/\s+/gu, "");

/** The tables of a reading with their spans filled in: a cell of two columns stands in both. */
export function expandedTables(reading: FileReading): ExpandedTable[] {
  const found: ExpandedTable[] = [];
  let before = "";
  for (const block of reading.blocks) {
    if (block.kind !== "table") {
      before += bare(block.text);
      continue;
    }
    const pages = block.rows.map(({ page }) => page ?? block.origin.page);
    found.push({ grid: expand(block), pages, sheet: block.origin.sheet, before });
    before = "";
  }
  return found;
}

function expand(table: TableBlock): string[][] {
  const grid: string[][] = table.rows.map(() => []);
  for (const [top, row] of table.rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[top]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = grid[top + down];
          if (line !== undefined) line[column + right] = bare(cell.text);
        }
      }
      column += cell.colSpan;
    }
  }
  return grid.map((line) => Array.from(line, (text) => text ?? ""));
}
