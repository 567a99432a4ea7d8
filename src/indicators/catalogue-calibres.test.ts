import { expect, test } from "vitest";
import { conceptById } from "./catalogue.ts";
import { grouped, otherCalibres } from "./catalogue-calibres.ts";

test("the same matter in another calibre, in the same measure", () => {
  expect(otherCalibres("工业增加值增速")).toEqual(["规模以上工业增加值增速"]);
  expect(otherCalibres("本外币存贷款余额")).toEqual(["人民币存贷款余额"]);
});
test("most indicators have one calibre", () => {
  expect(otherCalibres("地区生产总值")).toEqual([]);
  expect(otherCalibres("没有的指标")).toEqual([]);
});
test("only indicators of one kind of amount are grouped, each once", () => {
  expect(grouped.filter((id) => conceptById(id) === undefined)).toEqual([]);
  expect(new Set(grouped).size).toBe(grouped.length);
});
