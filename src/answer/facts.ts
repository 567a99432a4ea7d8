import { Decimal } from "decimal.js";
import type { IndicatorKind, IndicatorRow } from "#domain/indicator.ts";
import { convert } from "#text/quantity-convert.ts";
import { revision } from "./revised.ts";
import type { Sources } from "./sources.ts";

/** One fact as the reports print it, with every place that prints it. */
export interface Fact {
  /** The row to show; `comesFirst` says why this one. */
  readonly row: IndicatorRow;
  /** Other rows that print something else for the same fact. */
  readonly conflicts: readonly IndicatorRow[];
}

export interface FactKey {
  readonly region: string;
  readonly year: number;
  readonly kind: IndicatorKind;
  /** Canonical names, best first; the first that is held answers. */
  readonly names: readonly string[];
}

/** Looks one fact up; null when no report prints it. */
export function factFor(sources: Sources, { region, year, kind, names }: FactKey): Fact | null {
  for (const name of names) {
    const rows = sources.rows({ regions: [region], years: [year], kinds: [kind], indicators: [name] });
    const fact = settle(rows, sources);
    if (fact !== null) return fact;
  }
  return null;
}

/**
 * Chooses among rows for one fact. The rule, in order: a number before words; what a report calls revised before the rest,
 * and what it calls preliminary behind; a table before a sentence; the report that looks back on (for targets: forward to) the fact's year before others; a figure before a mark that it
 * passed; the later report; the order of the text. Nothing is averaged; rows that print another value are kept as conflicts.
 */
export function settle(rows: readonly IndicatorRow[], sources: Sources): Fact | null {
  const ordered = [...rows].sort((a, b) => comesFirst(a, b, sources));
  const [row, ...others] = ordered;
  if (row === undefined) return null;
  return { row, conflicts: others.filter((other) => !agrees(row, other) && !passes(row, other)) };
}

/** 突破5000亿元, 100万人以上: what was reached and passed. */
const PASSED = /超|破|逾|跨|以上|[多余]$/u;
const isMark = ({ qualifier, kind }: IndicatorRow): boolean =>
  kind === "actual" && qualifier !== null && PASSED.test(qualifier);
/** So far above a mark a figure may lie that passed it: 5696亿元 passed 5000亿元. */
const BEYOND_MARK = 1.5;

/** Whether a figure is one that passed the mark which the other row tells, and so no other record of it. */
function passes(row: IndicatorRow, other: IndicatorRow): boolean {
  if (!isMark(other) || isMark(row) || row.value === null || other.value === null) return false;
  const mark = convert(other.value, other.unit ?? "", row.unit ?? "");
  if (mark === null) return false;
  const [amount, least] = [new Decimal(row.value), new Decimal(mark)];
  return amount.gte(least) && amount.lte(least.times(BEYOND_MARK));
}

function comesFirst(a: IndicatorRow, b: IndicatorRow, sources: Sources): number {
  const rank = (row: IndicatorRow): number[] => {
    const document = sources.document(row.documentId);
    const ownYear = row.kind === "actual" ? document?.reviewYear : document?.planYear;
    return [
      row.value === null ? 1 : 0,
      revision(row, sources),
      row.source === "table" ? 0 : 1,
      ownYear === row.year ? 0 : 1,
      isMark(row) ? 1 : 0,
      -(document?.reviewYear ?? 0),
      -row.confidence,
      row.start,
    ];
  };
  const [left, right] = [rank(a), rank(b)];
  for (let i = 0; i < left.length; i++) {
    const order = (left[i] ?? 0) - (right[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * True when two rows print the same amount; 3.7 and 3.70 agree, 1.9万亿元 and 19000亿元 agree, and so do 4.5万人 and
 * 45489人, the one rounded from the other.
 */
export function agrees(a: IndicatorRow, b: IndicatorRow): boolean {
  if (a.value === null || b.value === null) return a.value === b.value || a.source !== b.source;
  const unit = a.unit ?? b.unit ?? "";
  const inA = convert(b.value, b.unit ?? unit, unit);
  const inB = convert(a.value, unit, b.unit ?? unit);
  if (inA === null || inB === null) return true;
  return roundsTo(inA, a.value) || roundsTo(inB, b.value);
}

/** True when `exact` is `printed`, or `printed` (two digits or more) is `exact` rounded. */
function roundsTo(exact: string, printed: string): boolean {
  const amount = new Decimal(exact);
  const rounded = new Decimal(printed);
  if (amount.equals(rounded)) return true;
  return rounded.precision() > 1 && amount.toDecimalPlaces(rounded.decimalPlaces()).equals(rounded);
}
