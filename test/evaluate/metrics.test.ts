import { describe, expect, it } from "vitest";
import { scoreAnswers } from "#evaluate/score/answers.ts";
import { scoreCitations } from "#evaluate/score/citations.ts";
import { scoreFigures } from "#evaluate/score/figures.ts";
import { scoreLookup } from "#evaluate/score/lookup.ts";
import { scoreRetrieval } from "#evaluate/score/retrieval.ts";
import { scoreDeterminism, scoreFailures, scoreLatency } from "#evaluate/score/running.ts";
import { score } from "#evaluate/score/score.ts";
import { scoreStatuses } from "#evaluate/score/statuses.ts";
import { scoreUnderstanding } from "#evaluate/score/understanding.ts";
import { cite, handMadeItems, handMadeRun, hit, row, usedRow } from "./hand-made.ts";

describe("understanding", () => {
  const question = { reading: { regions: ["甲区"], years: [2021, 2022], kinds: ["actual" as const] } };

  it("is right when every part with gold is, in whatever order", () => {
    const read = { regions: ["甲区"], years: [2022, 2021], kinds: ["actual" as const], operation: "series" };
    const wrong = { ...read, years: [2022] };
    const scores = scoreUnderstanding(
      handMadeItems({ question, record: { reading: read } }, { question, record: { reading: wrong } }),
    );
    expect(scores.right).toMatchObject({ value: 0.5, n: 2 });
    expect(scores.parts).toMatchObject({ years: { value: 0.5 } });
    expect(scores.parts).toMatchObject({ regions: { value: 1 } });
    expect(scores.parts).toMatchObject({ operation: { n: 0 } });
  });

  it("asks for a kind only where one figure is looked up, and sees refusals in the status", () => {
    const met = { kinds: ["target" as const], operation: "met" };
    const refused = { operation: "refuse" };
    const scores = scoreUnderstanding(
      handMadeItems(
        { question: { reading: met }, record: { reading: { operation: "met", kinds: [] } } },
        {
          question: { reading: refused },
          record: { reading: { operation: "value" } },
          response: { status: "refused" },
        },
      ),
    );
    expect(scores.right).toMatchObject({ value: 1, n: 2 });
    expect(scores.parts).toMatchObject({ kinds: { n: 0 }, operation: { value: 1, n: 2 } });
  });

  it("is not measured where the reading is not shown, but for the words of the stand-alone question", () => {
    const asked = { ...question.reading, mentions: ["乙区", "增速"] };
    const items = handMadeItems(
      { question },
      { question: { reading: asked }, response: { question: "乙区2022年增长多少？" } },
    );
    const { right, parts } = scoreUnderstanding(items);
    expect(right).toMatchObject({ value: 0, n: 1 });
    expect(parts).toMatchObject({ mentions: { value: 0.5, n: 2 } });
  });
});

describe("retrieval", () => {
  const question = { evidence: ["甲证", "乙证"], evidence_all: true };

  it("counts the evidence found, by rank", () => {
    const lexical = [hit("无"), hit("有 甲 证。"), hit("无"), hit("乙|证")];
    const [item] = handMadeItems({ question, record: { retrieval: { lexical } } });
    const scores = scoreRetrieval(item === undefined ? [] : [item]).lexical;
    expect(scores?.recall["1"]?.value).toBe(0);
    expect(scores?.recall["3"]?.value).toBe(0.5);
    expect(scores?.recall["5"]?.value).toBe(1);
    expect(scores?.reciprocalRank.value).toBe(0.5);
    const expected = (1 / Math.log2(3) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3));
    expect(scores?.ndcg.value).toBeCloseTo(expected, 12);
  });

  it("shows the modes side by side and leaves out what was not recorded", () => {
    const retrieval = { lexical: [hit("甲证乙证")], hybrid: [hit("无")] };
    const scores = scoreRetrieval(handMadeItems({ question, record: { retrieval } }));
    expect(scores.lexical?.ndcg.value).toBe(1);
    expect(scores.hybrid?.ndcg.value).toBe(0);
    expect(scores.dense).toBeUndefined();
  });

  it("does not take evidence from another report", () => {
    const record = { retrieval: { dense: [hit("甲证", "d2")] } };
    const items = handMadeItems({ question: { evidence: ["甲证"], doc: ["one.txt"] }, record });
    expect(scoreRetrieval(items).dense?.recall["1"]?.value).toBe(0);
  });

  it("ranks documents where the gold is graded documents, each at its first passage", () => {
    const record = { retrieval: { dense: [hit("一", "d2"), hit("二", "d2"), hit("三", "d1")] } };
    const items = handMadeItems({ question: { relevant: { "one.txt": 2, "two.txt": 1 } }, record });
    const expected = (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3));
    expect(scoreRetrieval(items).dense?.ndcg.value).toBeCloseTo(expected, 12);
    expect(scoreRetrieval(items).dense?.recall["1"]?.value).toBe(0.5);
  });
});

