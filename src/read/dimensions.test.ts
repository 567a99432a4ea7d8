import { describe, expect, test } from "vitest";
import { dimensionOf } from "./dimensions.ts";

describe("the dimension of a printed unit", () => {
  test.each([
    ["亿元", "money"],
    ["亿美元", "money"],
    ["%", "percent"],
    ["个百分点", "points"],
    ["万人次", "people"],
    ["平方公里", "area"],
    ["公里", "length"],
    ["立方米", "volume"],
    ["万千瓦", "energy"],
    ["万吨", "mass"],
    ["天", "time"],
    ["家", "count"],
    [null, "count"],
  ])("%s is %s", (unit, dimension) => expect(dimensionOf(unit)).toBe(dimension));
});
