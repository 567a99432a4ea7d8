import type { Draft } from "#answer/draft.ts";
import { phrasesIn } from "#answer/phrases.ts";
import type { Sources } from "#answer/sources.ts";
import { englishName } from "#answer/words/asked-as.ts";
import { romanised } from "#answer/words/romanised.ts";
import { type IndicatorRow, isAimOrResult } from "#domain/indicator.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Language } from "#question/question.ts";

const MOST = 3;
/** Characters: a few paragraphs. */
const NEAR = 1500;

/**
 * Two or three follow-ups about the thing just told, every one looked up first: its aim or its result, the year before,
 * another region held, and its chart where there are figures for one; behind a passage, figures of the same section.
 */
export function suggestionsFor(draft: Draft, sources: Sources, language: Language): string[] {
  const told = new Set(draft.used.map(({ row }) => keyOf(row)));
  const found = new Set<string>();
  const charted = chartOf(draft, language);
  const rows = draft.used.length > 0 ? sameIndicator(draft, sources) : nearCited(draft, sources);
  for (const row of rows) {
    if (found.size + charted.length >= MOST) break;
    const asked = told.has(keyOf(row)) ? null : questionFor(row, sources, language);
    if (asked !== null) found.add(asked);
  }
  return [...found, ...charted];
}

/** A question that a row answers, in the reader's language; null where the row cannot be asked for by name. */
function questionFor(row: IndicatorRow, { outline }: Sources, language: Language): string | null {
  const { region, year, indicator, kind, value } = row;
  if (region === null || value === null || !isAimOrResult(kind)) return null;
  if (!outline.regions.includes(region)) return null;
  const name = language === "zh" ? indicator : englishName(indicator);
  const place = language === "zh" ? region : romanised(region);
  return name === null ? null : phrasesIn(language)(`chip.${kind}`, { region: place, year, indicator: name });
}

/** Rows of the indicator first told: of the other kind, of other years (the one before first), of other regions. */
function sameIndicator({ used: [first] }: Draft, sources: Sources): IndicatorRow[] {
  if (first === undefined) return [];
  const { region, year, kind, indicator } = first.row;
  const rows = sources.rows({ indicators: [indicator] });
  const own = rows.filter((row) => row.region === region);
  const otherKind = own.filter((row) => row.year === year && row.kind !== kind);
  const otherYear = own
    .filter((row) => row.year !== year && row.kind === kind)
    .sort((a, b) => distance(a.year, year) - distance(b.year, year));
  const elsewhere = rows.filter((row) => row.region !== region && row.year === year && row.kind === kind);
  const [one, two, three] = [otherKind, otherYear, elsewhere].map(([best]) => best);
  return [one, two, three, ...elsewhere.slice(1), ...otherYear.slice(1)].filter((row) => row !== undefined);
}

/** How far a year lies from another; of two equally far the earlier is nearer. */
const distance = (year: number, from: number): number => Math.abs(year - from) + (year > from ? 0.5 : 0);

/** Two figures alike or more make a chart; of a refusal, which only names the nearest, none is drawn. */
function chartOf({ status, used: [first, ...others] }: Draft, language: Language): string[] {
  if (first === undefined || status !== "answered") return [];
  const alike = others.some(
    ({ row }) =>
      row.indicator === first.row.indicator &&
      row.unit === first.row.unit &&
      row.kind === first.row.kind &&
      row.value !== null &&
      first.row.value !== null,
  );
  return alike ? [phrasesIn(language)("chip.chart")] : [];
}

/** Known indicators told in the section first cited, the nearest first. */
function nearCited({ book: { citations } }: Draft, sources: Sources): IndicatorRow[] {
  const [cited] = citations;
  if (cited === undefined) return [];
  const away = (row: IndicatorRow) => Math.abs(row.start - cited.start);
  return sources
    .rows({ documents: [cited.documentId] })
    .filter((row) => away(row) < NEAR && row.section.join() === cited.section.join())
    .filter((row) => canonicalName(row.indicator).concept !== null)
    .sort((a, b) => away(a) - away(b));
}

const keyOf = ({ region, year, kind, indicator }: IndicatorRow): string =>
  `${region}|${year}|${kind}|${indicator}`;

/** A few questions any reader may start with, from headline figures the table holds. */
export function examplesFrom(sources: Sources, language: Language): string[] {
  return sources.outline.regions.slice(0, MOST).flatMap((region) => {
    const rows = sources.rows({ regions: [region], kinds: ["actual"] }).filter(({ value }) => value !== null);
    const row = rows.find(({ indicator }) => indicator.startsWith("地区生产总值")) ?? rows[0];
    const asked = row === undefined ? null : questionFor(row, sources, language);
    return asked === null ? [] : [asked];
  });
}