describe("lookup", () => {
  const question = {
    cells: [{ region: "甲区", year: 2022, indicator: "GDP", kind: "actual" as const, value: 3.7 }],
  };

  it("wants region, year, indicator, kind and value all equal", () => {
    const items = handMadeItems(
      { question, response: { indicators: [usedRow()] }, record: { lookups: [[row()]] } },
      { question, response: { indicators: [usedRow({ year: 2021 })] }, record: { lookups: [[]] } },
    );
    const scores = scoreLookup(items);
    expect(scores.used.value).toBe(0.5);
    expect(scores.inTable.value).toBe(0.5);
    expect(scores.kindSwapped.value).toBe(0);
  });

  it("tells a target in the place of an actual", () => {
    const items = handMadeItems({
      question,
      response: { indicators: [usedRow({ kind: "target", value: 4 })] },
    });
    expect(scoreLookup(items)).toMatchObject({
      used: { value: 0 },
      kindSwapped: { value: 1 },
      inTable: { n: 0 },
    });
  });

  it("looks for the wanted figures in the rows where the gold has only table evidence", () => {
    const evidence = { must: [["17.1"], ["甲区"]], evidence_cells: [["人均", "17.1"]] };
    const items = handMadeItems(
      { question: evidence, response: { indicators: [usedRow({ raw: "17.1" })] } },
      { question: evidence, response: { indicators: [] } },
      { question: { ...evidence, computed: true } },
    );
    expect(scoreLookup(items).figuresInRows).toMatchObject({ value: 0.5, n: 2 });
  });
});

describe("answer", () => {
  it("is complete by its groups, over what was answered", () => {
    const question = { must: [["一"], ["二"]], must_not: ["错"] };
    const items = handMadeItems(
      { question, response: { answer: "一二" } },
      { question, response: { answer: "一错" } },
      { question, response: { status: "refused" } },
    );
    const scores = scoreAnswers(items);
    expect(scores.completeness).toMatchObject({ value: 0.75, n: 2 });
    expect(scores.complete.value).toBe(0.5);
    expect(scores.clean.value).toBe(0.5);
  });
});

describe("citations", () => {
  it("support a claim by its figures, or by its words when it has none", () => {
    const answer = "增长3.7%[1]。\n\n- 建成公园三座[2]。\n- 下降9.9%[1]。\n- 另有安排。";
    const citations = [cite("2022年增长3.7%"), cite("全年建成公园三座", 2)];
    const { precision, recall } = scoreCitations(handMadeItems({ response: { answer, citations } }));
    expect(precision.value).toBeCloseTo(2 / 3, 12);
    expect(recall.value).toBe(0.75);
  });

  it("do not support by a year alone", () => {
    const response = { answer: "2022年增长3.7%[1]。", citations: [cite("2022年下降")] };
    expect(scoreCitations(handMadeItems({ response })).precision.value).toBe(0);
  });

  it("are exact when the document holds the quote at its offsets", () => {
    const response = { answer: "有[1][2]。", citations: [cite("甲"), cite("乙", 2)] };
    const slices = [
      { marker: 1, text: "甲" },
      { marker: 2, text: null },
    ];
    expect(scoreCitations(handMadeItems({ response, record: { slices } })).exactness).toMatchObject({
      value: 0.5,
      n: 2,
    });
  });
});

describe("status", () => {
  it("counts expectation against outcome, and refusals both ways", () => {
    const refuse = { expect: "refuse" as const };
    const items = handMadeItems(
      { question: refuse, response: { status: "refused" } },
      { question: refuse, response: { status: "answered" } },
      { response: { status: "refused" } },
      { response: { status: "answered" } },
      { response: { status: "clarify" } },
      { response: null },
    );
    const scores = scoreStatuses(items);
    expect(scores.confusion).toEqual({
      refuse: { answered: 1, clarify: 0, refused: 1, failed: 0 },
      answer: { answered: 1, clarify: 1, refused: 1, failed: 1 },
    });
    expect(scores.refusalPrecision.value).toBe(0.5);
    expect(scores.refusalRecall.value).toBe(0.5);
    expect(scores.overRefusal.value).toBe(0.25);
    expect(scores.overClarification.value).toBe(0.25);
    expect(scores.right.value).toBeCloseTo(2 / 6, 12);
  });
});

