import type { SourceDocument, Table } from "#domain/document.ts";
import { headingOf } from "./heading.ts";
import { type PlaceMeant, placeMeant } from "./place-words.ts";

/** A region that a heading names, and the level of the heading that does. */
export interface ColumnPlace extends PlaceMeant {
  readonly level: string;
}

/** These say in themselves that a place is meant; a name alone may be a word like others. */
const PLAINLY = /^(?:[全我本][国省市区县州盟旗]|本地区|[省市区县州盟旗]?本级)/u;
const TOTAL = /^(?:合计|总计)$/u;

/**
 * For each column the region that its heading names; none where only one does so, by a name. Among places 合计 is the
 * report's own region.
 */
export function placesOfColumns(document: SourceDocument, table: Table): (ColumnPlace | null)[] {
  const headings = table.columns.map((column) => headingOf(column).levels.toReversed());
  const places = headings.map((levels) => placeAmong(document, levels));
  const named = new Set(places.flatMap((place) => place?.region ?? []));
  const plainly = headings.some((levels) => levels.some((level) => PLAINLY.test(level)));
  if (named.size < 2 && !plainly) return places.map(() => null);
  return places.map((place, at) => {
    const [inner = ""] = headings[at] ?? [];
    const total = place === null && named.size > 2 && TOTAL.test(inner);
    return total ? { region: document.region, level: inner } : place;
  });
}

function placeAmong(document: SourceDocument, levels: readonly string[]): ColumnPlace | null {
  for (const level of levels) {
    const place = placeMeant(document, level.replace(/^(?:19|20)\d\d年/u, ""));
    if (place !== null) return { ...place, level };
  }
  return null;
}
