import type { SourceDocument, Table } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { type PlaceMeant, placeMeant } from "./place-words.ts";

/** Fewer heads that name places may do so by chance. */
const LEAST = 2;
const MOSTLY = 0.6;
/** 合计 is all of the report's region; so is a year that is printed above the places. */
const WHOLE = /^(?:合计|总计|(?:19|20)\d\d年?)$/u;

/** The place that each row's head in a column names: 合计 and 2007年 among places are the report's own region. Null for a head that is none. */
export function placesOfRows(document: SourceDocument, table: Table, at: number): (PlaceMeant | null)[] {
  let around: string | null = null;
  return table.rows.map((row) => {
    const head = row.cells[at]?.text ?? "";
    if (WHOLE.test(plainCell(head))) return { region: document.region };
    const place = placeMeant(document, head, around);
    const region = place?.region ?? null;
    if (region !== null && /[市州盟]$|地区$/u.test(region))
      around = region === document.region ? null : region;
    return place;
  });
}

/** True where most heads of the rows in a column name places. */
export function holdsPlaces(document: SourceDocument, table: Table, at: number): boolean {
  const places = placesOfRows(document, table, at);
  const named = new Set(places.flatMap((place) => place?.region ?? []));
  const heads = table.rows.map((row) => plainCell(row.cells[at]?.text ?? ""));
  const filled = heads.filter((head) => /\p{Script=Han}/u.test(head)).length;
  const found = places.filter((place) => place !== null).length;
  return named.size >= LEAST && found >= filled * MOSTLY;
}
