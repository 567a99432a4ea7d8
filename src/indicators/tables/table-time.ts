import type { SourceDocument, Table } from "#domain/document.ts";
import type { IndicatorKind } from "#domain/indicator.ts";
import { partAt } from "#indicators/extract-part.ts";
import type { ColumnRole, ValueColumn } from "./column-roles.ts";
import { fits } from "./header-words.ts";

/** Kind and year of a column, from its heading, the caption, the columns beside it, or the part of the report. */
export interface TableTime {
  kindOf(column: ValueColumn): IndicatorKind;
  yearOf(column: ValueColumn, kind: IndicatorKind): number | null;
}

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
  return partAt(document, table.span.start) === "plan" ? "target" : "actual";
}

/** The year where no heading prints one. */
function usualYear(document: SourceDocument, kinds: ReadonlySet<IndicatorKind | null>, kind: IndicatorKind) {
  const { reviewYear, planYear, years } = document;
  if (kind === "actual") return reviewYear ?? years[0] ?? null;
  return (kinds.has("actual") ? reviewYear : planYear) ?? planYear ?? years.at(-1) ?? null;
}

/**
 * The result that an aim without a year of its own was set for: the one printed behind it, or before it where the aim
 * is called 年初 or a later aim is dated. Null where the aim is the next year's.
 */
function resultOf(columns: readonly ValueColumn[], aim: ValueColumn): ValueColumn | null {
  const isResult = (column: ValueColumn) => column.kind === "actual" && !fits("previousYear", column.label);
  const at = columns.indexOf(aim);
  const behind = columns.find((column, index) => index > at && isResult(column));
  if (behind !== undefined) return behind;
  const before = columns.findLast((column, index) => index < at && isResult(column));
  const dated = columns.some((column) => column.kind === "target" && column.year !== null);
  const sameYear = dated || (before?.year === null && /年初|年度|全年/u.test(aim.label));
  return sameYear ? (before ?? null) : null;
}

export function tableTime(document: SourceDocument, table: Table, roles: readonly ColumnRole[]): TableTime {
  const columns = roles.filter((role) => role.role === "value");
  const undated = new Set(columns.filter((column) => column.year === null).map((column) => column.kind));
  const years = columns.flatMap((column) => column.year ?? []);
  const caption = yearsIn(table.caption ?? "");
  const whole = tableKind(document, table);
  const kindOf = (column: ValueColumn): IndicatorKind => {
    if (column.kind !== null) return column.kind;
    if (column.measure === "yearly-growth")
      return columns.some((other) => other.kind === "target") ? "target" : whole;
    if (column.measure === "growth" || fits("rank", column.label) || fits("share", column.label)) {
      return columns.some((other) => other.kind === "actual") ? "actual" : whole;
    }
    if (document.kind === "five-year-plan" && column.year !== null && years.length > 1) {
      return column.year === Math.max(...years) ? "target" : "actual";
    }
    return whole;
  };
  const byCaption = (kind: IndicatorKind): number | null => {
    if (caption.length === 1) return caption[0] ?? null;
    if (caption.length > 1) return kind === "actual" ? Math.min(...caption) : Math.max(...caption);
    return usualYear(document, undated, kind);
  };
  const yearOf = (column: ValueColumn, kind: IndicatorKind): number | null => {
    if (column.year !== null) return column.year;
    if (column.measure === "yearly-growth" && years.length > 0) return Math.max(...years);
    const beside = columns
      .filter((other) => other.kind === kind && other.year !== null)
      .map((other) => other.year);
    if (column.kind === null && beside.length > 0) return beside[0] ?? null;
    const result = column.kind === "target" ? resultOf(columns, column) : null;
    return result === null ? byCaption(kind) : (result.year ?? byCaption("actual"));
  };
  return { kindOf, yearOf };
}
