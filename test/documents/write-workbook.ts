import { type CellObject, type Range, utils, type WorkSheet, write } from "@e965/xlsx";

/** A cell as a test writes it: words, a figure, a figure with the format it prints in, or a formula. */
export type SheetCell =
  | string
  | number
  | null
  | { value?: number | string; format?: string; formula?: string };

export interface SheetParts {
  readonly name?: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** `A1:C1`. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly hidden?: boolean;
  /** `$A$1:$C$9`. */
  readonly printArea?: string;
}

/** Makes by SheetJS: xlsx, xls (BIFF8, also .et), ods. */
export type WorkbookMake = "xlsx" | "biff8" | "ods";

/** The bytes of a workbook with these sheets; rows and columns to hide are counted from 1. */
export function writeWorkbook(sheets: readonly SheetParts[], make: WorkbookMake = "xlsx"): Uint8Array {
  const book = utils.book_new();
  const names: { Name: string; Ref: string; Sheet: number }[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const name = sheet.name ?? `Sheet${at + 1}`;
    utils.book_append_sheet(book, worksheet(sheet), name);
    if (sheet.printArea !== undefined)
      names.push({ Name: "_xlnm.Print_Area", Ref: `'${name}'!${sheet.printArea}`, Sheet: at });
  }
  book.Workbook = { Names: names, Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden === true ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: "array", bookType: make, cellStyles: true }));
}

function worksheet({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetParts): WorkSheet {
  const sheet: WorkSheet = {};
  const width = Math.max(1, ...rows.map((row) => row.length));
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const written = cellOf(cell);
      if (written !== null) sheet[utils.encode_cell({ r, c })] = written;
    }
  }
  sheet["!ref"] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, rows.length - 1), c: width - 1 },
  });
  sheet["!merges"] = merges.map((merge): Range => utils.decode_range(merge));
  sheet["!rows"] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at + 1) }));
  sheet["!cols"] = Array.from({ length: width }, (_, at) => ({ hidden: hiddenColumns.includes(at + 1) }));
  return sheet;
}

function cellOf(cell: SheetCell): CellObject | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return { t: "s", v: cell };
  if (typeof cell === "number") return { t: "n", v: cell };
  const { value, format, formula } = cell;
  const type = typeof value === "string" ? "s" : "n";
  return {
    t: type,
    ...(value === undefined ? {} : { v: value }),
    ...(format === undefined ? {} : { z: format }),
    ...(formula === undefined ? {} : { f: formula }),
  };
}
