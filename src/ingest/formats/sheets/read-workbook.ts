import { read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { z } from "zod";
import type { FileProblem } from "#ingest/formats/file-reading.ts";
import { gridOf } from "./grid-of-sheet.ts";
import { type PrintedRange, printedRanges } from "./printed-range.ts";
import type { SheetGrid } from "./sheet-grid.ts";

/** What of the workbook decides whether a sheet prints. */
const hiddenSchema = z.looseObject({
  Hidden: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
});

/** No report has longer sheets: more is a fault of the file. */
const LONGEST_SHEET = 200_000;

export interface Workbook {
  readonly sheets: readonly SheetGrid[];
  readonly problems: FileProblem[];
}

/**
 * The sheets of a workbook of any make (xlsx, xls, et, ods), each cell as it prints.
 * @throws when the bytes are no workbook, or one that is encrypted
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const book = read(bytes, {
    type: "array",
    dense: true,
    cellStyles: true,
    cellHTML: false,
    sheetStubs: true,
    sheetRows: LONGEST_SHEET,
    dateNF: "yyyy/m/d",
  });
  const ranges = printedRanges(book);
  const sheets: SheetGrid[] = [];
  const problems: FileProblem[] = [];
  const hidden: string[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    if (isHidden(book, at)) hidden.push(name);
    else problems.push(...addSheet(sheets, name, sheet, ranges.get(at) ?? null));
  }
  if (hidden.length > 0)
    problems.push(warning("hidden_left_out", `hidden sheets are left out: ${hidden.join("、")}`));
  return { sheets, problems };
}

function isHidden(book: WorkBook, at: number): boolean {
  const told = hiddenSchema.safeParse(book.Workbook?.Sheets?.[at] ?? {});
  return told.success && (told.data.Hidden ?? 0) > 0;
}

function addSheet(
  sheets: SheetGrid[],
  name: string,
  sheet: WorkSheet,
  printed: readonly PrintedRange[] | null,
): FileProblem[] {
  const { grid, hiddenRows, hiddenColumns, unprinted, valueless } = gridOf(name, sheet, printed);
  sheets.push(grid);
  const problems: FileProblem[] = [];
  const parts = [
    hiddenRows > 0 ? `${hiddenRows} hidden rows` : null,
    hiddenColumns > 0 ? `${hiddenColumns} hidden columns` : null,
    unprinted > 0 ? `${unprinted} cells outside the printed area` : null,
  ].filter((part) => part !== null);
  if (parts.length > 0)
    problems.push(warning("hidden_left_out", `sheet ${name}: ${parts.join(", ")} left out`));
  if (valueless > 0) {
    const message = `sheet ${name}: ${valueless} formulas without a stored value read as empty; open the file and save it again`;
    problems.push(warning("formula_without_value", message));
  }
  return problems;
}

function warning(code: string, message: string): FileProblem {
  return { severity: "warning", code, message };
}
