import type { IndicatorKind } from "#domain/indicator.ts";
import type { Draft } from "./draft.ts";
import type { Sources } from "./sources.ts";

const MOST = 3;

/** Follow-ups the indicator table can answer, made from the rows an answer used: every one is looked up first. */
export function suggestionsFor(draft: Draft, sources: Sources): string[] {
  const [used] = draft.used;
  if (used === undefined) return [];
  const { region, year, kind, indicator } = used.row;
  const told = new Set(draft.used.map(({ row }) => keyOf(row.region, row.year, row.kind)));
  const found: string[] = [];
  for (const row of sources.rows({ indicators: [indicator] })) {
    const key = keyOf(row.region, row.year, row.kind);
    if (row.region === null || row.value === null || told.has(key)) continue;
    if (!sources.outline.regions.includes(row.region)) continue;
    const near = row.region === region ? row.kind !== kind || row.year !== year : row.year === year;
    if (!near) continue;
    told.add(key);
    found.push(`${row.region}${row.year}年${indicator}${row.kind === "target" ? "目标" : ""}是多少？`);
    if (found.length === MOST) break;
  }
  return found;
}

const keyOf = (region: string | null, year: number, kind: IndicatorKind): string =>
  `${region}|${year}|${kind}`;

/** A few questions any reader may start with, from headline figures the table holds. */
export function examplesFrom(sources: Sources): string[] {
  return sources.outline.regions.slice(0, MOST).flatMap((region) => {
    const rows = sources.rows({ regions: [region], kinds: ["actual"] }).filter(({ value }) => value !== null);
    const row = rows.find(({ indicator }) => indicator.startsWith("地区生产总值")) ?? rows[0];
    return row === undefined ? [] : [`${region}${row.year}年${row.indicator}是多少？`];
  });
}
