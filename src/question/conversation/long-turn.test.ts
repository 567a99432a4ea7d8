import fc from "fast-check";
import { expect, test } from "vitest";
import { readPart } from "./long-turn.ts";

const FILLER = "全区上下认真贯彻落实各项决策部署，经济社会发展稳中有进。";

test("a question that people ask is read as it is", () => {
  const asked = "江北区2022年GDP增速是多少？".repeat(12);
  expect(readPart(asked)).toBe(asked);
});

test("of a pasted text the question in it is read, wherever it stands", () => {
  for (const at of [0, 20, 60]) {
    const sentences: string[] = Array(60).fill(FILLER);
    sentences.splice(at, 0, "请问这里说的失业率是多少？");
    expect(readPart(sentences.join(""))).toContain("失业率是多少？");
  }
});

test("what is read is bounded, and its sentences keep their order", () => {
  const word = fc.constantFrom("多少", "？", "。", "地区生产总值", "\n", "2022年", "what ");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 800 }), (words) => {
      const read = readPart(words.join(""));
      expect(read.length).toBeLessThanOrEqual(240);
      const all = words.join("").split(/(?<=[。？\n])/u);
      let from = 0;
      for (const sentence of read.split(/(?<=[。？\n])/u)) {
        const at = all.findIndex((each, place) => place >= from && each.startsWith(sentence));
        expect(at).toBeGreaterThanOrEqual(0);
        from = at;
      }
    }),
  );
});
