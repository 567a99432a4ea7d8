import fc from "fast-check";
import { expect, test } from "vitest";
import { fuse } from "./fuse.ts";
import { spread } from "./spread.ts";
import { RETRIEVAL_WEIGHTS } from "./weights.ts";

const hits = (positions: readonly number[]) =>
  positions.map((position, at) => ({ position, score: 100 - at }));
const lists = (lexical: readonly number[], dense: readonly number[]) => ({
  lexical: hits(lexical),
  dense: hits(dense),
  mode: "hybrid" as const,
  weights: RETRIEVAL_WEIGHTS,
  gain: () => 1,
});
const positions = fc.uniqueArray(fc.nat(30), { maxLength: 20 });

test("what both lists hold high comes first", () => {
  expect(fuse(lists([3, 1, 2], [1, 3, 4])).map((found) => found.position)).toEqual([3, 1, 2, 4]);
});

test("every passage of either list comes once, best first", () => {
  fc.assert(
    fc.property(positions, positions, (lexical, dense) => {
      const fused = fuse(lists(lexical, dense));
      expect(new Set(fused.map((found) => found.position))).toEqual(new Set([...lexical, ...dense]));
      expect(fused).toHaveLength(new Set([...lexical, ...dense]).size);
      for (const [at, { score }] of fused.entries())
        expect(score).toBeLessThanOrEqual(fused[at - 1]?.score ?? score);
    }),
  );
});

test("with one list empty the order is the other's", () => {
  fc.assert(
    fc.property(positions, (some) => {
      expect(fuse(lists(some, [])).map((found) => found.position)).toEqual(some);
      expect(fuse(lists([], some)).map((found) => found.position)).toEqual(some);
    }),
  );
});

test("spreading only reorders", () => {
  fc.assert(
    fc.property(positions, fc.nat(4), (some, rounds) => {
      const sides = [() => true, () => false];
      expect(spread(some, () => undefined, { sides, rounds })).toEqual(some);
    }),
  );
});
