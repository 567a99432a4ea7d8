import { z } from "zod";
import type { ReadUnit } from "#read/read-unit.ts";

/** What the trees and the cross-encoder hold of a unit, each number with its weight. */
const weightsSchema = z.strictObject({
  /** The ranker's score behind that of its best unit. */
  behind: z.number(),
  /** The answerer's score: the logarithm of the odds that the unit answers. */
  answers: z.number(),
  /** Whether the ranker put it first. */
  first: z.number(),
  /** The cross-encoder's score. */
  cross: z.number(),
  /** The same behind its best of the question. */
  crossBehind: z.number(),
});

/** How the two are weighed: one linear score to rank by, one that is the logarithm of the odds that the unit answers. */
export const mixSchema = z.strictObject({
  about: z.string(),
  rank: weightsSchema,
  answer: weightsSchema.extend({ bias: z.number() }),
});

export type Mix = z.infer<typeof mixSchema>;
export type Signs = Readonly<z.infer<typeof weightsSchema>>;

/** What the trees hold of a unit. */
export interface OfTrees {
  readonly rankScore: number;
  readonly odds: number;
}

/** The signs of a question's units, in the ranker's order; `scores` are the cross-encoder's, in the same order. */
export function signsOf(units: readonly OfTrees[], scores: readonly number[]): Signs[] {
  const most = Math.max(...units.map(({ rankScore }) => rankScore));
  const best = Math.max(...scores);
  return units.map(({ rankScore, odds }, at) => {
    const cross = scores[at] ?? 0;
    return {
      behind: rankScore - most,
      answers: odds,
      first: Number(at === 0),
      cross,
      crossBehind: cross - best,
    };
  });
}

export const weighed = (weights: Signs, signs: Signs): number =>
  weights.behind * signs.behind +
  weights.answers * signs.answers +
  weights.first * signs.first +
  weights.cross * signs.cross +
  weights.crossBehind * signs.crossBehind;

/** The probability that a unit answers. */
export const probabilityOf = ({ answer }: Mix, signs: Signs): number =>
  1 / (1 + Math.exp(-(weighed(answer, signs) + answer.bias)));

/** Of another year or place than is asked about: the cross-encoder sees neither, so that it makes such a unit no likelier than the trees do. */
const isElsewhere = ({ features }: ReadUnit): boolean =>
  features["yearSupport"] === -1 || features["ofPlace"] === -1;

/** The units that both have read, the likeliest first, ties in the order given. */
export function mixed(mix: Mix, units: readonly ReadUnit[], scores: readonly number[]): ReadUnit[] {
  const signs = signsOf(
    units.map(({ features, odds }) => ({ rankScore: features["rankScore"] ?? 0, odds })),
    scores,
  );
  return units
    .flatMap((read, at) => {
      const own = signs[at];
      if (own === undefined) return [];
      const both = probabilityOf(mix, own);
      const probability = isElsewhere(read) ? Math.min(both, read.probability) : both;
      return [{ read: { ...read, probability }, rank: weighed(mix.rank, own) }];
    })
    .sort((one, other) => other.rank - one.rank)
    .map(({ read }) => read);
}
