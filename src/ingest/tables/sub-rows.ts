import { Decimal } from "decimal.js";
import type { RawRow } from "#ingest/block.ts";
import { isUnit } from "#text/quantity-units.ts";

const MARKED = /^(?:#|其中|＃)/;
/** 二、 stands beside 一、, whatever its figures add up to. */
const OUTERMOST = /^[一二三四五六七八九十]{1,3}、/;
const FIGURE = /^-?\d[\d,]*(?:\.\d+)?$/;

/**
 * For each row the index of the row it is part of, or null. Part rows say so (`#`, `其中：`) or follow such a row while
 * their figures still add up to the parent's; in a numbered table a row without a number is part of the one above.
 */
export function findParents(
  rows: readonly RawRow[],
  columns: readonly (readonly string[])[],
): (number | null)[] {
  const numbered = /^序\s*号$/.test(columns[0]?.join("") ?? "");
  const name = numbered ? 1 : 0;
  const parents: (number | null)[] = [];
  let group: Group | null = null;
  let whole: number | null = null;
  for (const [at, row] of rows.entries()) {
    const label = row.cells[name] ?? "";
    const marked = MARKED.test(label);
    if (marked && whole !== null) {
      if (group === null || group.parent !== whole) group = new Group(whole, rows[whole]);
      group.take(row);
      parents.push(whole);
      continue;
    }
    const unnumbered =
      numbered && (row.cells[0] ?? "") === "" && whole !== null && !/^(?:合|总|小|共)\s*计/.test(label);
    if (unnumbered || (group?.holds(row) && !OUTERMOST.test(label))) {
      group?.take(row);
      parents.push(whole);
      continue;
    }
    group = null;
    whole = at;
    parents.push(null);
  }
  return parents;
}

/** The parts of one row, by the first column of figures. */
class Group {
  readonly parent: number;
  readonly column: number;
  /** The column of units and the whole's own, which its parts share. */
  readonly unit: { readonly at: number; readonly text: string };
  left: Decimal;
  /** Rows marked by # so far: where each part has its mark, a row without one is none. */
  hashes = 0;
  constructor(parent: number, whole: RawRow | undefined) {
    this.parent = parent;
    const at = whole?.cells.findIndex((cell, column) => column > 0 && isUnit(cell)) ?? -1;
    this.unit = { at, text: whole?.cells[at] ?? "" };
    this.column = whole?.cells.findIndex((cell, at) => at > 0 && FIGURE.test(cell)) ?? -1;
    this.left = figure(whole?.cells[this.column]) ?? new Decimal(0);
  }
  take(row: RawRow): void {
    if (row.cells.some((cell) => /^[#＃]/.test(cell))) this.hashes++;
    this.left = this.left.minus(figure(row.cells[this.column]) ?? 0);
  }
  holds(row: RawRow): boolean {
    const value = figure(row.cells[this.column]);
    const unit = row.cells[this.unit.at] ?? "";
    if (this.hashes > 1 || (unit !== "" && unit !== this.unit.text)) return false;
    return value?.gt(0) === true && value.lte(this.left);
  }
}

function figure(cell: string | undefined): Decimal | null {
  return cell !== undefined && FIGURE.test(cell) ? new Decimal(cell.replaceAll(",", "")) : null;
}
