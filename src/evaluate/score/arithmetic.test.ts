import fc from "fast-check";
import { expect, it } from "vitest";
import { comesTo, computationsIn } from "./arithmetic.ts";

const result = (line: string) => computationsIn(line)[0]?.value;

it("reads a difference with units and its result", () => {
  const [found] = computationsIn("相差9.2万元（17.1万元 − 7.9万元 = 9.2万元）");
  expect(found).toMatchObject({ operands: ["17.1", "7.9"], stated: "9.2" });
  expect(found?.value).toBeCloseTo(9.2, 9);
});

it("keeps the order of operations and brackets", () => {
  expect(result("2 + 3 × 4 = 14")).toBe(14);
  expect(result("（50 − 40）÷ 40 × 100% = 25%")).toBe(25);
});

it("takes a range of years for no computation", () => {
  expect(computationsIn("2021-2022年、2021—2022年")).toHaveLength(1);
  expect(computationsIn("2021-2022年")).toHaveLength(0);
});

it("is not misled by what is malformed", () => {
  expect(computationsIn("3 ÷ 0 = 5，+ − ×，（1 +")).toEqual([]);
});

it("compares a result as it is rounded in print, sign aside, a ratio also as a percentage", () => {
  const third = { operands: [], value: -1 / 3, stated: null };
  expect(comesTo(third, "0.33")).toBe(true);
  expect(comesTo(third, "0.34")).toBe(false);
  expect(comesTo(third, "33.3")).toBe(true);
});

it("comes to what addition and subtraction come to", () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const line = `${(a / 100).toFixed(2)} − ${(b / 100).toFixed(2)} = ${(Math.abs(a - b) / 100).toFixed(2)}`;
      const [found] = computationsIn(line);
      expect(found !== undefined && comesTo(found, found.stated ?? "")).toBe(true);
    }),
  );
});
