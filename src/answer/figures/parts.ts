import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { printedValue } from "#text/quantity/printed-value.ts";

/** Between the name of an indicator and that of a row 其中 under it. */
const UNDER = "·";
const MOST = 4;

/**
 * The rows 其中 under an indicator: those the question names, or all where the indicator itself has no figure
 * (主要污染物排放总量减少 is “—”, its 化学需氧量 2.5%). At most four.
 */
export function partsOf(desk: Desk, main: IndicatorRow): string[] {
  const { region, year, documentId, indicator } = main;
  if (region === null || indicator.includes(UNDER)) return [];
  const under = desk.sources
    .rows({ regions: [region], years: [year], documents: [documentId] })
    .filter((row) => row.indicator.startsWith(indicator + UNDER) && row.value !== null);
  const parts = [...new Set(under.map(partName))];
  const named = parts.filter((part) => desk.question.asked.includes(part));
  const told = named.length > 0 ? named : main.value === null ? parts.slice(0, MOST) : [];
  return told.flatMap((part) => tell(desk, part, under));
}

const partName = ({ indicator }: IndicatorRow): string => indicator.slice(indicator.indexOf(UNDER) + 1);

function tell(desk: Desk, part: string, under: readonly IndicatorRow[]): string[] {
  const rows = under.filter((row) => partName(row) === part);
  const target = rows.find(({ kind }) => kind === "target");
  const actual = rows.find(({ kind }) => kind === "actual");
  const { kinds } = desk.question;
  if (target !== undefined && actual !== undefined && kinds.length !== 1) {
    const slots = { part, target: printedValue(target), actual: printedValue(actual) };
    return [desk.say("part", { ...slots, marks: desk.marks([target, actual]) })];
  }
  const row = (kinds[0] === "target" ? target : actual) ?? actual ?? target;
  return row === undefined
    ? []
    : [desk.say("part.one", { part, value: printedValue(row), marks: desk.mark(row) })];
}
