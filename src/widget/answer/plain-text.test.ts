import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftText, plainText, wholeSentences } from "./plain-text.ts";

describe("text as shown", () => {
  test("has no control characters and no bidirectional tricks, and is else untouched", () => {
    expect(plainText("增长\u202e3.7%\u0000\u2066。\n<b>")).toBe("增长3.7%。\n<b>");
  });

  test("a draft leaves out markers, also half ones, table rows and emphasis", () => {
    expect(draftText("增长3.7%。[1][2]目标[")).toBe("增长3.7%。目标");
    expect(draftText("增长3.7%。[1")).toBe("增长3.7%。");
    expect(draftText("**增速**\n| a | b |\n| - | - |\n- 一")).toBe("增速\n· 一");
  });
});

describe("sentences to read out", () => {
  test("are whole, without markers; what is not ended yet waits", () => {
    const text = "增长3.7%。[1][2]目标是7%；[1]还有";
    expect(wholeSentences(text, 0)).toEqual({
      sentences: ["增长3.7%。", "目标是7%；"],
      end: text.indexOf("还有"),
    });
  });

  test("never hold Markdown: a table row is its cells, a list item its words", () => {
    const text = "**三地**比较。\n| 地区 | 实际 |\n| --- | --- |\n| 江北区 | 3.7%[1] |\n- 一\n1. 二\n";
    expect(wholeSentences(text, 0).sentences).toEqual([
      "三地比较。",
      "地区，实际",
      "江北区，3.7%",
      "一",
      "二",
    ]);
  });

  test("are the same however the text was cut in two", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("甲", "。", "；", "\n", "3.7", " ") }),
        fc.nat(),
        (text, at) => {
          const first = wholeSentences(text.slice(0, at), 0);
          const second = wholeSentences(text, first.end);
          expect([...first.sentences, ...second.sentences].join("")).toBe(
            wholeSentences(text, 0).sentences.join(""),
          );
        },
      ),
    );
  });

  test("take no time to find where there are none", () => {
    const began = performance.now();
    wholeSentences("长".repeat(200_000), 0);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
