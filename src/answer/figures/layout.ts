import type { Desk } from "#answer/desk.ts";
import type { Fact } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Block } from "#protocol/chat.ts";
import { spoken } from "./clause.ts";
import type { GridCell } from "./grid.ts";

/** A place in the comparison that is held. */
export interface Filled extends GridCell {
  readonly fact: Fact;
}

/**
 * The figures one under another: region, year, indicator, kind, value with its marker. A column that says the same
 * in every row is left out where the lead says it: a phone shows three columns.
 */
export function tableOf(desk: Desk, figures: readonly IndicatorRow[], lead = ""): Block {
  const columns = [
    { head: "region", cells: figures.map(({ region }) => desk.region(region)) },
    { head: "year", cells: figures.map(({ year }) => desk.year(year)) },
    { head: "indicator", cells: figures.map((row) => desk.indicatorOf(row)) },
    { head: "kind", cells: figures.map(({ kind }) => desk.say(`kindname.${kind}`)) },
  ].filter(
    ({ cells: [first = "", ...others] }) => !lead.includes(first) || others.some((cell) => cell !== first),
  );
  const rows = figures.map((row, at) => [
    ...columns.map(({ cells }) => cells[at] ?? ""),
    `${spoken(desk, row)}${desk.mark(row)}`,
  ]);
  const heads = [...columns.map(({ head }) => head), "value"];
  return { type: "table", columns: heads.map((head) => desk.say(`heading.${head}`)), rows };
}

/** The figures as a chart, each result beside the aim that its own place prints; empty where their units differ. */
export function chartOf(desk: Desk, name: string, cells: readonly Filled[]): Block[] {
  const told = cells.map(({ fact }) => fact.row).filter(({ value }) => value !== null);
  const units = new Set(told.map(({ unit }) => unit));
  if (told.length < 2 || units.size > 1) return [];
  const rows = told.flatMap((row) => [row, ...aimBeside(desk, row, told)]);
  const regions = new Set(rows.map(({ region }) => region));
  const overYears = new Set(rows.map(({ year }) => year)).size > 1;
  return [
    {
      type: "chart",
      shape: overYears && told.length > 2 ? "line" : "bar",
      title: desk.indicator(name),
      unit: rows[0]?.unit ?? null,
      points: rows.map((row) => ({
        label: overYears ? desk.year(row.year) : desk.region(row.region),
        series: overYears && regions.size > 1 ? desk.region(row.region) : desk.say(`kindname.${row.kind}`),
        kind: row.kind,
        value: Number(row.value),
      })),
    },
  ];
}

/**
 * The aim that stands in the very place that is cited for a result (地区生产总值增速 | 7左右 | 3.7), where no kind was asked
 * for: the reader sees it in the quote already. An aim printed elsewhere would need a source that the words do not name.
 */
function aimBeside(
  { question, sources }: Desk,
  row: IndicatorRow,
  told: readonly IndicatorRow[],
): IndicatorRow[] {
  const { region, year, indicator, documentId, unit, context } = row;
  if (row.kind !== "actual" || region === null || question.kinds.length > 0) return [];
  if (told.some((each) => each.kind === "target" && each.region === region && each.year === year)) return [];
  const aims = sources.rows({
    ...{ regions: [region], years: [year], kinds: ["target"], indicators: [indicator] },
    documents: [documentId],
  });
  const beside = aims.find(
    (aim) =>
      aim.value !== null &&
      aim.unit === unit &&
      aim.scope === row.scope &&
      aim.period === row.period &&
      aim.context.start === context.start &&
      aim.context.end === context.end,
  );
  return beside === undefined ? [] : [beside];
}
