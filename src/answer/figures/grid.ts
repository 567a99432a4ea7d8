import type { Desk } from "#answer/desk.ts";
import { type Fact, factFor } from "#answer/facts.ts";
import type { AskedKind, IndicatorKind, IndicatorRow } from "#domain/indicator.ts";
import { otherCalibres } from "#indicators/catalogue-calibres.ts";
import type { NamedIndicator, Place } from "#question/question.ts";

/** Where figures are looked for, and for whom. */
export type Scope = Pick<Desk, "question" | "sources">;

/** One place in the comparison of regions and years, filled or not. */
export interface GridCell {
  readonly region: string;
  readonly year: number;
  readonly fact: Fact | null;
}

/** Rows of the table that could answer for an indicator, whatever the year. */
export function candidateRows(desk: Scope, indicator: NamedIndicator): readonly IndicatorRow[] {
  const { regions } = desk.question;
  const filter = {
    indicators: indicator.names,
    regions: regions.length > 0 ? regions : desk.sources.outline.regions,
  };
  const rows = desk.sources.rows(filter);
  return desk.question.years.length > 0 ? rows : rows.filter((row) => !isOutdated(desk, row));
}

/** A place's figure in the table of another report is not its newest where its own reports are later. */
function isOutdated({ sources }: Scope, { scope, region, year }: IndicatorRow): boolean {
  if (scope !== "other") return false;
  return sources.outline.documents.some(
    (document) => document.region === region && (document.reviewYear ?? 0) > year,
  );
}

/** The regions asked about, or all that hold the indicator. */
export function regionsInScope(desk: Scope, rows: readonly IndicatorRow[]): string[] {
  if (desk.question.regions.length > 0) return [...desk.question.regions];
  const held = new Set(rows.map(({ region }) => region));
  const level = LEVEL.exec(desk.question.asked)?.[1];
  const fits = level === undefined ? null : SUFFIXES[level];
  return desk.sources.outline.regions.filter((region) => held.has(region) && (fits?.test(region) ?? true));
}

/** 各省, 哪个市: only regions of that level are set side by side. */
const LEVEL = /(?:各|哪个?|几个|所有)(省|市|县|区)(?!县)/;
const SUFFIXES: Readonly<Record<string, RegExp>> = {
  省: /省$|自治区$|^(?:北京|上海|天津|重庆)市$/,
  市: /市$/,
  县: /[县旗]$/,
  区: /区$/,
};

/** The years asked about, or the newest one that holds every region's fact (failing that, the most regions'). */
export function yearsInScope(
  desk: Scope,
  rows: readonly IndicatorRow[],
  regions: readonly string[],
): number[] {
  if (desk.question.years.length > 0) return [...desk.question.years];
  const kinds: readonly IndicatorKind[] =
    desk.question.kinds.length > 0 ? desk.question.kinds : preferredKinds(rows);
  const fitting = rows.filter(({ kind }) => kinds.includes(kind));
  const years = [...new Set(fitting.map(({ year }) => year))].sort((a, b) => b - a);
  const holding = (year: number) => {
    const held = new Set(fitting.filter((row) => row.year === year).map(({ region }) => region));
    return regions.filter((region) => held.has(region)).length;
  };
  const [newest, ...older] = years;
  if (newest === undefined) return [];
  return [older.reduce((best, year) => (holding(year) > holding(best) ? year : best), newest)];
}

/** What came about, or by the report's own estimate will have (预计1.6万亿元), before what is aimed at. */
const CAME_ABOUT: readonly IndicatorKind[] = ["actual", "estimate"];

const preferredKinds = (rows: readonly IndicatorRow[]): readonly IndicatorKind[] =>
  rows.some(({ kind }) => CAME_ABOUT.includes(kind)) ? CAME_ABOUT : ["target"];

/** The kinds to show for a year: those the words tie to it, else those asked at all. */
export function kindsFor(desk: Scope, year: number): readonly AskedKind[] {
  return desk.question.yearKinds[year] ?? desk.question.kinds;
}

const FROM_TO = /\d{4}年?[到至]\d{4}/;

/** The asked kinds, each a cell; with none asked, the actual figure, a target standing in where none is printed. */
function cellsAt(desk: Scope, place: { region: string; year: number }, name: string): GridCell[] {
  const kinds = kindsFor(desk, place.year);
  const overYears = desk.question.years.length > 1 && desk.question.regions.length < 2;
  const names = overYears ? [name, ...otherCalibres(name)] : [name];
  const factOf = (kind: IndicatorKind) => factFor(desk.sources, { ...place, kind, names });
  if (kinds.length === 0)
    return [{ ...place, fact: factOf("actual") ?? factOf("estimate") ?? factOf("target") }];
  // 2023到2024年打算再多多少: what is aimed at is set against what there was.
  const { operation, asked } = desk.question;
  const from = overYears && kinds.join() === "target" && (operation === "difference" || FROM_TO.test(asked));
  return kinds.map((kind) => ({ ...place, fact: factOf(kind) ?? (from ? factOf("actual") : null) }));
}

/** The places the question pairs itself, or every region in every year. */
function placesIn(
  desk: Scope,
  { regions, years }: { regions: readonly string[]; years: readonly number[] },
): readonly Place[] {
  if (desk.question.places.length > 0) return desk.question.places;
  return regions.flatMap((region) => years.map((year) => ({ region, year })));
}

/**
 * Fills the grid with one canonical name throughout, the one that fills most places: a growth is never set
 * beside an amount.
 */
export function fillGrid(
  desk: Scope,
  indicator: NamedIndicator,
  { regions, years }: { regions: readonly string[]; years: readonly number[] },
): { name: string; cells: GridCell[] } {
  const grids = indicator.names.map((name) => ({
    name,
    cells: placesIn(desk, { regions, years }).flatMap((place) => cellsAt(desk, place, name)),
  }));
  const [first, ...others] = grids;
  const full = desk.question.kinds.length > 1 ? heldIn : fullness;
  if (first === undefined) return { name: indicator.phrase, cells: [] };
  const best = others.reduce(
    (fullest, grid) => (full(grid.cells) > full(fullest.cells) ? grid : fullest),
    first,
  );
  return desk.question.kinds.length === 0 && regions.length > 1
    ? { ...best, cells: ofOneKind(best.cells) }
    : best;
}

const ofKind = (cells: readonly GridCell[], kind: AskedKind) =>
  cells.filter(({ fact }) => fact?.row.kind === kind);

/** How many cells are filled at all: target and actual are asked for both. */
const heldIn = (cells: readonly GridCell[]): number => cells.filter(({ fact }) => fact !== null).length;

/** How many places hold the same kind of figure. */
function fullness(cells: readonly GridCell[]): number {
  return Math.max(ofKind(cells, "actual").length, ofKind(cells, "target").length);
}

/** Regions are compared by results where two hold them, else by targets; the other kind counts as missing. */
function ofOneKind(cells: readonly GridCell[]): GridCell[] {
  const kind = (["actual", "target"] as const).find((each) => ofKind(cells, each).length > 1);
  if (kind === undefined) return [...cells];
  return cells.map((cell) =>
    cell.fact === null || cell.fact.row.kind === kind ? cell : { ...cell, fact: null },
  );
}

/** 2020年到2025年: the years between are meant, and none of them is missed where it is not told. */
export function isPrinted({ question: { asked, years } }: Desk, year: number): boolean {
  return (
    years.length < 3 || !years.some((each) => asked.includes(String(each))) || asked.includes(String(year))
  );
}
