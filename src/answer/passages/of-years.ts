import type { SourceDocument } from "#domain/document.ts";
import type { Wanted } from "./wanted.ts";

const YEAR = /(?:19|20)\d{2}(?=年)/g;
const yearsIn = (text: string): number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));

/** Whether words name a year asked about. */
export const namesYear = ({ years }: Pick<Wanted, "years">, folded: string): boolean =>
  yearsIn(folded).some((year) => years.includes(year));

/** The nearest heading with a year says what year its words are about, unless they say so themselves. */
export function ofOtherYears(
  { years: asked, yearPrinted }: Wanted,
  folded: string,
  section: readonly string[],
): boolean {
  if (asked.length === 0 || namesYear({ years: asked }, folded)) return false;
  if (yearPrinted) return true;
  const heading = section.findLast((title) => yearsIn(title).length > 0);
  return heading !== undefined && !yearsIn(heading).some((year) => asked.includes(year));
}

/** Whether a year asked about is the one a report looks back on. */
export const ofReview = ({ years }: Wanted, { reviewYear }: SourceDocument): boolean =>
  reviewYear !== null && years.includes(reviewYear);

const THIS_YEAR = /今年(?!以来)/;

/** 今年 is the year a report plans for, where it is no year asked about and none of these is named. */
export function ofThisYear({ years: asked }: Wanted, folded: string, { planYear }: SourceDocument): boolean {
  if (asked.length === 0 || planYear === null || asked.includes(planYear)) return false;
  return THIS_YEAR.test(folded) && !yearsIn(folded).some((year) => asked.includes(year));
}
