import type { CellFact } from "./cell-fact.ts";
import { bare, type ExpandedTable } from "./expanded-table.ts";

/** How a fact came through; `wrong_column` is the worst, a figure that answers another question. */
export type Verdict =
  | "exact"
  | "wrong_column"
  | "other_text"
  | "no_such_column"
  | "no_such_row"
  | "no_caption"
  | "no_unit";

const order: readonly Verdict[] = [
  "exact",
  "no_unit",
  "no_caption",
  "wrong_column",
  "other_text",
  "no_such_column",
  "no_such_row",
];

/** The best that any row of that name in any table makes of the fact. */
export function judge(fact: CellFact, tables: readonly ExpandedTable[]): Verdict {
  const verdicts = tables
    .filter(({ sheet }) => fact.sheet === null || fact.sheet === sheet)
    .flatMap((table) => table.grid.map((_, row) => judgeRow(fact, table, row)));
  return order.find((each) => verdicts.includes(each)) ?? "no_such_row";
}

function judgeRow(fact: CellFact, table: ExpandedTable, row: number): Verdict {
  const cells = table.grid[row] ?? [];
  const name = cells.indexOf(bare(fact.row));
  if (name < 0 || (fact.page !== null && table.pages[row] !== fact.page)) return "no_such_row";
  if (fact.beside !== null && !cells.includes(bare(fact.beside))) return "no_such_row";
  const under = cells.findIndex((_, at) => at > name && standsUnder(fact.column, table, { row, at }));
  const cell = bare(fact.cell);
  if (under < 0) return cells.includes(cell) && cell !== "" ? "wrong_column" : "no_such_column";
  if (cells[under] !== cell) return cell !== "" && cells.includes(cell) ? "wrong_column" : "other_text";
  const around = `${table.before}${table.grid.slice(0, row).flat().join(" ")}`;
  if (fact.caption !== null && !around.includes(bare(fact.caption))) return "no_caption";
  if (fact.unit !== null && !`${around} ${cells.join(" ")}`.includes(bare(fact.unit))) return "no_unit";
  return "exact";
}

/** Whether the headings stand above the place in their order, others between them allowed. */
function standsUnder(
  path: readonly string[],
  table: ExpandedTable,
  { row, at }: { row: number; at: number },
): boolean {
  let met = 0;
  for (let above = 0; above < row && met < path.length; above += 1) {
    if (table.grid[above]?.[at] === bare(path[met] ?? "")) met += 1;
  }
  return met === path.length;
}
