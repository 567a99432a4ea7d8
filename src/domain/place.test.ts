import { describe, expect, test } from "vitest";
import type { Place, Table } from "./document.ts";
import { columnLetters, placeOf } from "./place.ts";

const TEXT = "表1\n项目 | 数额\n税收 | 12\n第二页的话";
const spanOf = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const cell = (text: string) => ({ text, ...spanOf(text) });

const table: Table = {
  id: "t1",
  caption: "表1",
  section: null,
  span: { start: 0, end: spanOf("税收 | 12").end },
  columns: ["项目", "数额"].map((title) => ({ levels: [title], title })),
  sheetColumns: [2, 28],
  header: spanOf("项目 | 数额"),
  rows: [{ span: spanOf("税收 | 12"), cells: [cell("税收"), cell("12")], parent: null }],
  notes: [],
  unit: null,
};
const sheet = (words: string, row: number): Place => ({ ...spanOf(words), page: null, sheet: "收支", row });
const places: Place[] = [
  sheet("项目 | 数额", 3),
  sheet("税收 | 12", 4),
  { ...spanOf("第二页的话"), page: 2, sheet: null, row: null },
];
const document = { places, tables: [table] };

describe("placeOf", () => {
  test("a cell of a sheet has a reference of its own", () => {
    expect(placeOf(document, spanOf("12"))).toEqual({ page: null, sheet: "收支", row: 4, cell: "AB4" });
    expect(placeOf(document, spanOf("税收"))).toMatchObject({ cell: "B4" });
  });

  test("a whole row, and a heading, have the row alone", () => {
    expect(placeOf(document, spanOf("税收 | 12"))).toMatchObject({ row: 4, cell: null });
    expect(placeOf(document, spanOf("数额"))).toMatchObject({ row: 3, cell: null });
  });

  test("a sentence of a paged file has its page", () => {
    expect(placeOf(document, spanOf("的话"))).toEqual({ page: 2, sheet: null, row: null, cell: null });
  });

  test("what no place was told of has none", () => {
    expect(placeOf(document, spanOf("表1"))).toBeNull();
    expect(placeOf({ places: [], tables: [] }, { start: 0, end: 1 })).toBeNull();
  });
});

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [702, "ZZ"],
  [703, "AAA"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