describe("figures", () => {
  const ungrounded = (answer: string, quote = "由7.9增至17.1") =>
    scoreFigures(handMadeItems({ response: { answer, citations: [cite(quote)] } })).ungrounded;

  it("stand in a cited quote", () => {
    expect(ungrounded("为17.1[1]。")).toBe(0);
    expect(ungrounded("为17.2[1]。")).toBe(1);
    expect(ungrounded("为7.1[1]。")).toBe(1);
  });

  it("or come out of a computation that is stated", () => {
    expect(ungrounded("相差9.2万元（17.1万元 − 7.9万元 = 9.2万元）[1]。")).toBe(0);
    expect(ungrounded("相差9.3万元（17.1 − 7.9 = 9.3）[1]。")).toBe(2);
    expect(ungrounded("相差9.2万元[1]。")).toBe(1);
  });

  it("state nothing in a suggested question that the answer repeats, and something beside it", () => {
    const suggestions = ["甲区2021年增速是多少？"];
    const items = (answer: string) => handMadeItems({ response: { answer, suggestions } });
    expect(scoreFigures(items("可以问“甲区2021年增速是多少？”。"))).toMatchObject({
      figures: 0,
      ungrounded: 0,
    });
    expect(scoreFigures(items("甲区2021年增速是5%。"))).toMatchObject({ ungrounded: 2 });
  });

  it("but not list ordinals, nor years of what is cited or asked", () => {
    const response = {
      answer: "1. 2022年为5[1]。\n2. 2021年为5。",
      citations: [cite("5")],
      indicators: [usedRow()],
    };
    const question = { turns: ["2021年呢？"] };
    expect(scoreFigures(handMadeItems({ question, response }))).toEqual({
      figures: 4,
      ungrounded: 0,
      questions: [],
    });
  });

  it("nor the number of items that the answer lists", () => {
    const answer = "有2项：\n\n1. 甲[1]\n2. 乙[1]";
    expect(ungrounded(answer)).toBe(0);
    expect(ungrounded(answer.replace("有2项", "有3项"))).toBe(1);
    expect(ungrounded(answer.replace("有2项", "为2%"))).toBe(1);
  });

  it("name the questions at fault", () => {
    expect(scoreFigures(handMadeItems({}, { response: { answer: "88" } })).questions).toEqual(["q2"]);
  });
});

describe("running", () => {
  it("gives nearest-rank percentiles of what was answered", () => {
    const cases = Array.from({ length: 100 }, (_, index) => ({ milliseconds: 100 - index }));
    const scores = scoreLatency(handMadeItems(...cases, { response: null, milliseconds: 9999 }));
    expect([scores.p50, scores.p95, scores.p99, scores.max]).toEqual([50, 95, 99, 100]);
  });

  it("compares the bytes of two askings", () => {
    const items = handMadeItems({ record: { repeatDigest: "a" } }, { record: { repeatDigest: "b" } }, {});
    expect(scoreDeterminism(items)).toMatchObject({ value: 0.5, n: 2 });
  });

  it("counts failures to answer", () => {
    expect(scoreFailures(handMadeItems({}, { response: null })).value).toBe(0.5);
  });
});

describe("a whole run", () => {
  it("scores an empty run as not measured, never as 0 or 1", () => {
    const scores = score({ ...handMadeRun({ question: { must: [["1"]] } }), records: [] });
    expect(scores).toMatchObject({ asked: 0, unasked: 1 });
    expect(scores.overall.points).toEqual({ value: null, low: null, high: null, n: 0 });
    expect(scores.components.status.right.value).toBeNull();
    expect(scores.components.citations.exactness.value).toBeNull();
    expect(scores.components.latency.p50).toBeNull();
    expect(scores.components.figures).toEqual({ figures: 0, ungrounded: 0, questions: [] });
  });

  it("scores an all-wrong run as 0 with each question at fault", () => {
    const question = { must: [["3.7"]], evidence: ["3.7"] };
    const wrong = { question, response: { answer: "为9[1]。", citations: [cite("为9")] } };
    const scores = score(handMadeRun(wrong, wrong, { question, response: { status: "refused" } }));
    expect(scores.overall).toMatchObject({
      points: { value: 0, low: 0, high: 0, n: 3 },
      right: { value: 0 },
      rightAndCited: { value: 0 },
    });
    expect(scores.components.answer.completeness.value).toBe(0);
    expect(scores.components.citations.goldCited.value).toBe(0);
    expect(scores.faults.answer).toEqual(["q1", "q2"]);
    expect(scores.faults.status).toEqual(["q3"]);
  });

  it("looks at the reading alone where answers are not graded", () => {
    const reading = { reading: { years: [2022] } };
    const question = { ...reading, expect: "any" as const };
    const scores = score(
      handMadeRun({ question, record: reading }, { question, record: { reading: { years: [2021] } } }),
    );
    expect(scores.overall.points.n).toBe(0);
    expect(scores.faults.understanding).toEqual(["q2"]);
  });

  it("gives half points and full points by category", () => {
    const question = { must: [["3.7"]], evidence: ["3.7"] };
    const whole = {
      question: { ...question, category: "b" },
      response: { answer: "3.7[1]", citations: [cite("3.7")] },
    };
    const half = { question, response: { answer: "3.7" } };
    const scores = score(handMadeRun(whole, half));
    expect(scores.categories).toMatchObject({ b: { points: { value: 1 } } });
    expect(scores.categories).toMatchObject({ c: { points: { value: 0.5 } } });
    expect(scores.overall).toMatchObject({
      points: { value: 0.75 },
      right: { value: 1 },
      rightAndCited: { value: 0.5 },
    });
  });
});
