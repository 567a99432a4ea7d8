import type { SourceDocument, Table } from "#domain/document.ts";
import { isPlan } from "#domain/document-kind.ts";
import type { IndicatorKind } from "#domain/indicator.ts";
import { monthsOf, type Period, yearsTogether } from "#domain/period.ts";
import { partAt } from "#indicators/extract-part.ts";
import { partOfYear, severalYears } from "#indicators/period-words.ts";
import type { ColumnRole, ValueColumn } from "./column-roles.ts";
import { fits } from "./header-words.ts";

/** Kind, year and period of a column, from its heading, the caption, the columns beside it, or the part of the report. */
export interface TableTime {
  kindOf(column: ValueColumn): IndicatorKind;
  yearOf(column: ValueColumn, kind: IndicatorKind): number | null;
  periodOf(column: ValueColumn, year: number): Period;
}

/** These say that a column is of the whole year, whatever the caption is of. */
const WHOLE_YEAR = /全年|年度|年末|年底/u;

/** What was reached, or is thought to be: both look back. */
const isResult = (kind: IndicatorKind | null): boolean => kind === "actual" || kind === "estimate";

function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?:19|20)\d\d/gu)].map((match) => Number(match[0]));
}

/** Without a word in its headings a table plans when its caption or its part of the report does. */
function tableKind(document: SourceDocument, table: Table): IndicatorKind {
  const caption = table.caption ?? "";
  if (/执行|完成|实际|情况/u.test(caption)) return "actual";
  const [year, more] = yearsIn(caption);
  if (more === undefined && year !== undefined && document.reviewYear !== null) {
    return year > document.reviewYear ? "target" : "actual";
  }
  if (fits("plannedTable", caption)) return "target";
  const part = partAt(document, table.span.start);
  if (part !== null) return part === "plan" ? "target" : "actual";
  // A paper that looks back on a year and plans none tells what was.
  return document.reviewYear !== null && document.planYear === null ? "actual" : "unknown";
}

/** The year where no heading prints one. */
function usualYear(document: SourceDocument, kinds: ReadonlySet<IndicatorKind | null>, kind: IndicatorKind) {
  const { reviewYear, planYear, years } = document;
  if (kind === "unknown") return null;
  if (isResult(kind)) return reviewYear ?? years[0] ?? null;
  return (
    (kinds.has("actual") || kinds.has("estimate") ? reviewYear : planYear) ?? planYear ?? years.at(-1) ?? null
  );
}

/**
 * The result that an aim without a year of its own was set for: the one printed behind it, or before it where the aim
 * is called 年初 or a later aim is dated. Null where the aim is the next year's.
 */
function resultOf(columns: readonly ValueColumn[], aim: ValueColumn): ValueColumn | null {
  const reached = ({ kind, label }: ValueColumn) => isResult(kind) && !fits("previousYear", label);
  const at = columns.indexOf(aim);
  const behind = columns.find((column, index) => index > at && reached(column));
  if (behind !== undefined) return behind;
  const before = columns.findLast((column, index) => index < at && reached(column));
  const dated = columns.some((column) => column.kind === "target" && column.year !== null);
  const sameYear = dated || (before?.year === null && /年初|年度|全年/u.test(aim.label));
  return sameYear ? (before ?? null) : null;
}

/** The columns that a growth or a rank may be of: its neighbours to the left, the nearest first, then those to the right. */
function nearestFirst(columns: readonly ValueColumn[], column: ValueColumn): ValueColumn[] {
  const at = columns.indexOf(column);
  const others = columns.filter(({ measure }) => measure === "itself");
  return [
    ...others.filter((other) => columns.indexOf(other) < at).reverse(),
    ...others.filter((other) => columns.indexOf(other) > at),
  ];
}

/** 增长%, 完成预算%, 位次: a measure of the figure that it is printed beside. */
const isBeside = ({ measure, label }: ValueColumn): boolean =>
  measure === "growth" || (["rank", "share", "proportion"] as const).some((list) => fits(list, label));

