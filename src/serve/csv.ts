/** A cell a spreadsheet would run: it starts as a formula does and is not just a signed number or a dash. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/u;
const SIGNED_NUMBER = /^[+-]?(?:\d[\d,]*(?:\.\d+)?[%％]?)?$/u;

export type CsvCell = string | number | null;

/** RFC 4180 with a byte-order mark, so that spreadsheets read the Chinese; cells that look like formulas get a leading `'`. */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  const plain = String(cell);
  const safe = FORMULA.test(plain) && !SIGNED_NUMBER.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
