import type { DocumentMetadata } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";
import { foldPlain } from "#text/fold.ts";

const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|地区|省|市|区|县|旗|州)$/u;

/** Regions and years of the documents at hand that a question names; what it names besides is left alone. */
export function routeOf(question: string, documents: readonly DocumentMetadata[]): PassageFilter {
  const folded = foldPlain(question);
  const regions = new Set<string>();
  const covered = new Set<number>();
  for (const { region, years } of documents) {
    for (const year of years) covered.add(year);
    if (region === null) continue;
    const short = region.replace(SUFFIX, "");
    if (folded.includes(region) || (short.length > 1 && folded.includes(short))) regions.add(region);
  }
  const years = [...folded.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => Number(year));
  return { regions: [...regions], years: [...new Set(years)].filter((year) => covered.has(year)) };
}
