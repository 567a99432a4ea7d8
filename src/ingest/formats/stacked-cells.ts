import type { FileBlock, FileProblem } from "./file-reading.ts";

const FIGURES = /^(?:[-−－]?[\d,]*\d(?:\.\d+)?[%％‰]?\s+){2,}[-−－]?[\d,]*\d(?:\.\d+)?[%％‰]?$/u;
const ONE_FIGURE = /^[-−－]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/u;

/** Names the tables in which a cell holds a whole column of figures: none of them can be told to be of one name. */
export function stackedCells(blocks: readonly FileBlock[]): FileProblem[] {
  const tables = blocks.filter((block) => block.kind === "table");
  const stacked = tables.flatMap(({ rows }, at) =>
    rows.some(({ cells }) => cells.some(({ text }) => FIGURES.test(text) && !ONE_FIGURE.test(text)))
      ? [at + 1]
      : [],
  );
  if (stacked.length === 0) return [];
  return [
    {
      severity: "warning",
      code: "stacked_cells",
      message: `Table ${stacked.join(", ")} of the file holds whole columns in single cells, so their figures belong to no row. Use the file it was converted from, or give each figure a cell.`,
    },
  ];
}
