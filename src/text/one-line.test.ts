import { expect, test } from "vitest";
import { oneLine } from "./one-line.ts";

test("lines that a page broke are joined", () => {
  expect(oneLine("全年地区生产\n总值增长3.7%。")).toBe("全年地区生产总值增长3.7%。");
});

test("rows of a table stay apart: no figure grows by the number of the next row", () => {
  expect(oneLine("2 | 人均产值 | 17.5\n3 | 投资 | 10\n")).toBe("2 | 人均产值 | 17.5；3 | 投资 | 10");
});
