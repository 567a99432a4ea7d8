import { type FeatureGroup, flag } from "./feature.ts";

const YEAR = /(?:19|20)\d{2}(?=年)/gu;

/** Whether place and years of the question are those of the report, of the section, of the words: same, other, or not told. */
export const scope: FeatureGroup = (
  { folded, path, document },
  { question: { regions, otherRegions, years } },
) => {
  const printed = yearsIn(folded);
  const headed = yearsIn(path);
  const sameIn = (told: readonly number[]) => flag(told.some((year) => years.includes(year)));
  return {
    placesAsked: regions.length,
    placesNotHeld: otherRegions.length,
    ofPlace:
      document.region === null || regions.length === 0 ? 0 : regions.includes(document.region) ? 1 : -1,
    yearsAsked: years.length,
    yearOfReview: flag(document.reviewYear !== null && years.includes(document.reviewYear)),
    yearOfPlan: flag(document.planYear !== null && years.includes(document.planYear)),
    yearCovered: sameIn(document.years),
    yearInText: sameIn(printed),
    yearInHeadings: sameIn(headed),
    otherYearInText: flag(printed.length > 0 && !printed.some((year) => years.includes(year))),
    otherYearInHeadings: flag(headed.length > 0 && !headed.some((year) => years.includes(year))),
  };
};

const yearsIn = (text: string): number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));
