import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsIn } from "./words.ts";

test("a text is cut where the words of the dictionary end", () => {
  expect(wordsIn("城镇居民收入").map(({ word }) => word)).toEqual(["城镇", "居民", "收入"]);
});

test("the words put together are the text, each its own slice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const words = wordsIn(text);
      expect(words.map(({ word }) => word).join("")).toBe(text);
      for (const { word, start, end } of words) expect(text.slice(start, end)).toBe(word);
    }),
  );
});
