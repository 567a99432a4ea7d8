import fc from "fast-check";
import { expect, test } from "vitest";
import { pairsOf } from "./character-pairs.ts";

test("every two neighbours, in order", () => {
  expect(pairsOf("产业园区")).toEqual(["产业", "业园", "园区"]);
  expect(pairsOf("区")).toEqual([]);
});

test("each pair stands in the text, a rare character whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(pairsOf(text)).toHaveLength(Math.max([...text].length - 1, 0));
      for (const pair of pairsOf(text)) expect(text).toContain(pair);
    }),
  );
});
