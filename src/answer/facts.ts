import { Decimal } from "decimal.js";
import { fallsUnsaid, type IndicatorKind, type IndicatorRow } from "#domain/indicator.ts";
import { convert } from "#text/quantity-convert.ts";
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
 * Chooses among rows for one fact. The rule, in order: a number before words; a table before a sentence; the
 * report that looks back on (for targets: forward to) the fact's year before others; the later report; the
 * order of the text. Nothing is averaged; rows that print another value are kept as conflicts.
 */
export function settle(rows: readonly IndicatorRow[], sources: Sources): Fact | null {
  const ordered = [...rows].sort((a, b) => comesFirst(a, b, sources));
  const [row, ...others] = ordered;
  if (row === undefined) return null;
  return { row, conflicts: others.filter((other) => !agrees(row, other)) };
}

function comesFirst(a: IndicatorRow, b: IndicatorRow, sources: Sources): number {
  const rank = (row: IndicatorRow): number[] => {
    const document = sources.document(row.documentId);
    const ownYear = row.kind === "actual" ? document?.reviewYear : document?.planYear;
    return [
      row.value === null ? 1 : 0,
      row.source === "table" ? 0 : 1,
      ownYear === row.year ? 0 : 1,
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

/**
 * The value as a reader should see it: as printed, with the unit put after the number where the table has it in
 * a header (`7左右` with `%` → `7%左右`).
 */
export function printedValue(row: IndicatorRow): string {
  const printed = qualified(row, withUnit(row));
  return fallsUnsaid(row) ? `下降${printed}` : printed;
}

/** Words that stand before the number they bound; all others stand behind it. */
const BEFORE =
  /^(?:[≤≥<>＜＞~约近超]|超过|突破|达到|不低于|不少于|不超过|不高于|低于|高于|至少|接近|大约|将近|力争|约为|只有)/;

/** A sentence's 以上, 左右 or 突破 belongs to its figure as much as the unit does. */
function qualified({ qualifier, value, raw }: IndicatorRow, printed: string): string {
  if (qualifier === null || value === null || raw.includes(qualifier) || qualifier.length > 4) return printed;
  // 3-5家 prints its other end.
  if (qualifier.startsWith("至") && raw.includes(qualifier.slice(1))) return printed;
  return BEFORE.test(qualifier) ? `${qualifier}${printed}` : `${printed}${qualifier}`;
}

function withUnit(row: IndicatorRow): string {
  if (row.value === null || row.unit === null || row.raw.includes(row.unit)) return row.raw;
  // A cell that names another unit (310天以上) needs none.
  const number = /[-−+]?\d[\d,]*(?:\.\d+)?/.exec(row.raw);
  if (number === null) return row.raw;
  const after = row.raw.slice(number.index + number[0].length);
  if (/^\s*[%％‰\u4e00-\u9fff]/.test(after) && !/^\s*(?:左右|以上|以下|以内|之内|及以上|、|，)/.test(after))
    return row.raw;
  return `${row.raw.slice(0, number.index)}${number[0]}${row.unit}${after}`;
}
