import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Block } from "#protocol/chat.ts";
import type { NamedIndicator, Operation, Side } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { sumOf } from "./arithmetic.ts";
import { conclude } from "./compare.ts";
import { extremes } from "./extremes.ts";
import { candidateRows, fillGrid, type GridCell, regionsInScope, type Scope, yearsInScope } from "./grid.ts";
import { chartOf, type Filled, tableOf } from "./layout.ts";
import { concludePair } from "./two-indicators.ts";
import { valueIsRate } from "./units.ts";

const ENDINGS: Partial<Record<Operation, Ending>> = { compare: "comparison", difference: "difference" };

interface SideCell extends GridCell {
  readonly indicator: string;
  readonly side: Side;
}

/**
 * The figures that several turns asked for (or one turn asks to add up), looked up again and set beside each other: a
 * table, what follows from it with its computation, and each that is missing by name. Null when none is held.
 */
export function sidesDraft(desk: Desk): Draft | null {
  const { question } = desk;
  const sides =
    question.sides.length > 0
      ? question.sides
      : question.indicators.map((indicator): Side => ({ ...question, indicators: [indicator] }));
  const cells = sides.flatMap((side) => cellsOf(desk, side, sides));
  const filled = cells.filter((cell): cell is SideCell & Filled => cell.fact !== null);
  if (filled.length === 0) return null;
  // 车行道 and 人行道 found in one figure: one of them is not held.
  if (new Set(filled.map(({ fact }) => fact.row.id)).size < filled.length) return null;
  const text = filled.length < 2 ? "" : concluded(desk, filled);
  const missing = cells.filter(({ fact }) => fact === null).map((cell) => missingSide(desk, cell));
  const names = new Set(filled.map(({ indicator }) => indicator));
  return desk.draft(ENDINGS[question.operation] ?? "value", [
    ...(text === "" ? [] : [paragraph(text)]),
    tableOf(
      desk,
      filled.map(({ fact }) => fact.row),
    ),
    ...[...new Set(missing)].map(paragraph),
    ...(names.size === 1 ? chartOf(desk, filled[0]?.indicator ?? "", filled) : []),
  ]);
}

const paragraph = (text: string): Block => ({ type: "paragraph", text });

function cellsOf(desk: Desk, side: Side, sides: readonly Side[]): SideCell[] {
  const scope: Scope = { question: { ...desk.question, ...side, places: [] }, sources: desk.sources };
  const [asked] = side.indicators;
  const wanted = asked === undefined ? namedInWords(desk.sources, side) : inCommon(desk, asked, sides);
  const { name, cells } = gridOf(scope, wanted);
  if (asked !== undefined && cells.every(({ fact }) => fact === null)) {
    // 新认定“专精特新”企业 where 新增“专精特新”企业数 was asked of the place before.
    const worded = gridOf(scope, namedInWords(desk.sources, { ...side, topic: asked.phrase }));
    if (worded.cells.some(({ fact }) => fact !== null))
      return worded.cells.map((cell) => ({ ...cell, indicator: worded.name, side }));
  }
  return cells.map((cell) => ({ ...cell, indicator: name, side }));
}

function gridOf(scope: Scope, indicator: NamedIndicator) {
  const rows = candidateRows(scope, indicator);
  const regions = regionsInScope(scope, rows);
  return fillGrid(scope, indicator, { regions, years: yearsInScope(scope, rows, regions) });
}

/** An amount is never set beside a growth: of an indicator's names the one that most sides hold is kept for all. */
function inCommon(desk: Desk, indicator: NamedIndicator, sides: readonly Side[]): NamedIndicator {
  const held = (name: string) =>
    sides.filter(({ regions, years, kinds: [kind = "actual"] }) => {
      const rows = desk.sources.rows({ regions, years, kinds: [kind], indicators: [name], limit: 1 });
      return rows.length > 0;
    }).length;
  const shared = indicator.names.filter((name) =>
    sides.every(
      ({ indicators }) => indicators.length === 0 || indicators.some(({ names }) => names.includes(name)),
    ),
  );
  const [first, ...others] = shared;
  if (first === undefined) return indicator;
  const best = others.reduce((most, name) => (held(name) > held(most) ? name : most), first);
  return { ...indicator, names: [best] };
}

function concluded(desk: Desk, cells: readonly (SideCell & Filled)[]): string {
  const rows = cells.map(({ fact }) => fact.row);
  const { operation } = desk.question;
  if (operation === "sum") return added(desk, rows);
  if (operation === "value") return "";
  const [first, second, third] = rows;
  const one = new Set(rows.map(({ indicator }) => indicator)).size === 1;
  if (third !== undefined) return extremes(desk, rows);
  if (first === undefined || second === undefined) return "";
  return one ? conclude(desk, first.indicator, cells) : (concludePair(desk, first, second) ?? "");
}

function added(desk: Desk, rows: readonly IndicatorRow[]): string {
  if (rows.some(valueIsRate)) return desk.say("sum.rates");
  const sum = sumOf(rows);
  if (sum === null) return "";
  for (const number of sum.numbers) desk.computed(number);
  return desk.say("sum", { result: sum.result, expression: sum.expression, marks: desk.marks(rows) });
}

function missingSide(desk: Desk, { region, year, indicator, side }: SideCell): string {
  return desk.say("missing.cell", {
    where: desk.region(region),
    when: desk.year(year),
    indicator: desk.indicator(indicator),
    kind: desk.say(side.kinds.length === 1 ? `kind.${side.kinds[0]}` : "kind.any"),
  });
}

/** Least share of a printed name that the words must hold, and of the words that the name must. */
const NAME_HELD = 0.5;
const WORDS_HELD = 0.25;
/** Measured in money. */
const TURNOVER = /营收|营业收入|产值|利润|投资额|税收/;

/**
 * The held figures of a side's place and year whose printed names its words hold best (新增了多少家“专精特新”企业),
 * for words that name no indicator of the catalogue.
 */
function namedInWords(sources: Sources, { regions, years, kinds, topic }: Side): NamedIndicator {
  const asked = new Set(pairsOf(lettersOf(topic)));
  const all = sources.rows({ regions, years, ...(kinds.length > 0 ? { kinds } : {}) });
  // 175家 is no 营收 of the industry, whatever it is called.
  const rows = TURNOVER.test(topic) ? all.filter(({ unit }) => unit?.includes("元") === true) : all;
  const scored = [...new Set(rows.map(({ indicator }) => indicator))].flatMap((name) => {
    const own = new Set(pairsOf(lettersOf(name)));
    const shared = [...own].filter((pair) => asked.has(pair)).length;
    const [held, told] = [shared / Math.max(own.size, 1), shared / Math.max(asked.size, 1)];
    return held < NAME_HELD || told < WORDS_HELD ? [] : [{ name, score: held + told }];
  });
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  return { phrase: topic, concepts: [], names: [best?.name ?? topic.replaceAll(" ", "")], measure: null };
}

const lettersOf = (words: string): string => words.replace(/[^\p{Script=Han}a-z]/giu, "");
