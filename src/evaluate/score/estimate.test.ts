import fc from "fast-check";
import { expect, it } from "vitest";
import { estimate, mean, percentile, share } from "./estimate.ts";

it("gives the mean with an interval around it", () => {
  const { value, low, high, n } = share([...Array(80).fill(true), ...Array(20).fill(false)]);
  expect(value).toBe(0.8);
  expect(n).toBe(100);
  // the normal interval of 80 in 100 is 0.722 to 0.878
  expect(low).toBeCloseTo(0.72, 1);
  expect(high).toBeCloseTo(0.88, 1);
});

it("gives the same interval for the same values", () => {
  expect(estimate([0, 1, 1, 0.5])).toEqual(estimate([0, 1, 1, 0.5]));
});

it("measures nothing on nothing", () => {
  expect(estimate([])).toEqual({ value: null, low: null, high: null, n: 0 });
  expect(mean([])).toBeNull();
  expect(percentile([], 0.5)).toBeNull();
});

it("keeps the interval within the values and around their mean", () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, (given) => {
      const { low, high } = estimate(given);
      expect(low ?? -1).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
      expect(high ?? 2).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
      expect(low ?? 1).toBeLessThanOrEqual(high ?? 0);
    }),
    { numRuns: 30 },
  );
});

it("takes percentiles by nearest rank", () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((p) => percentile([10, 20, 30, 40], p))).toEqual([10, 10, 20, 30, 40]);
});
