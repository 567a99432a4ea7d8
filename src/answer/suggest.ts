import type { IndicatorRow } from "#domain/indicator.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Draft } from "./draft.ts";
import type { Sources } from "./sources.ts";

const MOST = 3;
/** Characters: a few paragraphs. */
const NEAR = 1500;

/**
 * Two or three follow-ups the indicator table can answer, every one looked up first: other years, kinds and regions
 * of the figure told, then figures that stand near what was cited.
 */
export function suggestionsFor(draft: Draft, sources: Sources): string[] {
  const told = new Set(draft.used.map(({ row }) => row.id));
  const found = new Set<string>();
  for (const row of [...sameIndicator(draft, sources), ...nearCited(draft, sources)]) {
    if (row.region === null || row.value === null || told.has(row.id)) continue;
    if (!sources.outline.regions.includes(row.region)) continue;
    if (draft.used.some(({ row: used }) => keyOf(used) === keyOf(row))) continue;
    found.add(`${row.region}${row.year}年${row.indicator}${row.kind === "target" ? "目标" : ""}是多少？`);
    if (found.size === MOST) break;
  }
  return [...found];
}

function sameIndicator({ used: [first] }: Draft, sources: Sources): IndicatorRow[] {
  if (first === undefined) return [];
  const { region, year, kind, indicator } = first.row;
  return sources
    .rows({ indicators: [indicator] })
    .filter((row) => (row.region === region ? row.kind !== kind || row.year !== year : row.year === year));
}

/** Known indicators that the report tells of near what was first cited, the nearest first. */
function nearCited({ book: { citations } }: Draft, sources: Sources): IndicatorRow[] {
  const [cited] = citations;
  if (cited === undefined) return [];
  const distance = (row: IndicatorRow) => Math.abs(row.start - cited.start);
  return sources
    .rows({ documents: [cited.documentId] })
    .filter((row) => distance(row) < NEAR && canonicalName(row.indicator).concept !== null)
    .sort((a, b) => distance(a) - distance(b));
}

const keyOf = ({ region, year, kind, indicator }: IndicatorRow): string =>
  `${region}|${year}|${kind}|${indicator}`;

/** A few questions any reader may start with, from headline figures the table holds. */
export function examplesFrom(sources: Sources): string[] {
  return sources.outline.regions.slice(0, MOST).flatMap((region) => {
    const rows = sources.rows({ regions: [region], kinds: ["actual"] }).filter(({ value }) => value !== null);
    const row = rows.find(({ indicator }) => indicator.startsWith("地区生产总值")) ?? rows[0];
    return row === undefined ? [] : [`${region}${row.year}年${row.indicator}是多少？`];
  });
}
