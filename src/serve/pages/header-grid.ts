/** One header cell; `scope` as HTML has it. */
export interface HeaderCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly scope: "col" | "colgroup";
}

/** Header rows from columns that each name their levels from outermost to innermost; equal outer levels side by side merge. */
export function headerGrid(columns: readonly { readonly levels: readonly string[] }[]): HeaderCell[][] {
  const depth = Math.max(1, ...columns.map((column) => column.levels.length));
  return Array.from({ length: depth }, (_, level) => headerRow(columns, level, depth));
}

function headerRow(columns: readonly { readonly levels: readonly string[] }[], level: number, depth: number) {
  const cells: HeaderCell[] = [];
  for (let at = 0; at < columns.length; ) {
    const levels = columns[at]?.levels ?? [];
    const width = level < levels.length - 1 ? sharedWidth(columns.slice(at), level) : 1;
    if (level < Math.max(1, levels.length)) {
      const isInnermost = level >= levels.length - 1;
      cells.push({
        text: levels[level] ?? "",
        columns: width,
        rows: isInnermost ? depth - level : 1,
        scope: isInnermost ? "col" : "colgroup",
      });
    }
    at += width;
  }
  return cells;
}

/** How many columns from the first on have the same levels up to `level` and go on below it. */
function sharedWidth(columns: readonly { readonly levels: readonly string[] }[], level: number): number {
  const outer = (column: { readonly levels: readonly string[] } | undefined) =>
    JSON.stringify(column?.levels.slice(0, level + 1));
  const end = columns.findIndex(
    (column) => column.levels.length <= level + 1 || outer(column) !== outer(columns[0]),
  );
  return end < 0 ? columns.length : end;
}
