import { expect, test } from "vitest";
import { type Mix, probabilityOf, signsOf, weighed } from "./mix.ts";

const nothing = { behind: 0, answers: 0, first: 0, cross: 0, crossBehind: 0 };
const mix: Mix = {
  about: "A mix for tests.",
  rank: { ...nothing, behind: 1, cross: 1 },
  answer: { ...nothing, answers: 0.5, cross: 0.5, bias: -1 },
};

test("what each holds of a unit is told as it is, and behind the best of the question", () => {
  const trees = [
    { rankScore: 2, odds: 1 },
    { rankScore: 1, odds: -1 },
  ];
  expect(signsOf(trees, [-3, 4])).toEqual([
    { behind: 0, answers: 1, first: 1, cross: -3, crossBehind: -7 },
    { behind: -1, answers: -1, first: 0, cross: 4, crossBehind: 0 },
  ]);
});

test("the cross-encoder may put another unit first than the trees", () => {
  const [first = nothing, second = nothing] = signsOf(
    [
      { rankScore: 2, odds: 1 },
      { rankScore: 1, odds: -1 },
    ],
    [-3, 4],
  );
  expect(weighed(mix.rank, second)).toBeGreaterThan(weighed(mix.rank, first));
});

test("the answer's score is the logarithm of the odds", () => {
  const [only = nothing] = signsOf([{ rankScore: 0, odds: 1 }], [1]);
  expect(probabilityOf(mix, only)).toBeCloseTo(0.5, 12);
});
