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
  expect(fuse(lists([3, 1, 2], [1, 3, 4])).map((found) => found.position)).toEqual([1, 3, 2, 4]);
});

test("a first place far ahead outweighs one hardly ahead", () => {
  const far = [
    { position: 1, score: 9 },
    { position: 2, score: 3 },
  ];
  const near = [
    { position: 2, score: 0.81 },
    { position: 1, score: 0.8 },
    { position: 3, score: 0.5 },
  ];
  const [first, second] = fuse({ ...lists([], []), lexical: far, dense: near });
  expect([first?.position, second?.position]).toEqual([1, 2]);
  const turned = fuse({ ...lists([], []), lexical: near, dense: far });
  expect(turned[0]?.position).toBe(1);
  expect(first).toMatchObject({ lexicalRank: 1, denseRank: 2 });
});

test("scores of another size fuse alike", () => {
  const times = (factor: number) => [5, 3, 2].map((score, position) => ({ position, score: score * factor }));
  const order = (factor: number) =>
    fuse({ ...lists([], [2, 1, 0]), lexical: times(factor) }).map(({ score }) => Number(score.toFixed(9)));
  expect(order(1000)).toEqual(order(1));
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
