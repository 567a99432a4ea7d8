import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOf, ratioOf } from "#answer/figures/arithmetic.ts";
import { rowWith } from "./example-sources.ts";

const amount = (value: string | null, unit: string | null = "%") =>
  rowWith({ value, unit, raw: value ?? "—" });
/** Decimal digits as reports print them: up to three places, either sign. */
const figure = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => new Decimal(digits).div(new Decimal(10).pow(places)).toFixed());

describe("a difference", () => {
  test("is exact, where floating point is not", () => {
    expect(differenceOf(amount("17.1", "万元"), amount("7.9", "万元"))).toEqual({
      sign: 1,
      result: "9.2万元",
      expression: "17.1 − 7.9 = 9.2",
      numbers: ["9.2", "17.1", "7.9"],
    });
    expect(differenceOf(amount("0.3"), amount("0.1"))?.expression).toBe("0.3 − 0.1 = 0.2");
  });
  test("of rates is told in percentage points", () => {
    expect(differenceOf(amount("3.7"), amount("4.7"))).toMatchObject({ sign: -1, result: "1个百分点" });
  });
  test("with a negative figure is written with brackets", () => {
    expect(differenceOf(amount("6"), amount("-2.7"))?.expression).toBe("6 − (-2.7) = 8.7");
  });
  test("is told in the unit of the first figure", () => {
    expect(differenceOf(amount("1.9", "万亿元"), amount("15000", "亿元"))).toMatchObject({
      result: "0.4万亿元",
      expression: "15000 ÷ 10000 = 1.5；1.9 − 1.5 = 0.4",
    });
  });
  test("is none without a figure or between units that do not convert", () => {
    expect(differenceOf(amount(null), amount("1"))).toBeNull();
    expect(differenceOf(amount("1"), amount(null))).toBeNull();
    expect(differenceOf(amount("1", "%"), amount("1", "亿元"))).toBeNull();
  });

  test("added to the smaller gives the larger, and its sign says which that is", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const difference = differenceOf(amount(a), amount(b));
        const [result = "", larger = "", smaller = ""] = difference?.numbers ?? [];
        expect(new Decimal(smaller).plus(result).eq(larger)).toBe(true);
        expect(new Decimal(result).isNegative()).toBe(false);
        expect(difference?.sign).toBe(new Decimal(a).cmp(b));
      }),
    );
  });
  test("turns its sign with its sides and is otherwise the same", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [there, back] = [differenceOf(amount(a), amount(b)), differenceOf(amount(b), amount(a))];
        expect(back?.result).toBe(there?.result);
        expect((back?.sign ?? 0) + (there?.sign ?? 0)).toBe(0);
      }),
    );
  });
  test("never prints an exponent or a floating-point tail", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const { numbers = [] } = differenceOf(amount(a), amount(b)) ?? {};
        for (const number of numbers) expect(number).toMatch(/^-?\d+(?:\.\d{1,3})?$/);
      }),
    );
  });
});

describe("a ratio", () => {
  test("is told to two places, with its computation", () => {
    expect(ratioOf(amount("10"), amount("3"))).toEqual({
      result: "3.33",
      expression: "10 ÷ 3 ≈ 3.33",
      numbers: ["3.33", "10", "3"],
    });
  });
  test("is none of nothing, by nothing, or between units", () => {
    expect(ratioOf(amount("1"), amount("0"))).toBeNull();
    expect(ratioOf(amount("1"), amount(null))).toBeNull();
    expect(ratioOf(amount("1", "亿元"), amount("1", "万元"))).toBeNull();
  });
});
