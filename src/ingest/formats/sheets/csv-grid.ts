import type { FileProblem } from "#ingest/formats/file-reading.ts";
import { decode } from "#ingest/lines/decode.ts";
import { cellWords, EMPTY, type GridCell, type SheetGrid } from "./sheet-grid.ts";

type CsvGrid =
  | { readonly ok: true; readonly sheet: SheetGrid }
  | { readonly ok: false; readonly problem: FileProblem };

const SEPARATORS = ["\t", ",", ";", "，"] as const;
const FIGURE = /^[-+−－]?[\d,]*\d(?:\.\d+)?%?$/;
const YEAR = /^(?:19|20)\d\d$/;

/** A file of separated values as one sheet (RFC 4180, quoted cells may hold separators and line breaks); nothing is converted. */
export function readCsvGrid(bytes: Uint8Array): CsvGrid {
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const { code, message } = decoded;
    return { ok: false, problem: { severity: "error", code, message } };
  }
  const text = decoded.text.replace(/^\ufeff/, "");
  const records = recordsOf(text, separatorOf(text));
  const rows = records.map((fields, at) => ({ sheetRow: at + 1, cells: fields.map(gridCell) }));
  return { ok: true, sheet: { name: "", rows } };
}

function gridCell(raw: string, at: number): GridCell {
  const { text, indent } = cellWords(raw);
  if (text === "") return EMPTY;
  const figure = FIGURE.test(text) && !YEAR.test(text);
  return { text, indent, rowSpan: 1, colSpan: 1, figure, column: at + 1 };
}

/** The mark that stands in most of the first lines. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/, 30).filter((line) => line.trim() !== "");
  const holding = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return [...SEPARATORS].sort((a, b) => holding(b) - holding(a))[0] ?? ",";
}

function recordsOf(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at) : { field: "", end: at };
    const { field, end } = plainField(text, quoted.end, separator);
    record.push(quoted.field + field);
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    records.push(record);
    record = [];
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return records.filter((fields, nth) => nth < records.length - 1 || fields.some((field) => field !== ""));
}

function plainField(text: string, from: number, separator: string): { field: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { field: text.slice(from, end), end };
}

/** Up to the closing mark; what stands behind it before the separator is taken as it is. */
function quotedField(text: string, from: number): { field: string; end: number } {
  let field = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { field: field + text.slice(at), end: text.length };
    field += text.slice(at, close);
    if (text[close + 1] !== '"') return { field, end: close + 1 };
    field += '"';
    at = close + 2;
  }
}
