import { cues } from "#read/cues.ts";
import type { Seen } from "#read/seen.ts";
import { type FeatureGroup, flag } from "./feature.ts";

const YEAR = /(?:19|20)\d{2}(?=年)/gu;

/** Whether place and years of the question are those of the report, of the section, of the words: same, other, or not told. */
export const scope: FeatureGroup = (seen, { question: { regions, otherRegions, years } }) => {
  const { folded, path, document } = seen;
  const printed = yearsIn(folded);
  const headed = yearsIn(path);
  const sameIn = (told: readonly number[]) => flag(told.some((year) => years.includes(year)));
  return {
    placesAsked: regions.length,
    placesNotHeld: otherRegions.length,
    ofPlace:
      document.region === null || regions.length === 0 ? 0 : regions.includes(document.region) ? 1 : -1,
    yearsAsked: years.length,
    yearSupport: years.length === 0 ? 0 : yearSupport(seen, years),
    yearOfReview: flag(document.reviewYear !== null && years.includes(document.reviewYear)),
    yearOfPlan: flag(document.planYear !== null && years.includes(document.planYear)),
    yearCovered: sameIn(document.years),
    yearInText: sameIn(printed),
    yearInHeadings: sameIn(headed),
    otherYearInText: flag(printed.length > 0 && !printed.some((year) => years.includes(year))),
    otherYearInHeadings: flag(headed.length > 0 && !headed.some((year) => years.includes(year))),
  };
};

/** 1 where words, headings or the half of the report are of a year asked about, −1 where they are of another, 0 where nothing tells. */
function yearSupport({ folded, path, document }: Seen, years: readonly number[]): number {
  const printed = yearsIn(folded);
  if (printed.length > 0) return printed.some((year) => years.includes(year)) ? 1 : -1;
  const headed = yearsIn(path);
  if (headed.length > 0) return headed.some((year) => years.includes(year)) ? 1 : -1;
  const ahead = cues.sections.ahead.test(path);
  const back = cues.sections.back.test(path);
  const own = ahead === back ? null : ahead ? document.planYear : document.reviewYear;
  if (own !== null) return years.includes(own) ? 1 : -1;
  return document.years.some((year) => years.includes(year)) ? 0 : -1;
}

const yearsIn = (text: string): number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));
