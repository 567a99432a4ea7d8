import { expect, test } from "vitest";
import { headerGrid } from "./header-grid.ts";

function grid(...columns: string[][]) {
  return headerGrid(columns.map((levels) => ({ levels }))).map((row) =>
    row.map((cell) => `${cell.text} ${cell.columns}x${cell.rows} ${cell.scope}`),
  );
}

test("one level is one row", () => {
  expect(grid(["指标"], ["2022年"])).toEqual([["指标 1x1 col", "2022年 1x1 col"]]);
});

test("equal outer levels side by side merge, shorter columns reach down", () => {
  expect(grid(["指标"], ["2020年", "目标"], ["2020年", "完成"], ["2021年", "目标"])).toEqual([
    ["指标 1x2 col", "2020年 2x1 colgroup", "2021年 1x1 colgroup"],
    ["目标 1x1 col", "完成 1x1 col", "目标 1x1 col"],
  ]);
});

test("equal innermost headers stay apart, and a column without any keeps its place", () => {
  expect(grid(["数"], ["数"], [])).toEqual([["数 1x1 col", "数 1x1 col", " 1x1 col"]]);
});

test("every row of the grid covers every column", () => {
  const rows = headerGrid(
    [["a", "b", "c"], ["a", "b", "d"], ["a", "e"], ["f"]].map((levels) => ({ levels })),
  );
  const covered = rows.map((_, at) =>
    rows
      .slice(0, at + 1)
      .flatMap((row, from) => row.filter((cell) => from + cell.rows > at))
      .reduce((sum, cell) => sum + cell.columns, 0),
  );
  expect(covered).toEqual([4, 4, 4]);
});
