import type { CsvCell } from "./csv.ts";
import { type ZipEntry, zipped } from "./zip.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** A sheet has no more rows (ECMA-376); what is beyond is left out. */
const MOST_ROWS = 1_048_576;
/** What XML 1.0 cannot hold. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;

/** One sheet as an .xlsx file, written as it is taken. Numbers are numbers, all else is text and never a formula. */
export function xlsxOf(
  sheet: string,
  columns: readonly string[],
  batches: Iterable<readonly (readonly CsvCell[])[]>,
): Generator<Uint8Array<ArrayBuffer>> {
  return zipped([
    ...Object.entries(frameOf(sheet)).map(([name, xml]): ZipEntry => ({ name, pieces: [XML + xml] })),
    { name: "xl/worksheets/sheet1.xml", pieces: sheetXml(columns, batches) },
  ]);
}

function* sheetXml(
  columns: readonly string[],
  batches: Iterable<readonly (readonly CsvCell[])[]>,
): Generator<string> {
  yield `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(columns)}`;
  let rows = 1;
  for (const batch of batches) {
    const fitting = batch.slice(0, MOST_ROWS - rows);
    rows += fitting.length;
    if (fitting.length > 0) yield fitting.map(rowXml).join("");
    if (fitting.length < batch.length) break;
  }
  yield "</sheetData></worksheet>";
}

function rowXml(cells: readonly CsvCell[]): string {
  return `<row>${cells.map(cellXml).join("")}</row>`;
}

function cellXml(cell: CsvCell): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function frameOf(sheet: string): Record<string, string> {
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  };
}
