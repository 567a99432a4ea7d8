import type { IndicatorRow } from "#domain/indicator.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { TableFigures } from "./table-rows.ts";

/** What makes two figures one fact. */
const factOf = ({ region, year, period, kind, printedKind, indicator, unit }: IndicatorRow): string =>
  [region, year, period, kind, printedKind, indicator, unit].join("|");

/**
 * The rows of a document's tables. Where two tables print other figures under one name that the catalogue does not know
 * (行政运行 in the books of two funds), each carries what its table is of: no figure may be told for the other's.
 */
export function withDistinctNames(tables: readonly TableFigures[]): IndicatorRow[] {
  const values = new Map<string, { table: TableFigures; value: string | null; shared: boolean }>();
  for (const table of tables) {
    for (const row of table.rows) {
      const fact = factOf(row);
      const first = values.get(fact);
      if (first === undefined) values.set(fact, { table, value: row.value, shared: false });
      else if (first.table.subject !== table.subject && first.value !== row.value) first.shared = true;
    }
  }
  return tables.flatMap(({ rows, subject }) =>
    rows.map((row) => {
      const shared = values.get(factOf(row))?.shared === true && subject !== "";
      if (!shared || row.indicator.includes(subject) || isCatalogued(row.indicator)) return row;
      return { ...row, indicator: `${subject}·${row.indicator}` };
    }),
  );
}

const isCatalogued = (indicator: string): boolean => canonicalName(indicator).concept !== null;
