import type { Desk } from "#answer/desk.ts";
import { officialNames } from "#indicators/catalogue.ts";
import { heldTerms, shareOf, termsOf } from "#read/query-terms.ts";

/** A question that is all indicator needs that indicator's own words. */
export const LEAST_OF_INDICATOR = 0.7;

/** 常住人口逐年是涨是跌: the course of an indicator is told by no sentence on another (常住居民收入). */
export const namesOne = ({ question: { indicators }, sources }: Desk, words: string): boolean =>
  indicators.some(({ phrase, concepts }) =>
    [phrase, ...concepts.flatMap(officialNames)].some((name) => {
      const terms = termsOf(sources, withoutMeasureWord(name));
      return shareOf(terms, heldTerms(terms, words)) >= LEAST_OF_INDICATOR;
    }),
  );

/** 老旧小区加装电梯数 asks for the lifts, not for the word 数. */
export const withoutMeasureWord = (name: string): string =>
  name.length > 3 ? name.replace(/[数额量率]$/, "") : name;
