import { describe, expect, test } from "vitest";
import { createUnderstand } from "#question/understand.ts";
import { quantities } from "#read/features/quantities.ts";
import { askedOf, looking } from "#read/seen.ts";
import { foldPlain } from "#text/fold.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

/** What the reader is told of the figures of one sentence, for a question on `topic`. */
function told(asked: string, topic: string, sentence: string) {
  const document = documentWith({ text: sentence });
  const { outline } = sourcesOf([document]);
  const all = askedOf(
    { question: createUnderstand(outline)([asked]), wordings: [foldPlain(topic)] },
    { termWeight: () => 1, holdsTerm: () => true },
  );
  const span = { start: 0, end: sentence.length };
  const chunk = {
    ...{ id: "c", documentId: document.id, ordinal: 0, kind: "prose" as const, section: [] },
    ...{ text: sentence, context: "", ...span },
  };
  const passage = { chunk, score: 1, lexicalRank: 1, denseRank: null, coverage: 1 };
  const place = { documentId: document.id, ...span, passage, rank: 0, ordinal: 0, before: null };
  return quantities(looking(all)({ ...place, kind: "sentence" }, document), all);
}

describe("what is asked as a quantity", () => {
  const trade = "进出口总额5272亿美元，增长25.9%，接待游客300万人次。";

  test("is the subject of one of its dimension", () => {
    const features = told("接待了多少万人次游客", "接待 游客", trade);
    expect(features).toMatchObject({ quantityAsked: 1, quantityFits: 1, quantitySubject: 1 });
  });

  test("is not told by the figure of a wider thing", () => {
    const own = told("进出口总额是多少亿美元", "进出口总额", trade);
    const other = told("出口额是多少亿美元", "出口额", trade);
    expect(own["quantitySubject"]).toBe(1);
    expect(other["quantitySubject"]).toBeLessThan(1);
  });

  test("is not told by a figure of another dimension", () =>
    expect(told("新建了多少公里道路", "新建 道路", trade)).toMatchObject({
      quantityFits: 0,
      quantitySubject: 0,
    }));

  test("is nothing where none is asked", () =>
    expect(told("为什么进出口总额下降", "进出口总额", trade)).toMatchObject({
      quantityAsked: 0,
      quantityFits: -1,
    }));
});
