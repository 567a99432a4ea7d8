import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { factFor } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Block } from "#protocol/chat.ts";
import { asksTargetOnly, type NamedIndicator } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { differenceOf, ratioOf } from "./arithmetic.ts";
import { assumptions, figureClause } from "./clause.ts";
import { asksFall, extremes } from "./extremes.ts";
import { candidateRows, fillGrid, type GridCell, isPrinted, regionsInScope, yearsInScope } from "./grid.ts";
import { chartOf, type Filled, tableOf } from "./layout.ts";
import { twoIndicators } from "./two-indicators.ts";

/**
 * The same indicator over regions, years, or both: a table, what follows from it (who is higher, by how much,
 * how it changed) with every computation shown, and the gaps by name. Null when fewer than two places are held.
 */
export function comparisonDraft(desk: Desk, ending: Ending): Draft | null {
  const blocks: Block[] = twoIndicators(desk);
  if (blocks.length > 0) return desk.draft(ending, blocks);
  for (const indicator of desk.question.indicators.flatMap((each) => measuresOf(desk, each)))
    blocks.push(...comparison(desk, indicator));
  return blocks.length === 0 ? null : desk.draft(ending, blocks);
}

/** GDP和增速哪个区高: amount and growth are compared one after the other. */
function measuresOf({ question }: Desk, indicator: NamedIndicator): NamedIndicator[] {
  if (question.measure !== "both") return [indicator];
  return indicator.names.map((name) => ({ ...indicator, names: [name] }));
}

function comparison(desk: Desk, indicator: NamedIndicator): Block[] {
  const rows = candidateRows(desk, indicator);
  const regions = regionsInScope(desk, rows);
  const open = openYears(desk, rows);
  const years = open ?? yearsInScope(desk, rows, regions);
  const { name, cells } = fillGrid(desk, indicator, { regions, years });
  const filled = cells.filter((cell): cell is Filled => cell.fact !== null);
  if (filled.length < 2) return [];
  const newest = desk.question.years.length > 0 || years.length > 1 ? [] : years;
  // Figures in another calibre stand in the table under their own name; nothing is computed with them.
  const comparable = filled.filter(({ fact }) => fact.row.indicator === name);
  const conclusion =
    (comparable.length < 2 ? "" : conclude(desk, name, comparable)) + assumptions(desk, regions, newest);
  const lead: Block[] = conclusion === "" ? [] : [{ type: "paragraph", text: conclusion }];
  return [
    ...lead,
    tableOf(
      desk,
      filled.map(({ fact }) => fact.row),
      conclusion,
    ),
    // Years that nobody named are no gaps of one region.
    ...(open !== null && regions.length === 1 ? [] : gaps(desk, name, cells)),
    ...chartOf(desk, name, filled),
  ];
}

const SINCE = /以来|(?:年|以)[起后]|since/;

/** A series without years runs over all that are held, 2020年以来 from there on; null where its years are named. */
function openYears({ question }: Desk, rows: readonly IndicatorRow[]): number[] | null {
  const { operation, years, asked } = question;
  const [from, another] = years;
  if (operation !== "series" || another !== undefined || (from !== undefined && !SINCE.test(asked)))
    return null;
  return [...new Set(rows.map(({ year }) => year))]
    .filter((year) => year >= (from ?? 0))
    .sort((a, b) => a - b);
}

/** Where no region was named, more gaps than these are told in one sentence. */
const GAPS_NAMED = 3;

function gaps(desk: Desk, name: string, cells: readonly GridCell[]): Block[] {
  const { kinds } = desk.question;
  const kind = desk.say(kinds.length === 1 ? `kind.${kinds[0]}` : "kind.any");
  // The result of one year beside the target of another lacks neither's other kind.
  const told = new Set(
    cells.flatMap(({ fact, region, year }) => (fact === null ? [] : [`${region} ${year}`])),
  );
  const missing = cells.filter(
    ({ fact, region, year }) =>
      fact === null && isPrinted(desk, year) && !(kinds.length > 1 && told.has(`${region} ${year}`)),
  );
  const regions = [...new Set(missing.map(({ region }) => region))];
  if (desk.question.regions.length === 0 && regions.length > GAPS_NAMED) {
    const when = [...new Set(missing.map(({ year }) => desk.year(year)))].join(desk.say("and.list"));
    const text = desk.say("missing.others", { when, indicator: desk.indicator(name), kind });
    return [{ type: "paragraph", text }];
  }
  return regions.map((region) => {
    const years = missing.filter((cell) => cell.region === region).map(({ year }) => desk.year(year));
    const slots = {
      where: desk.region(region),
      when: [...new Set(years)].join(desk.say("and.list")),
      indicator: desk.indicator(name),
      kind,
    };
    const aims = missing.flatMap((cell) => (cell.region === region ? aimInstead(desk, name, cell) : []));
    return { type: "paragraph", text: aims.length > 0 ? aims.join("") : desk.say("missing.cell", slots) };
  });
}

/** Where results are ranked, a place that has but an aim is named with it, apart. */
function aimInstead(desk: Desk, name: string, { region, year }: GridCell): string[] {
  if (desk.question.kinds.length > 0) return [];
  const aim = factFor(desk.sources, { region, year, kind: "target", names: [name] });
  return aim === null ? [] : [desk.sentence(`${figureClause(desk, aim.row)}${desk.say("target.only")}`)];
}

