import { expect, test } from "vitest";
import { onlyFigures } from "./only-figures.ts";

test("results are no reason", () => {
  expect(onlyFigures("全社会研发投入强度达到5.26%,跃居全市第一。")).toBe(true);
  expect(onlyFigures("地区生产总值达2442.6亿元,增长4.2%;工业总产值3512.5亿元,居全市首位。")).toBe(true);
});
test("what was done or what weighed on it is one", () => {
  expect(onlyFigures("在海外疫情蔓延下,组织企业承接国际订单,完成进出口总额380亿元。")).toBe(false);
  expect(onlyFigures("受疫情影响,增长0.6%。")).toBe(false);
});
