import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { differenceOf } from "#answer/figures/arithmetic.ts";
import { extremes } from "#answer/figures/extremes.ts";
import type { Sources } from "#answer/sources.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import { printedKindsIn } from "#indicators/tables/printed-kind.ts";
import type { Block } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { placesAsked, placesRanked } from "./places-asked.ts";
import { bestDescribed, ofKindAsked, rowsOf, tellsOfPlace, toldOf } from "./tabled-rows.ts";
import { type TableAsked, tableAsked } from "./words-asked.ts";

const FIGURES: ReadonlySet<Question["operation"]> = new Set([
  "value",
  "compare",
  "difference",
  "series",
  "rank",
  "met",
  "passage",
  "definition",
]);

/**
 * A figure that a table of statistics prints, where the question's words are all told by the row's name and the titles
 * above it; two places set side by side, or the highest of all places. Null where the words say more, or less.
 */
export function tabledDraft(question: Question, sources: Sources): Draft | null {
  const { language, operation, years } = question;
  if (language !== "zh" || !FIGURES.has(operation) || years.length > 2) return null;
  const asked = tableAsked(question);
  if (asked.words.length === 0) return null;
  const desk = new Desk(ofLaterYear(question, asked), sources);
  if (asked.ranking && question.otherRegions.length === 0) {
    const told = rankedDraft(desk, asked);
    if (told !== null) return told;
  }
  const places = placesAsked(question, asked);
  const [place] = places;
  if (place === undefined || places.length > MOST_PLACES) return null;
  const rows = places.map((names) => figureOf(desk, asked, names));
  const found = rows.filter((row) => row !== null);
  if (found.length < rows.length) return null;
  const [one, two] = found;
  if (one === undefined) return null;
  if (two !== undefined) return comparedDraft(desk, found);
  return severalKinds(desk, asked, place) ?? valueDraft(desk, asked, one);
}

/** 预算数和执行数分别是多少: each kind that the words name. */
function severalKinds(desk: Desk, asked: TableAsked, place: readonly string[]): Draft | null {
  const kinds = printedKindsIn(asked.said);
  if (kinds.length < 2 || asked.growth || asked.share) return null;
  const rows = kinds.map((kind) => figureOf(desk, { ...asked, printed: kind }, place));
  const found = rows.filter((row) => row !== null);
  if (found.length < rows.length) return null;
  const said = found.map((row) => statement(desk, row)).join(desk.say("semicolon"));
  const text = desk.question.language === "zh" ? `${said}。` : `${said}.`;
  return desk.draft("value", [{ type: "paragraph", text }]);
}

/** 2025年比2024年增长多少 asks for the growth of the later year. */
function ofLaterYear(question: Question, { growth }: TableAsked): Question {
  const [first = 0, second] = question.years;
  return growth && second === first + 1 ? { ...question, years: [second] } : question;
}

/** More places than these are asked for as a list, not by name. */
const MOST_PLACES = 6;

/**
 * The one row of a place that is asked for, under the first of its names that has any: where no table is of the whole region,
 * that of its own government is told, and named as such. Null where none is, where several say different things, and where
 * sentences tell it of the whole region, which are told elsewhere.
 */
function figureOf(
  { question, sources }: Desk,
  asked: TableAsked,
  names: readonly string[],
): IndicatorRow | null {
  for (const name of names) {
    const held = bestDescribed(rowsOf(sources, question, [name]), asked);
    if (held.length > 0) return settled(held, question, asked);
    if (bestDescribed(toldOf(sources, question, name), asked).length > 0) return null;
  }
  return null;
}

/** Of the newest year and the kind asked for; the report's own table before a table of another report. */
function settled(rows: readonly IndicatorRow[], question: Question, asked: TableAsked): IndicatorRow | null {
  const kept = inUnitAsked(ofKindAsked(rows, asked, question.kinds), asked);
  const newest = Math.max(...kept.map(({ year }) => year));
  const current = kept.filter(({ year }) => year === newest);
  const [first, ...others] = current;
  if (first === undefined) return null;
  const same = others.every((row) => row.indicator !== first.indicator || sameValue(row, first));
  const oneName = others.every((row) => row.indicator === first.indicator || sameValue(row, first));
  return same && oneName ? first : null;
}

/** 养老机构有多少个 of 机构（个） and 床位（万张）: the column counted in the unit that is asked with, where one is. */
function inUnitAsked(rows: readonly IndicatorRow[], { said }: TableAsked): readonly IndicatorRow[] {
  const unit = /(?:多少|几)(?:[万亿])?(?<unit>[个张家户人辆台所件座头只吨亩])/u.exec(said)?.groups?.["unit"];
  const counted = unit === undefined ? [] : rows.filter((row) => row.unit?.endsWith(unit) === true);
  return counted.length > 0 ? counted : rows;
}

/** Sums of rounded parts may be a unit off in the last place. */
const ROUNDING = 0.0001;

function sameValue(a: IndicatorRow, b: IndicatorRow): boolean {
  const difference = differenceOf(a, b);
  if (difference === null || a.unit !== b.unit) return false;
  return (
    difference.sign === 0 ||
    Math.abs(Number(a.value) - Number(b.value)) <= Math.abs(Number(a.value)) * ROUNDING
  );
}

/** What a figure is called, with its kind as accounts print it: 增值税执行数. */
function named(desk: Desk, row: IndicatorRow): string {
  const name = desk.indicatorOf(row).replaceAll("·", "·");
  const kind = row.printedKind ?? "";
  return kind === "" || name.endsWith(kind) ? name : `${name}${kind}`;
}

