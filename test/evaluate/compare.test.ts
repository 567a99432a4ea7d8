import { describe, expect, it } from "vitest";
import { checkGate, gateFrom } from "#evaluate/gate.ts";
import { compareRuns, describeComparison } from "#evaluate/score/compare.ts";
import { score } from "#evaluate/score/score.ts";
import { type Case, cite, handMadeRun } from "./hand-made.ts";

const question = { must: [["3.7"]], evidence: ["3.7"], doc: ["one.txt"] };
const FULL: Case = { question, response: { answer: "3.7[1]", citations: [cite("3.7")] } };
const HALF: Case = {
  question,
  response: { answer: "3.7", citations: [cite("3.7", 1, "d2")] },
  record: { digest: "b" },
};
const WRONG: Case = { question, response: { answer: "没有" }, record: { digest: "c" } };
const times = (count: number, one: Case) => Array<Case>(count).fill(one);

describe("a comparison", () => {
  it("shows what flipped each way and tests it", () => {
    const before = handMadeRun(...times(9, FULL), ...times(1, WRONG), ...times(5, FULL));
    const after = handMadeRun(...times(9, WRONG), ...times(1, FULL), ...times(5, FULL));
    const comparison = compareRuns(before, after);
    expect(comparison.lost.map(({ id }) => id)).toEqual([
      "q1",
      "q2",
      "q3",
      "q4",
      "q5",
      "q6",
      "q7",
      "q8",
      "q9",
    ]);
    expect(comparison.gained.map(({ id }) => id)).toEqual(["q10"]);
    expect(comparison.p).toBeCloseTo(22 / 1024, 12);
    expect(comparison).toMatchObject({
      paired: 15,
      unpaired: 0,
      significantLoss: true,
      changedResponses: 10,
    });
    expect(describeComparison(comparison)).toContain("A significant loss.");
  });

  it("does not call a significant gain a loss, nor a small loss significant", () => {
    const ten = handMadeRun(...times(10, FULL));
    expect(compareRuns(handMadeRun(...times(10, WRONG)), ten).significantLoss).toBe(false);
    expect(compareRuns(ten, handMadeRun(...times(5, WRONG), ...times(5, FULL))).p).toBeCloseTo(0.0625, 12);
    expect(compareRuns(ten, handMadeRun(...times(5, WRONG), ...times(5, FULL))).significantLoss).toBe(false);
  });

  it("pairs only questions with the same gold", () => {
    const changed = { ...FULL, question: { ...question, must: [["3.8"]] } };
    const comparison = compareRuns(handMadeRun(FULL, FULL), handMadeRun(FULL, changed, FULL));
    expect(comparison).toMatchObject({ paired: 1, unpaired: 3 });
  });

  it("finds nothing between a run and itself", () => {
    const run = handMadeRun(FULL, HALF, WRONG);
    expect(compareRuns(run, run)).toMatchObject({
      p: 1,
      gained: [],
      lost: [],
      shifted: [],
      changedResponses: 0,
    });
  });

  it("tells which answers have figures newly without ground", () => {
    const invented: Case = { question, response: { answer: "3.7[1]，88", citations: [cite("3.7")] } };
    expect(compareRuns(handMadeRun(FULL), handMadeRun(invented)).newlyUngrounded).toEqual(["q1"]);
  });

  it("of an empty pair of runs is no loss", () => {
    const empty = { ...handMadeRun(FULL), records: [] };
    expect(compareRuns(empty, empty)).toMatchObject({
      paired: 0,
      before: null,
      p: 1,
      significantLoss: false,
    });
  });
});

describe("the gate", () => {
  const gate = gateFrom(score(handMadeRun(FULL, FULL, HALF, WRONG)), new Date("2026-01-02T00:00:00Z"));
  const problems = (...cases: Case[]) => checkGate(score(handMadeRun(...cases)), gate);

  it("records the level of a run, which that run passes", () => {
    expect(gate).toEqual({ set: "hand-made", questions: 4, rightAndCited: 0.5, recorded: "2026-01-02" });
    expect(problems(FULL, FULL, FULL, WRONG)).toEqual([]);
    expect(problems(FULL, FULL, HALF, WRONG)).toEqual([]);
  });

  it("is closed below the level", () => {
    expect(problems(FULL, HALF, HALF, WRONG)).toEqual([
      "Right and cited fell to 0.2500 from the recorded 0.5000.",
    ]);
  });

  it("is closed on a figure without ground, a broken quote and a missing answer", () => {
    const invented = { question, response: { answer: "3.7[1]，88", citations: [cite("3.7")] } };
    expect(problems(FULL, FULL, invented, WRONG)).toEqual(["1 figures have no ground, in q3."]);
    expect(problems(FULL, FULL, { ...FULL, record: { slices: [] } }, WRONG)).toHaveLength(1);
    expect(problems(FULL, FULL, { question, response: null }, WRONG)).toEqual(["No answer came to q3."]);
  });

  it("is closed to another set and to half a run", () => {
    expect(problems(FULL, FULL)).toHaveLength(1);
  });
});
