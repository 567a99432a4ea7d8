import { utils, type WorkBook } from "@e965/xlsx";

/** Rows and columns from 0, both ends counted. */
export interface PrintedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** The areas that a workbook says are printed, by the number of the sheet; a sheet that says none prints whole. */
export function printedRanges(book: WorkBook): ReadonlyMap<number, readonly PrintedRange[]> {
  const found = new Map<number, readonly PrintedRange[]>();
  for (const { Name, Ref, Sheet } of book.Workbook?.Names ?? []) {
    if (!/Print_Area$/i.test(Name) || Sheet === undefined || typeof Ref !== "string") continue;
    const ranges = areasOf(Ref);
    if (ranges.length > 0) found.set(Sheet, ranges);
  }
  return found;
}

/** `'01-1 '!$B$1:$H$41,'01-1 '!$J:$K`; nothing when a part cannot be read, so that nothing is left out by mistake. */
function areasOf(reference: string): PrintedRange[] {
  const parts = reference.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  const ranges = parts.map((part) => rangeOf(part.slice(part.lastIndexOf("!") + 1).replaceAll("$", "")));
  return ranges.every((range) => range !== null) ? ranges : [];
}

function rangeOf(text: string): PrintedRange | null {
  if (!/^(?:[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?|[A-Z]{1,3}:[A-Z]{1,3}|\d+:\d+)$/.test(text)) return null;
  const [from = "", to = from] = text.split(":");
  const row = (cell: string, other: number) => {
    const digits = /\d+$/.exec(cell)?.[0];
    return digits === undefined ? other : Number(digits) - 1;
  };
  const column = (cell: string, other: number) => {
    const letters = /^[A-Z]+/.exec(cell)?.[0];
    return letters === undefined ? other : utils.decode_col(letters);
  };
  return {
    top: row(from, 0),
    bottom: row(to, LAST_ROW),
    left: column(from, 0),
    right: column(to, LAST_COLUMN),
  };
}

export function isPrinted(ranges: readonly PrintedRange[] | null, row: number, column: number): boolean {
  return (
    ranges === null ||
    ranges.some(
      ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
    )
  );
}
