import type { Table, TableColumn, TableRow } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { holdsFigure } from "./cell-value.ts";
import { fits } from "./header-words.ts";
import { headingOf, YEAR } from "./heading.ts";

const LONGEST = 10;

/** What a word says of the figures of its row; null for any other word. */
function senseOf(cell: string): "kind" | "growth" | "plain" | null {
  const { text } = headingOf({ levels: [cell], title: cell });
  const words = text.replace(YEAR, "");
  if (words.length === 0 || words.length > LONGEST) return null;
  if (fits("growth", words)) return "growth";
  if (fits("plain", words)) return TOTAL.test(words) ? null : "plain";
  const kind = (["target", "actual", "estimate"] as const).some((list) => fits(list, words));
  return kind ? "kind" : null;
}

const TOTAL = /[合总小]计$/u;

/** True for the words of one table that tell rows of one name apart: 目标 and 实际, 总量 and 增速. */
export function tellRowsApart(words: readonly string[]): boolean {
  const senses = words.map(senseOf);
  const distinct = new Set(words);
  if (distinct.size < 2 || senses.includes(null)) return false;
  return senses.includes("kind") || new Set(senses).size > 1;
}

/** The column that tells rows of one name apart, or -1. */
function columnOfKinds(table: Table): number {
  return table.columns.findIndex((_, at) => {
    if (at === 0) return false;
    const words = table.rows.map((row) => plainCell(row.cells[at]?.text ?? "")).filter((word) => word !== "");
    return words.length * 2 > table.rows.length && tellRowsApart([...new Set(words)]);
  });
}

/** Rows one under the other that share a name, by the number of each row; each tells another kind. */
function groupsOf(table: Table, kinds: number): number[][] {
  const groups: number[][] = [];
  const cell = (row: number, at: number) => plainCell(table.rows[row]?.cells[at]?.text ?? "");
  for (const row of table.rows.keys()) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const same =
      first !== undefined &&
      Array.from({ length: kinds }, (_, at) => at).every(
        (at) => cell(row, at) === "" || cell(row, at) === cell(first, at),
      );
    const again = group?.some((other) => cell(other, kinds) === cell(row, kinds)) ?? true;
    if (group !== undefined && same && !again) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Right of the kinds: columns of figures are printed once for each kind, all others stay. */
function figureColumns(table: Table, kinds: number): number[] {
  return [...table.columns.keys()].filter(
    (at) =>
      at > kinds &&
      !fits("unit", table.columns[at]?.title ?? "") &&
      table.rows.some((row) => holdsFigure(row.cells[at]?.text ?? "")),
  );
}

/**
 * A table whose rows of one name are told apart by a column of kinds (地区生产总值: 目标, 实际) or of measures (总量, 增速), with
 * a column for each of them instead; any other table as it is. Cells keep their spans, and a row spans all it is made of.
 */
export function withKindColumns(table: Table): Table {
  const kinds = columnOfKinds(table);
  if (kinds < 0) return table;
  const groups = groupsOf(table, kinds);
  const figures = figureColumns(table, kinds);
  const several = groups.filter((group) => group.length > 1).length;
  if (figures.length === 0 || several * 2 < groups.length) return table;
  // Of several columns without headings none can be told from the other.
  const headless = figures.filter((at) => table.columns[at]?.levels.length === 0).length;
  if (headless > 1) return { ...table, rows: [] };
  const wordOf = (row: number) => plainCell(table.rows[row]?.cells[kinds]?.text ?? "");
  const words = [...new Set([...table.rows.keys()].map(wordOf))].filter((word) => word !== "");
  const kept = [...table.columns.keys()].filter((at) => at !== kinds && !figures.includes(at));
  const columns: TableColumn[] = [
    ...kept.flatMap((at) => table.columns[at] ?? []),
    ...figures.flatMap((at) =>
      words.map((word) => {
        const outer = table.columns[at]?.levels ?? [];
        const levels = outer.length > 0 && senseOf(word) === "plain" ? outer : [...outer, word];
        return { levels, title: levels.join(" ") };
      }),
    ),
  ];
  const groupOfRow = new Map(groups.flatMap((group, at) => group.map((row) => [row, at] as const)));
  const rows = groups.flatMap((group, at): TableRow[] => {
    const own = group.flatMap((row) => {
      const printed = table.rows[row];
      return printed === undefined ? [] : [{ printed, word: wordOf(row) }];
    });
    const [first] = own;
    const last = own.at(-1);
    if (first === undefined || last === undefined) return [];
    const level = own.find(({ word }) => senseOf(word) !== "growth") ?? first;
    const end = last.printed.span.end;
    const empty = { text: "", start: end, end };
    const parent = groupOfRow.get(first.printed.parent ?? -1) ?? null;
    return [
      {
        ...first.printed,
        span: { start: first.printed.span.start, end },
        parent: parent === at ? null : parent,
        cells: [
          ...kept.map((column) => {
            const named = column < kinds ? first.printed : level.printed;
            return named.cells[column] ?? empty;
          }),
          ...figures.flatMap((column) =>
            words.map((word) => own.find((each) => each.word === word)?.printed.cells[column] ?? empty),
          ),
        ],
      },
    ];
  });
  return { ...table, columns, rows };
}
