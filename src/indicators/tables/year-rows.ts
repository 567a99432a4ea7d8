import type { Table, TableColumn, TableRow } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { contentOf } from "./column-roles.ts";
import { headingOf, inChinese, withUnitInBrackets, YEAR } from "./heading.ts";
import { tellRowsApart } from "./kind-rows.ts";

const YEAR_ROW = /^(?:19|20)\d\d年?度?[（(]?[^\d]{0,10}[)）]?$/u;

/** True where each row is a year (2021年, 2023年目标) or a kind (目标, 实际), and the columns are what the figures are of. */
function isByYear(table: Table): boolean {
  const years = table.rows.map((row) => plainCell(row.cells[0]?.text ?? ""));
  const measures = table.columns.slice(1);
  return (
    years.length >= 2 &&
    new Set(years).size === years.length &&
    ((years.every((year) => YEAR_ROW.test(year)) && measures.every(({ levels }) => levels.length > 0)) ||
      (tellRowsApart(years) && measures.every(namesItsFigures)))
  );
}

/** True for a heading that says what is measured, and not only when; one that was lost says nothing else. */
const namesItsFigures = (column: TableColumn): boolean =>
  column.levels.length === 0 || contentOf(headingOf(column).text.replace(YEAR, "")).length > 1;

/** The measure that #稻谷 is a part of: the last before it without such a mark. */
function wholeOf(measures: readonly TableColumn[], index: number): number | null {
  const isPart = (column: TableColumn | undefined) => /^(?:[#＃]|其中)/u.test(column?.levels.at(-1) ?? "");
  if (!isPart(measures[index])) return null;
  const whole = measures.findLastIndex((column, at) => at < index && !isPart(column));
  return whole < 0 ? null : whole;
}

/** A table whose rows are years or kinds, turned so that its columns are; any other table as it is. Cells keep their spans. */
export function withYearColumns(table: Table): Table {
  const [names, ...measures] = table.columns;
  if (names === undefined || measures.length === 0 || !isByYear(table)) return table;
  const years = table.rows.map((row) => plainCell(row.cells[0]?.text ?? ""));
  const columns = [
    { levels: ["指标"], title: "指标" },
    ...years.map((year) => ({ levels: [year], title: year })),
  ];
  const at = table.header?.start ?? table.span.start;
  const rows = measures.map(
    (measure, index): TableRow => ({
      span: table.span,
      parent: wholeOf(measures, index),
      cells: [
        { text: withUnitInBrackets(inChinese(measure.levels).join(" ")), start: at, end: at },
        ...table.rows.flatMap((row) => row.cells[index + 1] ?? []),
      ],
    }),
  );
  return { ...table, columns, rows };
}
