import type { DocumentMetadata } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";
import { foldPlain } from "#text/fold.ts";
import { startsAnotherName } from "#text/places/not-a-place.ts";
import { shortName } from "#text/places/place-names.ts";

/** Regions and years of the documents at hand that a question names; what it names besides is left alone. */
export function routeOf(question: string, documents: readonly DocumentMetadata[]): PassageFilter {
  const folded = foldPlain(question);
  const held = new Set(documents.flatMap(({ region }) => region ?? []));
  const covered = new Set(documents.flatMap(({ years }) => years));
  const years = [...folded.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => Number(year));
  return {
    regions: [...held].filter((region) => isNamed(folded, region)),
    years: [...new Set(years)].filter((year) => covered.has(year)),
  };
}

function isNamed(folded: string, region: string): boolean {
  if (folded.includes(region)) return true;
  const short = shortName(region);
  for (let at = folded.indexOf(short); at >= 0; at = folded.indexOf(short, at + 1)) {
    if (!startsAnotherName(folded, at + short.length)) return true;
  }
  return false;
}
