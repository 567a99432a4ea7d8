import { sharedOut } from "./spread-header.ts";
import { widest } from "./widest.ts";

/** A cell and the columns of the page it stands in. */
export interface PlacedCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Column {
  start: number;
  end: number;
}

/**
 * Rows of one width from cells that are told apart by where they stand: a row with a cell missing gets an empty one in
 * its place, a header over several columns stands over the first of them. Null when most rows differ in width and the
 * header does not hold all columns.
 */
export function alignRows(rows: readonly (readonly PlacedCell[])[], headerRows: number): string[][] | null {
  const data = rows.slice(headerRows);
  const width = widest(data, (row) => row.length);
  const full = data.filter((row) => row.length === width);
  const headed = full.length > 0 && rows[0]?.length === width && width > 3;
  if (width < 2 || (full.length * 2 < data.length && !headed) || rows.some((row) => row.length > width))
    return null;
  const columns = columnsOf(full, width);
  const aligned = rows.map((row, at) => {
    if (row.length === width) return row.map((cell) => cell.text);
    if (!standApart(columns)) return null;
    const spanning = at < headerRows && overlaps(row[0], columns[0]);
    return spanning ? spread(row, columns) : placed(row, columns);
  });
  if (!aligned.every((row) => row !== null)) return null;
  const [above, below] = aligned;
  const shared = headerRows > 1 && above !== undefined && below !== undefined && sharedAbove(above, below);
  return shared ? [shared, ...aligned.slice(1)] : aligned;
}

/** The upper headings over the columns that have lower ones, in shares where two columns were headed alike; else as they are. */
function sharedAbove(above: readonly string[], below: readonly string[]): string[] {
  let spanning = "";
  const heads = above.map((cell, at) => {
    if (cell !== "") spanning = cell;
    return `${spanning} ${below[at]}`;
  });
  const under = below.flatMap((cell, at) => (cell === "" ? [] : [at]));
  const groups = under.flatMap((at) => (above[at] === "" ? [] : [above[at] ?? ""]));
  const isDoubled = new Set(under.map((at) => heads[at])).size < under.length;
  const shares = isDoubled
    ? sharedOut(
        under.map((at) => below[at] ?? ""),
        groups.length,
      )
    : null;
  if (shares === null) return [...above];
  const texts = shares.flatMap((share, group) =>
    share.map((_, at) => (at === 0 ? (groups[group] ?? "") : "")),
  );
  return above.map((cell, at) => (under.includes(at) ? (texts[under.indexOf(at)] ?? "") : cell));
}

function columnsOf(rows: readonly (readonly PlacedCell[])[], width: number): Column[] {
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.flatMap((row) => row[at] ?? []);
    return {
      start: Math.min(...cells.map((cell) => cell.start)),
      end: Math.max(...cells.map((cell) => cell.end)),
    };
  });
}

function standApart(columns: readonly Column[]): boolean {
  return columns.every((column, at) => at === 0 || (columns[at - 1]?.end ?? 0) <= column.start);
}

/** Each column belongs to the nearest cell; the cell stands over the first of its columns. */
function spread(row: readonly PlacedCell[], columns: readonly Column[]): string[] {
  let last = -1;
  return columns.map((column) => {
    const at = nearest(row, middle(column));
    const text = at > last ? (row[at]?.text ?? "") : "";
    last = Math.max(last, at);
    return text;
  });
}

/** Each cell in the nearest column; null when two would share one. */
function placed(row: readonly PlacedCell[], columns: readonly Column[]): string[] | null {
  const cells = columns.map(() => "");
  for (const cell of row) {
    const at = nearest(columns, middle(cell));
    if (cells[at] !== "") return null;
    cells[at] = cell.text;
  }
  return cells;
}

function nearest(places: readonly Column[], at: number): number {
  const distances = places.map((place) => Math.abs(middle(place) - at));
  return distances.indexOf(Math.min(...distances));
}

function middle(place: Column): number {
  return (place.start + place.end) / 2;
}

function overlaps(cell: Column | undefined, column: Column | undefined): boolean {
  return cell !== undefined && column !== undefined && cell.start < column.end && column.start < cell.end;
}
