import { read, type WorkBook } from "@e965/xlsx";
import { z } from "zod";
import type { FileProblem } from "#ingest/formats/file-reading.ts";
import { gridOf, type SheetReading } from "./grid-of-sheet.ts";
import { printedRanges } from "./printed-range.ts";
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
  const sheets: SheetReading[] = [];
  const hidden: string[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    if (isHidden(book, at)) hidden.push(name);
    else sheets.push(gridOf(name, sheet, ranges.get(at) ?? null));
  }
  return { sheets: sheets.map(({ grid }) => grid), problems: problemsOf(sheets, hidden) };
}

function isHidden(book: WorkBook, at: number): boolean {
  const told = hiddenSchema.safeParse(book.Workbook?.Sheets?.[at] ?? {});
  return told.success && (told.data.Hidden ?? 0) > 0;
}

function problemsOf(sheets: readonly SheetReading[], hidden: readonly string[]): FileProblem[] {
  const sum = (count: (sheet: SheetReading) => number) =>
    sheets.reduce((total, sheet) => total + count(sheet), 0);
  const left = [
    [sum(({ hiddenRows }) => hiddenRows), "hidden rows"],
    [sum(({ hiddenColumns }) => hiddenColumns), "hidden columns"],
    [sum(({ unprinted }) => unprinted), "cells outside the printed area"],
  ] as const;
  const parts = left.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (hidden.length > 0) parts.push(`hidden sheets (${hidden.join("、")})`);
  const problems: FileProblem[] = [];
  if (parts.length > 0)
    problems.push(warning("hidden_left_out", `left out, as they do not print: ${parts.join(", ")}`));
  const valueless = sheets.filter((sheet) => sheet.valueless > 0);
  if (valueless.length > 0) {
    const where = valueless.map(({ grid, valueless: count }) => `${grid.name}: ${count}`).join(", ");
    const message = `formulas without a stored value read as empty (${where}); open the file and save it again`;
    problems.push(warning("formula_without_value", message));
  }
  return problems;
}

function warning(code: string, message: string): FileProblem {
  return { severity: "warning", code, message };
}