function statement(desk: Desk, row: IndicatorRow): string {
  const printed = row.printedKind !== undefined;
  return desk.say(printed ? "cell.actual" : `cell.${row.kind === "unknown" ? "actual" : row.kind}`, {
    where: desk.whose(row),
    when: desk.year(row.year),
    indicator: named(desk, row),
    value: printedValue(row),
    marks: desk.mark(row),
  });
}

/** The growth that is printed in the same row, where the amount was asked for. */
function growthBeside(desk: Desk, asked: TableAsked, row: IndicatorRow): string {
  if (asked.growth || asked.share || row.region === null) return "";
  const growth = desk.sources
    .rows({ regions: [row.region], years: [row.year], documents: [row.documentId] })
    .filter((other) => other.context.start === row.context.start && other.kind === row.kind)
    .filter(({ indicator, value }) => value !== null && indicator === `${row.indicator}增速`);
  const [only, another] = growth;
  if (only === undefined || another !== undefined) return "";
  const slots = { indicator: "比上年增速", value: printedValue(only), marks: desk.mark(only) };
  return `${desk.say("semicolon")}${desk.say("beside.measure", slots)}`;
}

function valueDraft(desk: Desk, asked: TableAsked, row: IndicatorRow): Draft {
  const text = `${statement(desk, row)}${growthBeside(desk, asked, row)}。`;
  return desk.draft("value", [{ type: "paragraph", text }]);
}

function comparedDraft(desk: Desk, rows: readonly IndicatorRow[]): Draft | null {
  const [one, two, more] = rows;
  if (one === undefined || two === undefined) return null;
  const alike = rows.every(({ year, kind }) => year === one.year && kind === one.kind);
  if (!alike) return null;
  if (more !== undefined) {
    const lead = `${desk.year(one.year)}${extremes(desk, rows)}`;
    return desk.draft("comparison", [{ type: "paragraph", text: lead }, tableOfPlaces(desk, rows)]);
  }
  const difference = differenceOf(one, two);
  if (difference === null) return null;
  const [higher, lower] = difference.sign >= 0 ? [one, two] : [two, one];
  const slots = {
    when: desk.year(one.year),
    indicator: named(desk, one),
    first: desk.region(higher.region),
    firstValue: printedValue(higher),
    second: desk.region(lower.region),
    secondValue: printedValue(lower),
    marks: desk.marks([higher, lower]),
  };
  const text =
    difference.sign === 0
      ? desk.say("compare.equal", slots)
      : desk.say("compare.higher", slots) + apart(desk, difference, slots.marks);
  return desk.draft("comparison", [{ type: "paragraph", text }]);
}

function apart(
  desk: Desk,
  { result, expression, numbers }: { result: string; expression: string; numbers: readonly string[] },
  marks: string,
): string {
  for (const number of numbers) desk.computed(number);
  return desk.say("difference", { result, expression, marks });
}

function tableOfPlaces(desk: Desk, rows: readonly IndicatorRow[]): Block {
  return {
    type: "table",
    columns: [desk.say("heading.region"), desk.say("heading.value")],
    rows: rows.map((row) => [desk.region(row.region), `${printedValue(row)}${desk.mark(row)}`]),
  };
}

const tabledOf = (sources: Sources, filter: IndicatorFilter): readonly IndicatorRow[] =>
  sources.rows(filter).filter((row) => (row.source === "table" && row.value !== null) || tellsOfPlace(row));

/** A reader on a phone looks through so many lines. */
const MOST_ROWS = 12;

/** All places of a table by one figure: which is the highest, which the lowest, and the first of them. */
function rankedDraft(desk: Desk, asked: TableAsked): Draft | null {
  const { question, sources } = desk;
  const filter = question.years.length === 0 ? {} : { years: question.years };
  const documents = sources.outline.documents
    .filter(
      ({ region }) => question.regions.length === 0 || (region !== null && question.regions.includes(region)),
    )
    .map(({ id }) => id);
  // All figures of a yearbook are looked through only where no name of the catalogue tells which are meant.
  const indicators = asked.known.flatMap(({ names }) => names);
  const ranked = (rows: readonly IndicatorRow[]) =>
    placesRanked(bestDescribed(rows, asked), question, sources);
  const narrow = indicators.length === 0 ? [] : tabledOf(sources, { ...filter, documents, indicators });
  const known = ranked(narrow);
  const places = known.length > 1 ? known : ranked(tabledOf(sources, { ...filter, documents }));
  const best = ofKindAsked(bestDescribed(places, asked), asked, question.kinds);
  const newest = Math.max(...best.map(({ year }) => year));
  const [first] = best.filter(({ year }) => year === newest);
  if (first === undefined) return null;
  const alike = best.filter(
    (row) => row.year === newest && row.indicator === first.indicator && row.documentId === first.documentId,
  );
  const rows = [...new Map(alike.map((row) => [row.region, row])).values()];
  if (rows.length < 2 || new Set(rows.map(({ unit }) => unit)).size > 1) return null;
  const lowest = /最[低少小慢差]/u.test(asked.said);
  const sorted = rows.toSorted((a, b) => (differenceOf(b, a)?.sign ?? 0) * (lowest ? -1 : 1));
  const lead = `${desk.year(newest)}${extremes(desk, sorted)}`;
  return desk.draft("rank", [
    { type: "paragraph", text: lead },
    tableOfPlaces(desk, sorted.slice(0, MOST_ROWS)),
  ]);
}
