import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { factFor } from "#answer/facts.ts";
import { askedAs } from "#answer/words/asked-as.ts";
import type { AskedKind, IndicatorRow } from "#domain/indicator.ts";
import type { Block } from "#protocol/chat.ts";
import type { NamedIndicator } from "#question/question.ts";
import { spoken } from "./clause.ts";
import { candidateRows, kindsFor, regionsInScope, yearsInScope } from "./grid.ts";
import { tableOf } from "./layout.ts";

/** More regions than a reader on a phone looks through; which one is meant is asked back. */
const MOST_REGIONS = 10;
const REGIONS_OFFERED = 3;

/** Asks which region is meant where none is named and many hold the indicator; null otherwise. */
export function whichRegionDraft(desk: Desk): Draft | null {
  const { question, say } = desk;
  const [indicator] = question.indicators;
  if (question.regions.length > 0 || indicator === undefined) return null;
  const { years } = question;
  const held = candidateRows(desk, indicator).filter(
    ({ year }) => years.length === 0 || years.includes(year),
  );
  const regions = regionsInScope(desk, held);
  if (regions.length <= MOST_REGIONS) return null;
  const name = desk.indicator(indicator.names[0] ?? indicator.phrase);
  const offered = regions.slice(0, REGIONS_OFFERED);
  const text = say("clarify.region", {
    indicator: name,
    regions: offered.map((region) => desk.region(region)).join(say("and.list")),
  });
  const asked = indicator.names[0] ?? indicator.phrase;
  const suggestions = offered.map((region) => askedAs(desk, { region, years, indicator: asked }));
  return desk.clarification([{ type: "paragraph", text }], suggestions);
}

/**
 * A figure asked of no region that several hold: a small table, each region with the year asked or its own newest.
 * Null where fewer than two hold it, or more than one indicator is asked.
 */
export function byRegionDraft(desk: Desk): Draft | null {
  const { question } = desk;
  const [indicator, another] = question.indicators;
  if (question.regions.length > 0 || indicator === undefined || another !== undefined) return null;
  const candidates = candidateRows(desk, indicator);
  const rows = regionsInScope(desk, candidates).flatMap((region) => {
    const own = candidates.filter((row) => row.region === region);
    return yearsInScope(desk, own, [region]).flatMap((year) => figuresAt(desk, { region, year }, indicator));
  });
  if (new Set(rows.map(({ region }) => region)).size < 2) return null;
  const newest = question.years.length === 0 ? "each.newest" : "each.region";
  const lead = desk.say(newest, {
    when: question.years.map((year) => desk.year(year)).join(desk.say("and.list")),
    indicator: desk.indicator(indicator.names[0] ?? indicator.phrase),
  });
  const blocks: Block[] = [{ type: "paragraph", text: lead }, tableOf(desk, rows, lead)];
  const beside = question.years.length === 0 ? mostOf(desk, rows) : othersNewest(desk, indicator, rows);
  return desk.draft("value", beside === null ? blocks : [...blocks, { type: "paragraph", text: beside }]);
}

/** The highest of the newest figures, where it is asked for, they are of one unit, and not of one year. */
function mostOf(desk: Desk, rows: readonly IndicatorRow[]): string | null {
  const { operation, asked } = desk.question;
  const alike = new Set(rows.map(({ unit, kind, indicator }) => `${unit} ${kind} ${indicator}`)).size === 1;
  if (operation !== "rank" || !alike || LEAST.test(asked)) return null;
  const [most] = rows
    .filter(({ value }) => value !== null)
    .sort((one, other) => new Decimal(other.value ?? 0).cmp(one.value ?? 0));
  if (most === undefined || new Set(rows.map(({ year }) => year)).size < 2) return null;
  return desk.say("each.most", {
    region: desk.region(most.region),
    year: desk.year(most.year),
    value: spoken(desk, most),
    marks: desk.mark(most),
  });
}

const LEAST = /最[低少小慢差后]|垫底|lowest|least|smallest|slowest/u;

/** The newest figure of each region that has none for the year asked; null where there is no such region. */
function othersNewest(desk: Desk, indicator: NamedIndicator, told: readonly IndicatorRow[]): string | null {
  const { question, sources, say } = desk;
  const anyYear = { ...question, years: [] };
  const candidates = candidateRows({ question: anyYear, sources }, indicator);
  const others = sources.outline.regions
    .filter((region) => !told.some((row) => row.region === region))
    .flatMap((region) => {
      const own = candidates.filter((row) => row.region === region);
      const [year] = yearsInScope({ question: anyYear, sources }, own, [region]);
      return year === undefined ? [] : figuresAt(desk, { region, year }, indicator).slice(0, 1);
    });
  if (others.length === 0 || others.length > MOST_OTHERS) return null;
  const said = others.map((row) =>
    say("each.other", {
      region: desk.region(row.region),
      year: desk.year(row.year),
      value: spoken(desk, row),
      marks: desk.mark(row),
    }),
  );
  return say("each.others", {
    when: question.years.map((year) => desk.year(year)).join(say("and")),
    others: said.join(say("and")),
  });
}

/** So many regions are told by another year. */
const MOST_OTHERS = 3;

/** The kinds asked of one place; with none asked the actual figure, a target standing in where none is printed. */
function figuresAt(
  desk: Desk,
  place: { readonly region: string; readonly year: number },
  { names }: NamedIndicator,
): IndicatorRow[] {
  const kinds = kindsFor(desk, place.year);
  return names.flatMap((name) => {
    const of = (kind: AskedKind) => factFor(desk.sources, { ...place, kind, names: [name] })?.row;
    const found = kinds.length > 0 ? kinds.map(of) : [of("actual") ?? of("target")];
    return found.filter((row) => row !== undefined);
  });
}
