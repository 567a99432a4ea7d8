import { placeCells } from "./compact-columns.ts";
import type { DraftRow } from "./draft-row.ts";
import { foldSpace } from "./fold-space.ts";

/** The same rows, each cell set in by as much more than the least of its column: what all cells share tells nothing. */
export function withoutCommonIndent(rows: readonly DraftRow[]): DraftRow[] {
  const placed = placeCells(rows);
  const least = new Map<number, number>();
  for (const { cell, from } of placed.flat())
    if (foldSpace(cell.text) !== "") least.set(from, Math.min(cell.indent, least.get(from) ?? cell.indent));
  return rows.map((row, at) => ({
    ...row,
    cells: (placed[at] ?? []).map(({ cell, from }) => ({
      ...cell,
      indent: Math.max(0, cell.indent - (least.get(from) ?? 0)),
    })),
  }));
}
