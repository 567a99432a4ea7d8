import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrationSchema, probabilityOf } from "./calibrate.ts";

const calibration = calibrationSchema.parse({ scores: [-2, 0, 1], probabilities: [0.1, 0.3, 0.9] });

test("a score between two points lies on the line between them; outside, it has the nearest point's probability", () => {
  expect(probabilityOf(calibration, -1)).toBeCloseTo(0.2, 9);
  expect(probabilityOf(calibration, 0.5)).toBeCloseTo(0.6, 9);
  expect(probabilityOf(calibration, -9)).toBe(0.1);
  expect(probabilityOf(calibration, 9)).toBe(0.9);
});

test("a higher score is never less probable", () => {
  const scores = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(scores, scores, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(probabilityOf(calibration, high)).toBeGreaterThanOrEqual(probabilityOf(calibration, low));
    }),
  );
});

test("a line that falls is no calibration", () => {
  expect(calibrationSchema.safeParse({ scores: [0, 1], probabilities: [0.5, 0.4] }).success).toBe(false);
  expect(calibrationSchema.safeParse({ scores: [1, 0], probabilities: [0.4, 0.5] }).success).toBe(false);
});
