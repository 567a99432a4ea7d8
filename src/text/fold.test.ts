import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldPlain } from "./fold.ts";

test("full-width, upper-case and traditional characters fold to one form", () => {
  expect(foldPlain("大渡口區２０２２年ＧＤＰ增速３．７％")).toBe("大渡口区2022年gdp增速3.7%");
});

test("the map leads back to the original offsets", () => {
  const { text, map } = fold("ⅣA區");
  expect(text).toBe("iva区");
  expect(map).toEqual([0, 0, 1, 2, 3]);
});

test("folding twice changes nothing, and the map never runs backwards", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (input) => {
      const { text, map } = fold(input);
      expect(text).toBe(foldPlain(input));
      expect(map).toHaveLength(text.length + 1);
      expect(map.at(-1)).toBe(input.length);
      for (let i = 1; i < map.length; i++) expect(map[i]).toBeGreaterThanOrEqual(map[i - 1] ?? 0);
    }),
  );
  expect(foldPlain(foldPlain("臺灣５Ｇ"))).toBe(foldPlain("臺灣５Ｇ"));
});
