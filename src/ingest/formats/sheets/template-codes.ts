import { EMPTY, type GridRow, type SheetGrid, textsOf } from "./sheet-grid.ts";

/** Names that a form's program gives its fields: DEBT_T_XXGK_XDXE, VALID#, ad_code#13. */
const CODE = /^(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+#?|[A-Za-z][A-Za-z0-9_]*#.*|and [A-Z].*)$/;
/** In such a form a column of bare whole numbers under no heading numbers the rows for the program. */
const CODE_OR_COUNT = new RegExp(`${CODE.source}|^\\d+$`);

/**
 * A sheet without the rows and columns that only steer the program it was exported from: rows above the table most of whose
 * words are field names, and columns made of them. `codes` counts both.
 */
export function withoutTemplateCodes(grid: SheetGrid): { grid: SheetGrid; codes: number } {
  const rows = grid.rows.filter((row) => !isCodeRow(row));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const steered = rows.length < grid.rows.length;
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) =>
    isCodeColumn(rows, at, steered ? CODE_OR_COUNT : CODE),
  );
  if (rows.length === grid.rows.length && columns.length === 0) return { grid, codes: 0 };
  const gone = new Set(columns);
  const kept = rows.map(({ sheetRow, cells }) => ({
    sheetRow,
    cells: cells.map((cell, at) => (gone.has(at) && cell !== null ? EMPTY : cell)),
  }));
  return { grid: { ...grid, rows: kept }, codes: grid.rows.length - rows.length + columns.length };
}

function isCodeRow(row: GridRow): boolean {
  const texts = textsOf(row).filter(({ cell }) => cell.text !== "0");
  const codes = texts.filter(({ cell }) => CODE.test(cell.text)).length;
  return codes >= 2 && codes * 2 >= texts.length;
}

function isCodeColumn(rows: readonly GridRow[], at: number, code: RegExp): boolean {
  const texts = rows.flatMap(({ cells }) => {
    const text = cells[at]?.text ?? "";
    return text === "" || text === "0" ? [] : [text];
  });
  return texts.length >= 2 && texts.every((text) => code.test(text));
}
