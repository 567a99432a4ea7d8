import { describe, expect, it } from "vitest";
import { auc, type Judged, measureReading, thresholdAt } from "#evaluate/score/reading.ts";

const can = (probability: number, evidence = 0): Judged => ({
  answerable: true,
  probability,
  evidence,
  right: evidence === 0,
});
const cannot = (probability: number): Judged => ({
  answerable: false,
  probability,
  evidence: -1,
  right: false,
});

describe("the reader by itself", () => {
  it("is measured by where the first evidence stands, over the questions that can be answered", () => {
    const { held, first, inThree } = measureReading([can(0.9, 0), can(0.8, 2), can(0.7, 5), can(0.6, -1)]);
    expect({ held, first, inThree }).toEqual({ held: 0.75, first: 0.25, inThree: 0.5 });
  });

  it("tells answerable questions from others by an area under a curve, ties counted half", () => {
    expect(auc([0.9, 0.5], [0.1, 0.5])).toBe(0.875);
    expect(auc([0.9], [])).toBeNull();
  });

  it("refuses what lies below the tenth of the answerable that may be lost", () => {
    const likely = Array.from({ length: 20 }, (_, at) => (at + 1) / 20);
    expect(thresholdAt(likely, 0.1)).toBe(0.15);
    const { refusal } = measureReading([...likely.map((value) => can(value)), cannot(0.1), cannot(0.4)]);
    expect(refusal.find(({ overRefusal }) => overRefusal === 0.1)?.refused).toBe(0.5);
  });

  it("sets each tenth of probability against how often the best stretch is evidence", () => {
    const { calibration, brier } = measureReading([can(0.95), can(0.92, 3), cannot(0.05)]);
    expect(calibration[9]).toEqual({ from: 0.9, n: 2, right: 0.5 });
    expect(calibration[0]).toEqual({ from: 0, n: 1, right: 0 });
    expect(brier).toBeCloseTo((0.05 ** 2 + 0.92 ** 2 + 0.05 ** 2) / 3, 10);
  });
});
