import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clauses, sentences } from "./sentences.ts";

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));
const pieces = (text: string) => clauses(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  test("end at full stops and line breaks, with the closing quotes behind them", () => {
    expect(cut("经济稳中有进。实现“开门红”！\n（一）工业\n全年增长5%")).toEqual([
      "经济稳中有进。",
      "实现“开门红”！",
      "（一）工业",
      "全年增长5%",
    ]);
  });

  test("do not end inside a quotation or a bracket", () => {
    expect(cut("树牢“早干晚干都要干。早干好”理念（详见附件。共三页）。推进落实。")).toEqual([
      "树牢“早干晚干都要干。早干好”理念（详见附件。共三页）。",
      "推进落实。",
    ]);
  });

  test("a quotation mark that is never closed holds nothing together", () => {
    expect(cut("发展“三线经济。继续推进。")).toEqual(["发展“三线经济。", "继续推进。"]);
  });

  test("do not end at a decimal point or a thousands comma", () => {
    expect(cut("增长3.9%.同比1,325亿元.")).toEqual(["增长3.9%.同比1,325亿元."]);
    expect(pieces("总量1,325亿元，增长3.9%；居首位。")).toEqual([
      "总量1,325亿元，",
      "增长3.9%；",
      "居首位。",
    ]);
  });

  test("only the span asked for is cut", () => {
    expect(sentences("甲。乙。丙。", { start: 2, end: 4 })).toEqual([{ start: 2, end: 4 }]);
  });

  test("together hold every character but white space, in order", () => {
    const unit = fc.constantFrom(
      "增",
      "长",
      "5",
      ".",
      "。",
      "；",
      "，",
      "“",
      "”",
      "（",
      "）",
      "\n",
      " ",
      "!",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        for (const spans of [sentences(text), clauses(text)]) {
          expect(
            spans
              .map(({ start, end }) => text.slice(start, end))
              .join("")
              .replace(/\s/g, ""),
          ).toBe(text.replace(/\s/g, ""));
          for (const [at, span] of spans.entries())
            expect(span.start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
        }
      }),
    );
  });
});
