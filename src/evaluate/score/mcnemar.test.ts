import { expect, it } from "vitest";
import { mcnemar } from "./mcnemar.ts";

it("has the known values of the two-sided binomial test", () => {
  expect(mcnemar(0, 5)).toBeCloseTo(0.0625, 12); // 2 / 2^5
  expect(mcnemar(0, 6)).toBeCloseTo(0.03125, 12);
  expect(mcnemar(1, 9)).toBeCloseTo(22 / 1024, 12); // 2 (1 + 10) / 2^10
  expect(mcnemar(2, 10)).toBeCloseTo(158 / 4096, 12); // 2 (1 + 12 + 66) / 2^12
});

it("is 1 when nothing flipped or as much was gained as lost", () => {
  expect(mcnemar(0, 0)).toBe(1);
  expect(mcnemar(7, 7)).toBe(1);
});

it("does not care for the direction", () => {
  expect(mcnemar(3, 12)).toBe(mcnemar(12, 3));
});

it("stays finite on thousands of flips", () => {
  expect(mcnemar(4000, 6000)).toBeLessThan(1e-50);
  expect(mcnemar(5000, 5001)).toBeCloseTo(1, 2);
});
