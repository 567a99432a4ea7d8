import type { SourceDocument } from "#domain/document.ts";
import { namesAt } from "#text/places/gazetteer.ts";

/** A place inside the document's region, by its official name, and the words behind it. */
export interface PlaceWithin {
  readonly name: string;
  readonly rest: string;
}

/**
 * The places inside the region that a text begins with: 乌恰县地区生产总值 in the report of the prefecture around it,
 * 桐庐县、淳安县和建德市的优良天数 in that of the city. Empty where it begins with none.
 */
export function placesWithin(document: SourceDocument, text: string): readonly PlaceWithin[] {
  const found: PlaceWithin[] = [];
  for (let left = text; ; ) {
    const place = placeFirst(document, left);
    if (place === null) return found;
    found.push(place);
    if (!AND.test(place.rest)) return found;
    left = place.rest.replace(AND, "");
  }
}

const AND = /^[、和及与]/u;

function placeFirst({ region: own }: SourceDocument, text: string): PlaceWithin | null {
  if (own === null) return null;
  for (const { end, held } of namesAt(text, 0)) {
    const place = held.find(({ region, full }) => full && region.parents.includes(own));
    if (place !== undefined) return { name: place.region.name, rest: text.slice(end).replace(/^的/u, "") };
  }
  return null;
}
