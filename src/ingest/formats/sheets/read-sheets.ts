import type { FileReading } from "#ingest/formats/file-reading.ts";
import { readCsvGrid } from "./csv-grid.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { splitSheet } from "./split-sheet.ts";
import { withoutTemplateCodes } from "./template-codes.ts";

/** Reads .xlsx, .xls, .et and .ods: each sheet's tables as they print, with the lines around them. */
export async function readSheets(bytes: Uint8Array): Promise<FileReading> {
  const { sheets, problems } = readWorkbook(bytes);
  return readingOf(sheets, problems);
}

/** Reads .csv and .tsv in UTF-8, UTF-16 or GB18030. */
export async function readCsv(bytes: Uint8Array): Promise<FileReading> {
  const grid = readCsvGrid(bytes);
  return grid.ok ? readingOf([grid.sheet], []) : empty([grid.problem]);
}

function readingOf(sheets: readonly SheetGrid[], before: FileReading["problems"]): FileReading {
  const problems = [...before];
  const blocks = sheets.flatMap((sheet) => {
    const { grid, codes } = withoutTemplateCodes(sheet);
    const message = `sheet ${sheet.name}: ${codes} rows and columns of a form's own codes left out`;
    if (codes > 0) problems.push({ severity: "warning", code: "template_codes", message });
    return splitSheet(grid);
  });
  if (blocks.length > 0) return { ...empty(problems), blocks };
  const message = "no sheet of the file holds any words; open it to see what it holds";
  return empty([...problems, { severity: "error", code: "empty_file", message }]);
}

function empty(problems: FileReading["problems"]): FileReading {
  const facts = { title: null, issuer: null, published: null, url: null };
  return { blocks: [], facts, problems, pages: null };
}
