import { canonicalName } from "#indicators/catalogue-names.ts";
import type { ValueColumn } from "./column-roles.ts";
import type { NamedRow } from "./row-names.ts";

/** A rate of a level: its growth as the catalogue calls it, else the name and 增速. */
function growthOf(name: string, calibre: string): string {
  const read = canonicalName(name);
  if (read.measure === "growth" && calibre === "") return read.indicator;
  return canonicalName(`${read.indicator}${calibre}增速`).indicator;
}

/** A measure that the heading names: 粮食 and 产量 are one indicator where the catalogue has it, else 粮食·产量. */
function measured(name: string, label: string): string {
  const joined = canonicalName(`${name}${label}`);
  return joined.concept === null ? `${name}·${label}` : joined.indicator;
}

/** Printed names with dittos written out: 〃增速 after 农业总产值 is 农业总产值增速. */
function writtenOut(rows: readonly NamedRow[]): string[] {
  let last = "";
  return rows.map((row) => {
    if (row.ditto) return `${canonicalName(last).indicator}${row.name.replace(/^(?:[〃″"]|同上)+/u, "")}`;
    last = row.name;
    return row.name;
  });
}

/** The canonical name of each row by itself; a part that says little alone carries its whole: 主要污染物排放总量减少·氨氮. */
export function rowIndicators(rows: readonly NamedRow[]): string[] {
  const names = writtenOut(rows);
  const indicators: string[] = [];
  for (const [at, row] of rows.entries()) {
    const read = canonicalName(names[at] ?? "");
    const whole = row.parent === null ? undefined : indicators[row.parent];
    const alone = whole === undefined || (read.concept !== null && !/^[#＃]/.test(row.name));
    indicators.push(alone ? read.indicator : `${whole}·${read.indicator}`);
  }
  return indicators;
}

/** What a cell is called, given its row's indicator, its column and whether the cell itself says 增长. */
export function cellIndicator(rowIndicator: string, column: ValueColumn, growthCell: boolean): string {
  if (column.measure === "named") return measured(rowIndicator, column.label);
  if (column.measure === "yearly-growth") return growthOf(rowIndicator, "年均");
  return column.measure === "growth" || growthCell ? growthOf(rowIndicator, "") : rowIndicator;
}
