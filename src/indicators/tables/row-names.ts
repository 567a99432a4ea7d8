import type { Table } from "#domain/document.ts";
import type { ColumnRole } from "./column-roles.ts";

/** One row's name, and the row it is part of. */
export interface NamedRow {
  /** As printed, in one line. */
  readonly name: string;
  /** Index of the row this one is part of, or null. */
  readonly parent: number | null;
  /** True for a row without a name of its own (〃增速). */
  readonly ditto: boolean;
}

const DITTO = /^[〃″"]|^同上/u;

/** A cell's words in one line, without marks of emphasis and escapes; names broken over lines are rejoined. */
export function oneLine(text: string): string {
  return text
    .replace(/\*\*/g, "")
    .replace(/\\([*#_])/g, "$1")
    .replace(/\s*\n\s*/g, "")
    .trim();
}

/** The name cell; where it is empty the category or index cell (合计 stands under 序号). */
function nameOf(table: Table, roles: readonly ColumnRole[], row: number): string {
  const text = (wanted: ColumnRole["role"]) => {
    const cells = roles.flatMap((role, at) =>
      role.role === wanted ? [table.rows[row]?.cells[at]?.text ?? ""] : [],
    );
    return oneLine(cells.findLast((cell) => cell.trim() !== "") ?? "");
  };
  const index = text("index");
  return text("name") || text("region") || text("category") || (/\d/.test(index) ? "" : index);
}

/** Names and parents of all rows. */
export function namedRows(table: Table, roles: readonly ColumnRole[]): NamedRow[] {
  return table.rows.map((row, at) => {
    const name = nameOf(table, roles, at);
    return { name, parent: row.parent, ditto: DITTO.test(name) };
  });
}