/** The column of figures that a growth or a share is told of: the last before it that is no such measure itself. */
function besides(columns: readonly ValueColumn[], measure: ValueColumn): ValueColumn | null {
  const at = columns.indexOf(measure);
  return (
    columns.findLast(
      (other, index) => index < at && !isBeside(other) && !fits("previousYear", other.heading),
    ) ?? null
  );
}

/** In a paper on one month 累计 and 至本月平均 are of all months up to it; 本月 and what says nothing are of the month. */
function partOfMonths(heading: string, part: Period | null, year: number): Period | null {
  const month = /^(?<month>\d{4}-\d\d)\/\k<month>$/u.exec(part ?? "")?.groups?.["month"];
  return month !== undefined && SO_FAR.test(heading) ? monthsOf(year, 1, Number(month.slice(-2))) : part;
}

const SO_FAR = /累计|至本月|本年/u;

export function tableTime(document: SourceDocument, table: Table, roles: readonly ColumnRole[]): TableTime {
  const columns = roles.filter((role) => role.role === "value");
  const undated = new Set(columns.filter((column) => column.year === null).map((column) => column.kind));
  const years = columns.flatMap((column) => column.year ?? []);
  const caption = yearsIn(table.caption ?? "");
  const whole = tableKind(document, table);
  // In accounts a growth may be that of a budget; beside the aim of a plan it is the result's.
  const plans = isPlan(document.kind);
  const kindOf = (column: ValueColumn): IndicatorKind => {
    if (column.kind !== null) return column.kind;
    if (column.measure === "yearly-growth")
      return columns.some((other) => other.kind === "target") ? "target" : whole;
    if (isBeside(column)) {
      const own = plans ? null : besides(columns, column);
      return own?.kind ?? nearestFirst(columns, column).find((other) => isResult(other.kind))?.kind ?? whole;
    }
    if (document.kind === "five-year-plan" && column.year !== null && years.length > 1) {
      return column.year === Math.max(...years) ? "target" : "actual";
    }
    // Of several columns without headings none can be told from the other.
    return column.heading === "" && columns.length > 1 ? "unknown" : whole;
  };
  const byCaption = (kind: IndicatorKind): number | null => {
    // A column without a heading beside others may be of any year.
    if (kind === "unknown") return null;
    if (caption.length === 1) return caption[0] ?? null;
    if (caption.length > 1) return kind === "target" ? Math.max(...caption) : Math.min(...caption);
    return usualYear(document, undated, kind);
  };
  const yearOf = (column: ValueColumn, kind: IndicatorKind): number | null => {
    if (column.year !== null) return column.year;
    if (column.measure === "yearly-growth" && years.length > 0) return Math.max(...years);
    const own = isBeside(column) && !plans ? (besides(columns, column)?.year ?? null) : null;
    if (own !== null) return own;
    const beside = nearestFirst(columns, column).find((other) => other.kind === kind && other.year !== null);
    if (column.kind === null && beside !== undefined) return beside.year;
    const result = column.kind === "target" ? resultOf(columns, column) : null;
    return result === null ? byCaption(kind) : (result.year ?? byCaption("actual"));
  };
  const periodOf = (column: ValueColumn, year: number): Period => {
    const beside = isBeside(column) ? (besides(columns, column) ?? nearestFirst(columns, column)[0]) : null;
    const own = partOfYear(column.heading, year) ?? partOfYear(beside?.heading ?? "", year);
    if (own !== null) return own;
    const words = [table.caption ?? "", document.title].find((each) => partOfYear(each, year) !== null) ?? "";
    if (column.measure === "yearly-growth") {
      const plan = document.kind === "five-year-plan" ? ([document.years[0] ?? year, year] as const) : null;
      return (
        severalYears(column.heading) ??
        severalYears(words) ??
        (plan === null ? "unknown" : yearsTogether(...plan))
      );
    }
    const ofTheYear = column.kind === "target" || WHOLE_YEAR.test(column.heading);
    return (ofTheYear ? null : partOfMonths(column.heading, partOfYear(words, year), year)) ?? "year";
  };
  return { kindOf, yearOf, periodOf };
}
