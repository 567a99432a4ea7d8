import type { RecordedRow } from "#evaluate/report/run-record.ts";
import type { Item } from "#evaluate/sets/item.ts";
import type { GoldCell } from "#evaluate/sets/question-set.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import { type Estimate, share } from "./estimate.ts";
import { foldNumbers } from "./match.ts";

export interface LookupScores {
  /** Share of gold cells that the indicator table holds exactly, asked for directly. */
  readonly inTable: Estimate;
  /** Share of gold cells among the rows that the answer used. */
  readonly used: Estimate;
  /** Share of gold cells used with target and actual mixed up; must be 0. */
  readonly kindSwapped: Estimate;
  /** For questions without gold cells but with table evidence: every wanted figure stands in a row used. */
  readonly figuresInRows: Estimate;
}

/** How one gold cell was met. `inTable` is null where the table could not be asked. */
export interface CellResult {
  readonly wanted: string;
  readonly inTable: boolean | null;
  readonly used: boolean;
  readonly kindSwapped: boolean;
}

/**
 * Exact cell: region, year, indicator, kind and value (or the cell as printed) all equal, each where the gold gives it.
 * Source: exact match of cells as in table question answering (denotation accuracy, Pasupat and Liang, WikiTableQuestions, 2015).
 */
export function scoreLookup(items: readonly Item[]): LookupScores {
  const cells = items.flatMap(cellResults);
  return {
    inTable: share(cells.flatMap(({ inTable }) => inTable ?? [])),
    used: share(cells.map(({ used }) => used)),
    kindSwapped: share(cells.map(({ kindSwapped }) => kindSwapped)),
    figuresInRows: share(items.flatMap((item) => figuresInRows(item) ?? [])),
  };
}

/** How each gold cell of one question was met. */
export function cellResults({ question, record, response }: Item): CellResult[] {
  const rows = response?.indicators ?? [];
  return question.cells.map((cell, index) => {
    const table = record.lookups[index] ?? null;
    const used = rows.some((row) => isCell(row, cell));
    const inTable = table === null ? null : table.some((row) => isCell(row, cell));
    const kindSwapped =
      (!used && rows.some((row) => isOtherKind(row, cell))) ||
      (inTable === false && (table ?? []).some((row) => isOtherKind(row, cell) && isSameFigure(row, cell)));
    return { wanted: describeCell(cell), inTable, used, kindSwapped };
  });
}

/** True when each figure the answer must hold is the value of a row it used; null when that is not known to be needed. */
export function figuresInRows({ question, response }: Item): boolean | null {
  const isLookup = question.evidence_cells.length > 0 && question.cells.length === 0 && !question.computed;
  const wanted = question.must.filter((group) => group.every((one) => isFigure(one)));
  if (!isLookup || question.expect !== "answer" || wanted.length === 0) return null;
  const printed = (response?.indicators ?? []).flatMap(({ raw, value }) => [
    ...numeralsIn(raw),
    String(value),
  ]);
  return wanted.every((group) => group.some((one) => printed.includes(foldNumbers(one))));
}

export function describeCell({ region, year, indicator, kind, value, raw }: GoldCell): string {
  return [region, year, indicator, kind, raw ?? value].filter((part) => part !== undefined).join(" ");
}

function isCell(row: RecordedRow, cell: GoldCell): boolean {
  return row.kind === cell.kind && isSameFact(row, cell) && isSameFigure(row, cell);
}

/** The fact asked for, as target where the actual is wanted or the other way round. */
function isOtherKind(row: RecordedRow, cell: GoldCell): boolean {
  const aimOrResult = row.kind === "actual" || row.kind === "target";
  return isSameFact(row, cell) && aimOrResult && row.kind !== cell.kind;
}

function isSameFact(row: RecordedRow, { region, year, indicator }: GoldCell): boolean {
  return (
    (region === undefined || row.region === region) &&
    (year === undefined || row.year === year) &&
    (indicator === undefined || row.indicator === indicator)
  );
}

function isSameFigure(row: RecordedRow, { value, raw }: GoldCell): boolean {
  return (
    (value === undefined || row.value === value) &&
    (raw === undefined || foldNumbers(row.raw) === foldNumbers(raw))
  );
}

function isFigure(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(foldNumbers(text));
}
