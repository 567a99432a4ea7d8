import { expect, it } from "vitest";
import { unitFamily } from "./quantity-convert.ts";
import { baseUnits, isUnit, unitData } from "./quantity-units.ts";

it("names every unit once", () => {
  const seen = new Set<string>();
  expect(baseUnits.filter((unit) => seen.size === seen.add(unit).size)).toEqual([]);
});

it("knows the family of every unit, with and without a magnitude", () => {
  for (const unit of baseUnits) {
    expect(isUnit(unit), unit).toBe(true);
    expect(unitFamily(unit), unit).not.toBeNull();
  }
  expect(unitFamily("万亿元")).toBe("人民币");
  expect(unitFamily("亿元/平方公里")).toBe("人民币/平方公里");
});

it("reads Chinese numerals only before units it knows", () => {
  expect(unitData.strict.filter((unit) => !baseUnits.includes(unit))).toEqual([]);
});

it.each(["", "亿元人", "左右", "7"])("%j is no unit", (text) => {
  expect(isUnit(text)).toBe(false);
});
