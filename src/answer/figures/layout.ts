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

/** The figures as a chart; empty where their units differ. */
export function chartOf(desk: Desk, name: string, cells: readonly Filled[]): Block[] {
  const rows = cells.map(({ fact }) => fact.row).filter(({ value }) => value !== null);
  const units = new Set(rows.map(({ unit }) => unit));
  if (rows.length < 2 || units.size > 1) return [];
  const regions = new Set(rows.map(({ region }) => region));
  const overYears = new Set(rows.map(({ year }) => year)).size > 1;
  return [
    {
      type: "chart",
      shape: overYears && rows.length > 2 ? "line" : "bar",
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