/** What follows from the figures of one indicator: how it changed, which is higher and by how much. */
export function conclude(desk: Desk, name: string, cells: readonly Filled[]): string {
  const regions = new Set(cells.map(({ region }) => region));
  const years = new Set(cells.map(({ year }) => year));
  const rows = cells.map(({ fact }) => fact.row);
  if (regions.size === 1 && years.size > 1) return change(desk, name, cells);
  if (years.size > 1 && cells.length !== 2) return "";
  return cells.length === 2 ? pair(desk, name, cells) : extremes(desk, rows);
}

/**
 * True where the words name both kinds to set against each other: 从2020年的实际到2021年的预期; or a figure was asked, then an
 * aim, then how the two lie apart.
 */
function asksKinds({ question }: Desk): boolean {
  const aims = new Set(question.sides.map(asksTargetOnly));
  if (aims.size > 1) return true;
  const said = new Set([...question.kinds, ...Object.values(question.yearKinds).flat()]);
  return said.has("actual") && said.has("target");
}

/** 2022年完成多少，2023年打算多少 asks for two figures, and not how far the one lies from the other. */
const asksChange = ({ question: { operation, asked } }: Desk): boolean =>
  operation === "difference" ||
  /从|由|变|差|比|增减|[多少高低]了?几|[多少高低]多少|change|differ|more|less/u.test(asked);

/** Change is told between results where there are two, else between targets; from a result to a target only where the question asks for both. */
function change(desk: Desk, name: string, cells: readonly Filled[]): string {
  const all = cells
    .map(({ fact }) => fact.row)
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.year - b.year);
  const sameKind = (["actual", "target"] as const).map((kind) => all.filter((row) => row.kind === kind));
  const alike = sameKind.find((found) => found.length > 1);
  if (alike === undefined && all.length > 1 && !(asksKinds(desk) && asksChange(desk)))
    return desk.say("mixed");
  const rows = alike ?? all;
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined || first === last) return "";
  const difference = differenceOf(last, first);
  if (difference === null)
    return desk.say("incomparable", { first: first.unit ?? "", second: last.unit ?? "" });
  const key = difference.sign > 0 ? "change.up" : difference.sign < 0 ? "change.down" : "change.none";
  const slots = {
    from: labelled(desk, first, last),
    to: labelled(desk, last, first),
    indicator: first.kind === last.kind ? kinded(desk, name, first) : desk.indicator(name),
    fromValue: printedValue(first),
    toValue: printedValue(last),
    result: difference.result,
    expression: difference.expression,
    marks: desk.marks([first, last]),
  };
  for (const number of difference.numbers) desk.computed(number);
  const most = patterns.whichYear.test(desk.question.asked) ? extremes(desk, rows) : "";
  return most + desk.say(key, slots) + timesOf(desk, last, first);
}

/** The year, with the kind where one figure is a target and the other is not. */
function labelled(desk: Desk, row: IndicatorRow, other: IndicatorRow): string {
  const kind = row.kind === other.kind ? "" : `（${desk.say(`kindname.${row.kind}`)}）`;
  return `${desk.year(row.year)}${kind}`;
}

function pair(desk: Desk, name: string, cells: readonly Filled[]): string {
  const [one, two] = cells.map(({ fact }) => fact.row);
  if (one === undefined || two === undefined) return "";
  const apart = one.year !== two.year && !asksKinds(desk);
  if (one.kind !== two.kind && (apart || desk.question.operation !== "difference")) return desk.say("mixed");
  const difference = differenceOf(one, two);
  if (difference === null) {
    if (one.value === null || two.value === null) return "";
    return desk.say("incomparable", { first: one.unit ?? "", second: two.unit ?? "" });
  }
  const [higher, lower] = difference.sign >= 0 ? [one, two] : [two, one];
  const slots = {
    when: one.year === two.year ? desk.say("compare.when", { year: desk.year(one.year) }) : "",
    indicator: one.kind === two.kind ? kinded(desk, name, one) : desk.indicator(name),
    first: placed(desk, higher, lower),
    firstValue: printedValue(higher),
    second: placed(desk, lower, higher),
    secondValue: printedValue(lower),
    marks: desk.marks([higher, lower]),
  };
  if (difference.sign === 0) return desk.say("compare.equal", slots);
  for (const number of difference.numbers) desk.computed(number);
  const { result, expression } = difference;
  const fell = asksFall(desk.question.asked, [one, two]);
  const told = desk.say(fell ? "compare.fell" : "compare.higher", slots);
  return told + desk.say("difference", { result, expression, marks: slots.marks }) + timesOf(desk, one, two);
}

/** 几倍: how many times the second figure the first is, in the order they were asked. */
function timesOf(desk: Desk, one: IndicatorRow, two: IndicatorRow): string {
  const ratio = /倍|times/.test(desk.question.asked) ? ratioOf(one, two) : null;
  if (ratio === null) return "";
  for (const number of ratio.numbers) desk.computed(number);
  return desk.say("times", { result: ratio.result, expression: ratio.expression });
}

/** A target is called one wherever it stands alone. */
function kinded(desk: Desk, name: string, { kind }: IndicatorRow): string {
  const indicator = desk.indicator(name);
  return kind === "actual" ? indicator : desk.say("named.target", { indicator });
}

/** The region, with its year and kind where those of the two differ. */
function placed(desk: Desk, row: IndicatorRow, other: IndicatorRow): string {
  const kind = row.kind === other.kind ? "" : desk.say(`kindname.${row.kind}`);
  const year = row.year === other.year ? "" : desk.year(row.year);
  const parts = [desk.region(row.region), year, kind].filter((part) => part !== "");
  return parts.join(desk.question.language === "en" ? " " : "");
}
