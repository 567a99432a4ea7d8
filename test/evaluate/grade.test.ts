import { describe, expect, it } from "vitest";
import { type Case, cite, handMadeItem } from "./hand-made.ts";

const grade = (one: Case) => handMadeItem(one).grade;

const GOLD = { must: [["3.7"]], evidence: ["增长3.7%"], doc: ["one.txt"] };

describe("an answer", () => {
  it("is worth 1 when it is right and cites the evidence", () => {
    const response = { answer: "增长3.7%[1]。", citations: [cite("甲区 增长 3.7%。")] };
    expect(grade({ question: GOLD, response })).toMatchObject({ right: true, cited: true, points: 1 });
  });

  it("is worth half when no citation holds the evidence", () => {
    const response = { answer: "增长3.7%[1]。", citations: [cite("甲区增长。")] };
    expect(grade({ question: GOLD, response })).toMatchObject({ right: true, cited: false, points: 0.5 });
  });

  it("is worth half when the evidence is cited from another report", () => {
    const response = { answer: "增长3.7%[1]。", citations: [cite("增长3.7%", 1, "d2")] };
    expect(grade({ question: GOLD, response })?.points).toBe(0.5);
  });

  it("is judged by the quote alone when a citation's source name is unknown", () => {
    const response = { answer: "增长3.7%[1]。", citations: [cite("增长3.7%", 1, "elsewhere")] };
    expect(grade({ question: GOLD, response })?.points).toBe(1);
  });

  it("is wrong without one alternative of every group", () => {
    const question = { must: [["2442.6", "2,442.6"], ["渝北"]] };
    expect(grade({ question, response: { answer: "为2442亿元" } })?.missing).toHaveLength(2);
    expect(grade({ question, response: { answer: "渝北为2,442.6亿元" } })?.right).toBe(true);
  });

  it("is wrong when it holds a forbidden string, also inside a longer figure", () => {
    const question = { must: [["3.7"]], must_not: ["17.1亿"] };
    expect(grade({ question, response: { answer: "3.7，不是117.1亿" } })).toMatchObject({
      right: false,
      points: 0,
    });
  });

  it("is wrong when the question was to be refused, and the other way round", () => {
    expect(grade({ question: { expect: "refuse" }, response: { status: "answered" } })?.points).toBe(0);
    expect(grade({ question: GOLD, response: { status: "refused", answer: "没有3.7" } })?.points).toBe(0);
  });

  it("is wrong when there is none", () => {
    expect(grade({ question: GOLD, response: null })).toMatchObject({ right: false, points: 0 });
  });

  it("does not pass on its citation markers", () => {
    expect(grade({ question: { must: [["1"]] }, response: { answer: "有[1]。" } })?.right).toBe(false);
  });
});

describe("a refusal that is wanted", () => {
  it("is worth 1 and needs no citation", () => {
    const graded = grade({
      question: { expect: "refuse" },
      response: { status: "refused", answer: "没有。" },
    });
    expect(graded).toMatchObject({ right: true, cited: null, points: 1 });
  });

  it("is wrong when it gives the forbidden figure", () => {
    const question = { expect: "refuse" as const, must_not: ["1707"] };
    expect(grade({ question, response: { status: "refused", answer: "1707" } })?.points).toBe(0);
  });
});

describe("a question back", () => {
  const either = { ...GOLD, expect: "answer_or_clarify" as const };
  it("is worth 1 where it is allowed, whatever an answer would have had to hold", () => {
    expect(grade({ question: either, response: { status: "clarify", answer: "哪个区？" } })?.points).toBe(1);
    expect(grade({ question: { expect: "clarify" }, response: { status: "clarify" } })?.points).toBe(1);
  });

  it("may be replaced by a whole answer", () => {
    const response = { answer: "3.7%[1]", citations: [cite("增长3.7%")] };
    expect(grade({ question: either, response })?.points).toBe(1);
    expect(grade({ question: either, response: { answer: "3.8%" } })?.points).toBe(0);
  });

  it("is wrong where an answer is wanted", () => {
    expect(grade({ question: GOLD, response: { status: "clarify", answer: "哪个区？3.7" } })?.points).toBe(0);
  });
});

describe("evidence", () => {
  const cited = (question: Case["question"], ...quotes: string[]) =>
    grade({ question: { must: [], ...question }, response: { citations: quotes.map((one) => cite(one)) } })
      ?.cited;

  it("is any one of several", () => {
    expect(cited({ evidence: ["甲句", "乙句"] }, "乙句。")).toBe(true);
  });

  it("is every one where all are asked for, in whichever citation", () => {
    const question = { evidence: ["甲句", "乙句"], evidence_all: true };
    expect(cited(question, "甲句。")).toBe(false);
    expect(cited(question, "甲句。", "乙句。")).toBe(true);
  });

  it("is one of each group where groups are given", () => {
    const question = { evidence: ["甲", "乙", "丙"], evidence_groups: [["甲", "乙"], ["丙"]] };
    expect(cited(question, "甲", "乙")).toBe(false);
    expect(cited(question, "乙", "丙")).toBe(true);
  });

  it("is compared without white space and table bars", () => {
    expect(cited({ evidence: ["人均（万元）16.517.1"] }, "| 人均（万元） | 16.5 | 17.1 |")).toBe(true);
  });
});

it("grades nothing in a set that measures retrieval alone", () => {
  expect(grade({ question: { expect: "any" } })).toBeNull();
});
