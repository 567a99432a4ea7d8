import type { Database } from "better-sqlite3";
import {
  type ColumnData,
  type ColumnRow,
  columnsOf,
  FACET_COLUMNS,
  type FacetColumn,
} from "./indicator-columns.ts";

/** Writes the columns of all rows: numbers as little-endian bytes, names as JSON. */
export function writeColumns(database: Database, rows: readonly ColumnRow[]): void {
  const { names, codes, value, position } = columnsOf(rows);
  const insert = database.prepare("INSERT INTO indicatorColumns VALUES (?, ?)");
  for (const column of FACET_COLUMNS) {
    insert.run(`names.${column}`, Buffer.from(JSON.stringify(names[column])));
    insert.run(column, bytesOf(codes[column]));
  }
  insert.run("value", bytesOf(value));
  insert.run("position", bytesOf(position));
}

/** Reads them back; a million rows take some milliseconds. */
export function readColumns(database: Database): ColumnData {
  const select = database
    .prepare<[string], Buffer>("SELECT data FROM indicatorColumns WHERE name = ?")
    .pluck();
  const stored = (name: string): Buffer => {
    const data = select.get(name);
    if (data === undefined) throw new RangeError(`the index holds no column ${name}`);
    return data;
  };
  const each = <T>(read: (column: FacetColumn) => T): Record<FacetColumn, T> => {
    const [region, indicator, document] = [read("region"), read("indicator"), read("document")];
    return { region, indicator, document, year: read("year"), kind: read("kind") };
  };
  const namesOf = (column: FacetColumn): string[] => JSON.parse(stored(`names.${column}`).toString());
  return {
    names: each(namesOf),
    codes: each((column) => numbersOf(stored(column))),
    value: numbersOf(stored("value")),
    position: numbersOf(stored("position")),
  };
}

const bytesOf = (numbers: Uint32Array): Buffer =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** A copy, since a buffer of SQLite need not begin where a number may. */
function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}
