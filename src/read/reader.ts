import type { RankedPassage } from "#domain/evidence.ts";
import { type Calibration, probabilityOf } from "./calibrate.ts";
import { type FeaturedUnit, featurise, type ReadingSources } from "./featurise.ts";
import { type Embed, remembering } from "./likeness.ts";
import type { ReadUnit } from "./read-unit.ts";
import type { SecondStage } from "./second/second-stage.ts";
import type { Reading } from "./seen.ts";
import { rowOf, scoreOf, type Trees } from "./trees.ts";

/**
 * Reads passages for a question: their units, the likeliest to answer first. The port behind which the shipped trees
 * stand; a language model is another reader.
 */
export interface Reader {
  read(reading: Reading, passages: readonly RankedPassage[]): Promise<ReadUnit[]>;
}

/** What the training makes. */
export interface ReaderModel {
  /** Which unit of a question's tells what is asked. */
  readonly ranker: Trees;
  /** Whether a unit answers at all, told with the ranker's verdict among its features. */
  readonly answerer: Trees;
  readonly calibration: Calibration;
}

export interface ReaderParts {
  readonly sources: ReadingSources;
  readonly embed: Embed;
  /** Reads the best units once more; left out, the trees' word stands. */
  readonly second?: SecondStage;
}

/** The shipped reader: deterministic, the trees in a few milliseconds a question, then the second stage on the best of them. */
export function createReader(model: ReaderModel, { sources, embed: plain, second }: ReaderParts): Reader {
  const embed = remembering(plain);
  return {
    async read(reading, passages) {
      const featured = await featurise(reading, passages, { sources, embed });
      const units = judged(model, featured);
      return second === undefined ? units : second(reading.question, units);
    },
  };
}

/** Ranks and judges featured units; best first, ties in the order given. */
export function judged(
  { ranker, answerer, calibration }: ReaderModel,
  featured: readonly FeaturedUnit[],
): ReadUnit[] {
  const ranked = withRank(ranker, featured);
  return ranked.map(({ unit, features }) => {
    const odds = scoreOf(answerer, rowOf(answerer, features));
    return { unit, features, odds, probability: probabilityOf(calibration, odds) };
  });
}

/** The units by the ranker's score, best first, with what the ranker thinks of them as features. */
export function withRank(ranker: Trees, featured: readonly FeaturedUnit[]): FeaturedUnit[] {
  const scored = featured
    .map((each) => ({ ...each, score: scoreOf(ranker, rowOf(ranker, each.features)) }))
    .sort((one, other) => other.score - one.score);
  const [best, second] = scored;
  return scored.map(({ unit, features, score }, rank) => ({
    unit,
    features: {
      ...features,
      rankScore: score,
      rankPlace: rank,
      rankBehind: (best?.score ?? 0) - score,
      rankAhead: rank === 0 ? score - (second?.score ?? score - 5) : 0,
    },
  }));
}
