import fc from "fast-check";
import { expect, test } from "vitest";
import { rowOf, scoreOf, treesSchema } from "./trees.ts";

/** covered ≤ 0.5 → −1, else run ≤ 3 → 0.5, else 2. */
const model = treesSchema.parse({
  features: ["covered", "run"],
  bias: 0.25,
  trees: [
    {
      feature: [0, -1, 1, -1, -1],
      threshold: [0.5, 0, 3, 0, 0],
      left: [1, 0, 3, 0, 0],
      right: [2, 0, 4, 0, 0],
      value: [0, -1, 0, 0.5, 2],
    },
  ],
});
const score = (features: Record<string, number>) => scoreOf(model, rowOf(model, features));

test("a row falls to one leaf, whose value is added to the bias; a value on the threshold goes left", () => {
  expect(score({ covered: 0.5, run: 9 })).toBe(-0.75);
  expect(score({ covered: 0.6, run: 3 })).toBe(0.75);
  expect(score({ covered: 0.6, run: 4 })).toBe(2.25);
});

test("features are known by name: their order does not matter, and one that is not told is 0", () => {
  expect(score({ run: 4, covered: 0.6, other: 7 })).toBe(2.25);
  expect(score({})).toBe(-0.75);
});

test("any row ends in some leaf", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (covered, run) => {
      expect([-0.75, 0.75, 2.25]).toContain(score({ covered, run }));
    }),
  );
});

test("arrays that would walk in a circle or out of the tree are refused", () => {
  const [tree] = model.trees;
  const withLeft = (left: number[]) =>
    treesSchema.safeParse({ ...model, trees: [{ ...tree, left }] }).success;
  expect(withLeft([1, 0, 3, 0, 0])).toBe(true);
  expect(withLeft([0, 0, 3, 0, 0])).toBe(false);
  expect(withLeft([9, 0, 3, 0, 0])).toBe(false);
  expect(withLeft([1, 0, 3])).toBe(false);
});
