import { canonicalName } from "#indicators/catalogue-names.ts";
import type { ColumnRole, ValueColumn } from "./column-roles.ts";
import { fits } from "./header-words.ts";
import { cellIndicator, columnIndicator, growthIndicator, indexIndicator } from "./indicator-names.ts";
import type { TableFrame } from "./table-frame.ts";

/** Where a cell stands: its row, its column, and what that column tells. */
export interface CellPlace {
  readonly row: number;
  readonly at: number;
  readonly column: ValueColumn;
}

/** Tables by region name the indicator in the heading and the region in the row. */
export function namesOf(
  frame: TableFrame,
  place: CellPlace,
  growth: boolean,
): { name: string; indicator: string } {
  const { row, at, column } = place;
  const byRegion = frame.roles.some(({ role }) => role === "region");
  if (!byRegion || frame.roles.some(({ role }) => role === "name")) {
    const name = frame.names[row]?.name ?? "";
    const own = frame.indicators[row] ?? "";
    const plain = column.measure === "itself" || column.label === "指数";
    if (frame.index && plain) return { name, indicator: indexIndicator(own, frame.subject) };
    if (column.measure === "growth" && growsAlone(frame))
      return { name, indicator: growthIndicator(own, frame.subject) };
    const amount = column.measure === "growth" ? amountBeside(frame, at) : null;
    const of = amount === null ? own : cellIndicator(own, columnNamed(frame, amount), false);
    return { name, indicator: cellIndicator(of, columnNamed(frame, column), growth) };
  }
  const measures = (role: ColumnRole) =>
    role.role === "value" && (role.measure === "growth" || fits("proportion", role.label));
  const own = !measures(column);
  const heading = (index: number) => frame.table.columns[index]?.levels.at(-1) ?? "";
  const level = own
    ? at
    : frame.roles.findLastIndex((role, index) => index < at && role.role === "value" && !measures(role));
  const of = frame.roles[level < 0 ? at : level];
  const name = heading(level < 0 ? at : level).trim();
  const base = of?.role === "value" ? columnIndicator(of, frame.subject) : canonicalName(name).indicator;
  return { name, indicator: own ? base : cellIndicator(base, column, growth) };
}

/** The amount with a measure of its own that a growth is printed behind: 产量（万吨）, 比上年增长（%） beside 粮食 is the growth of 粮食产量. */
function amountBeside({ roles }: TableFrame, at: number): ValueColumn | null {
  const before = roles.findLast(
    (role, index) => index < at && role.role === "value" && role.measure !== "growth" && !isShare(role.label),
  );
  return before?.role === "value" && before.measure === "named" ? before : null;
}

const isShare = (label: string): boolean =>
  fits("share", label) || fits("proportion", label) || fits("rank", label);

/** True for a table that prints growths and no amounts. */
const growsAlone = ({ roles }: TableFrame): boolean =>
  roles.every((role) => role.role !== "value" || role.measure === "growth");

/** A measure whose inner heading stands over several columns is named by all its levels: 行政复议·总计 beside 行政诉讼·总计. */
function columnNamed(frame: TableFrame, column: ValueColumn): ValueColumn {
  if (column.place !== null) return { ...column, label: column.path.join("·") };
  const same = frame.roles.filter((role) => role.role === "value" && role.label === column.label).length;
  return same > 1 && column.path.length > 1 ? { ...column, label: column.path.join("·") } : column;
}
