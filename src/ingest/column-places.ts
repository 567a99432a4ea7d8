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
 * its place, a header over several columns stands over the first of them. Null when most rows differ in width.
 */
export function alignRows(rows: readonly (readonly PlacedCell[])[], headerRows: number): string[][] | null {
  const data = rows.slice(headerRows);
  const width = Math.max(...data.map((row) => row.length));
  const full = data.filter((row) => row.length === width);
  if (width < 2 || full.length * 2 < data.length || rows.some((row) => row.length > width)) return null;
  const columns = columnsOf(full, width);
  const aligned = rows.map((row, at) => {
    if (row.length === width) return row.map((cell) => cell.text);
    if (!standApart(columns)) return null;
    const spanning = at < headerRows && overlaps(row[0], columns[0]);
    return spanning ? spread(row, columns) : placed(row, columns);
  });
  return aligned.every((row) => row !== null) ? aligned : null;
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
