import type { Table } from "#domain/document.ts";
import { markNumber, splitMarks } from "#text/quantity/footnote-marks.ts";
import type { ColumnRole } from "./column-roles.ts";

/** One row's name, and the row it is part of. */
export interface NamedRow {
  /** As printed, in one line. */
  readonly name: string;
  /** What stands in the columns of names before it, outermost first: 三、本年度办理结果 before （一）予以公开. */
  readonly outer: readonly string[];
  /** Index of the row this one is part of, or null. */
  readonly parent: number | null;
  /** True for a row without a name of its own (〃增速). */
  readonly ditto: boolean;
  /** What the notes say that the marks behind its name refer to, or null. */
  readonly note: string | null;
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

/** The names in the columns left of the innermost filled one, where the rows are named by several columns. */
function outerNames(table: Table, roles: readonly ColumnRole[], row: number): string[] {
  const cells = roles.flatMap((role, at) =>
    role.role === "name" ? [oneLine(table.rows[row]?.cells[at]?.text ?? "")] : [],
  );
  return cells.filter((cell) => /\p{Script=Han}/u.test(cell)).slice(0, -1);
}

/** Stars stay: they tell 约束性 from 预期性. */
function splitNumberedMarks(printed: string, numbers: ReadonlySet<number>) {
  return /[*＊★☆]\s*$/u.test(printed) ? { name: printed, marks: [] } : splitMarks(printed, numbers);
}

/** Names and parents of all rows; a mark behind a name is taken off and its note kept. */
export function namedRows(
  table: Table,
  roles: readonly ColumnRole[],
  notes: ReadonlyMap<number, string>,
): NamedRow[] {
  const numbers = new Set(notes.keys());
  return table.rows.map((row, at) => {
    const { name, marks } = splitNumberedMarks(nameOf(table, roles, at), numbers);
    const told = marks.flatMap((mark) => notes.get(markNumber(mark) ?? 0) ?? []);
    const note = told.length === 0 ? null : told.join("；");
    const outer = outerNames(table, roles, at);
    return { name, outer, parent: row.parent, ditto: DITTO.test(name), note };
  });
}
