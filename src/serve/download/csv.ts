/** A cell a spreadsheet would run: it starts as a formula does and is not just a signed number or a dash. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/u;
const SIGNED_NUMBER = /^[+-]?(?:\d[\d,]*(?:\.\d+)?[%％]?)?$/u;

export type CsvCell = string | number | null;

/** RFC 4180 with a byte-order mark, so that spreadsheets read the Chinese; cells that look like formulas get a leading `'`. */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [...csvPieces(columns, [rows])].join("");
}

/** The same, written as it is taken. */
export function* csvPieces(
  columns: readonly string[],
  batches: Iterable<readonly (readonly CsvCell[])[]>,
): Generator<string> {
  yield `\ufeff${linesOf([columns])}`;
  for (const batch of batches) yield linesOf(batch);
}

const linesOf = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  const plain = String(cell);
  const safe = FORMULA.test(plain) && !SIGNED_NUMBER.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
