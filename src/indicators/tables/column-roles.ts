import type { SourceDocument, Table, TableColumn } from "#domain/document.ts";
import { looksBackOnly } from "#domain/document-kind.ts";
import type { IndicatorKind } from "#domain/indicator.ts";
import { withoutPart } from "#indicators/period-words.ts";
import { isAgeGroup } from "#text/quantity/age-group.ts";
import { holdsFigure, looksLikeValue } from "./cell-value.ts";
import { columnPath } from "./column-path.ts";
import { type ColumnPlace, placesOfColumns } from "./column-places.ts";
import { fits, type HeaderWords, headerWords } from "./header-words.ts";
import { type Heading, headingOf, INDEX_BASE, YEAR, yearsNamed } from "./heading.ts";
import type { PlaceMeant } from "./place-words.ts";
import { printedKindIn } from "./printed-kind.ts";
import { holdsPlaces } from "./row-places.ts";

/** A column whose cells are figures. */
export interface ValueColumn {
  readonly role: "value";
  /** Null where the table around it decides. */
  readonly kind: IndicatorKind | null;
  /** Null where caption or kind decide. */
  readonly year: number | null;
  /** What the figure is of the row's indicator: itself, its growth, or a measure named by the heading. */
  readonly measure: "itself" | "growth" | "yearly-growth" | "named";
  /** The heading without year and unit; the measure's name. */
  readonly label: string;
  /** The whole heading without units, which may narrow the time: 2023年1-11月. Empty where there is none. */
  readonly heading: string;
  /** Unit printed in the heading. */
  readonly unit: string | null;
  /** The kind as accounts print it (调整预算数), or null. */
  readonly printedKind: string | null;
  /** What the levels of the heading name, outermost first: 债务限额 over 一般债务; without years, kinds and places. */
  readonly path: readonly string[];
  /** The region that the heading names (全市, 海口市, 市本级), or null where it names none. */
  readonly place: PlaceMeant | null;
}

export type ColumnRole =
  | ValueColumn
  | {
      readonly role:
        | "index"
        | "name"
        | "category"
        | "region"
        | "unit"
        | "attribute"
        | "status"
        | "note"
        | "ignored";
    };

/** Years the relative words of a heading mean: 上年, 今年, 明年. */
export interface YearFrame {
  readonly reviewYear: number | null;
  readonly planYear: number | null;
  /** What 今年 means in this table. */
  readonly thisYear: number | null;
  /** True for a paper that plans nothing, so that no year is ahead of it. */
  readonly past: boolean;
}

const WORD_ROLES = [
  "index",
  "unit",
  "attribute",
  "note",
  "office",
  "status",
  "region",
  "name",
  "category",
] as const satisfies readonly (keyof HeaderWords)[];

function relativeYear(words: string, frame: YearFrame): number | null {
  if (frame.thisYear === null) return null;
  const heading = words.replace(INDEX_BASE, "");
  if (fits("previousYear", heading)) return frame.thisYear - 1;
  if (fits("nextYear", heading)) return frame.thisYear + 1;
  return fits("thisYear", heading) ? frame.thisYear : null;
}

/** Target or actual, by the words of the heading, else by whether its year is past. */
function kindOf(heading: Heading, year: number | null, frame: YearFrame): IndicatorKind | null {
  const words = heading.text.replace(YEAR, "");
  const printed = printedKindIn(words);
  if (printed !== null) return printed.kind;
  if (fits("estimate", words)) return "estimate";
  if (fits("actual", words)) return "actual";
  if (fits("target", words)) return "target";
  if (heading.years.length === 0 || year === null) return null;
  if (frame.past) return "actual";
  if (frame.reviewYear !== null) return year <= frame.reviewYear ? "actual" : "target";
  return frame.planYear !== null && year >= frame.planYear ? "target" : null;
}

/** The kind that the levels above the innermost name: 增速 under 2025年目标 is aimed at. */
function kindAbove({ levels }: Heading, frame: YearFrame): IndicatorKind | null {
  const text = levels.slice(0, -1).join("");
  return kindOf({ text, inner: text, levels: [text], unit: null, years: [] }, null, frame);
}

/** What is left of a heading without the words of plan and result: 年度投资计划 → 投资, 预期目标 → nothing. */
export function contentOf(words: string): string {
  return headerWords.framing.reduce((rest, pattern) => rest.replace(new RegExp(pattern, "gu"), ""), words);
}

function measureOf(words: string, inner: string): ValueColumn["measure"] {
  if (fits("share", words) || fits("rank", words)) return "named";
  if (fits("growth", inner)) return "growth";
  const content = contentOf(words);
  if (fits("yearly", words) && !/[^增长速率±%涨降幅]{2}/u.test(content.replace(/年平?均/u, "")))
    return "yearly-growth";
  if (fits("growth", words) || fits("growth", content)) return "growth";
  return content.length < 2 || fits("plain", words) || fits("ownRegion", content) ? "itself" : "named";
}

/** 增速 under 2025年（亿元） is in per cent: the unit above it is that of the amount beside it. */
function unitIn({ unit, text, levels }: Heading, measure: ValueColumn["measure"]): string | null {
  if (measure === "growth" && levels.length > 1 && unit !== null && !/[%％‰]|百分/u.test(unit)) return null;
  return unit ?? (/[%％]$/.test(text) ? "%" : null);
}

/** 2025年执行数比2024年决算数增减%, 与2020年比较: the year behind it is another's. */
const COMPARED = /(?:[较为占与]|比(?![重例率])).*(?:19|20)\d\d.*$/u;

function valueColumn(heading: Heading, frame: YearFrame, place: ColumnPlace | null): ValueColumn {
  const words = heading.text.replace(YEAR, "").replace(/^[-—–至~]+|[-—–至~]+$/g, "");
  const compared = COMPARED.test(heading.text);
  const [own] = compared ? yearsNamed(heading.text.replace(COMPARED, "")) : heading.years.slice(-1);
  const year = own ?? relativeYear(words, frame);
  const inner = heading.inner.replace(YEAR, "");
  const path = columnPath(heading, place?.level ?? null);
  const measure =
    place === null ? measureOf(withoutPart(words), withoutPart(inner)) : measureOf(inner, inner);
  const judged = [words, inner].some((each) => fits("share", each) || fits("rank", each));
  const compares = fits("growth", words) || fits("growth", inner);
  const kind = judged ? null : compares ? kindAbove(heading, frame) : kindOf(heading, year, frame);
  const comparison = measure === "growth" && kind === null && heading.years.length === 0;
  return {
    role: "value",
    kind,
    year: comparison ? null : year,
    printedKind: judged || compares ? null : (printedKindIn(words)?.printed ?? null),
    measure:
      place === null || !["named", "itself"].includes(measure)
        ? measure
        : path.length > 0
          ? "named"
          : "itself",
    label: heading.levels.map((level) => level.replace(YEAR, "")).findLast(Boolean) ?? heading.text,
    path,
    heading: heading.text,
    unit: unitIn(heading, measure),
    place,
  };
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/** A column as it is printed, and the place its heading names. */
interface ColumnRead {
  readonly column: TableColumn;
  readonly cells: readonly string[];
  readonly place: ColumnPlace | null;
}

/** Headings say what a column holds; the cells decide where a heading may mean either (完成情况: figures or words). */
function roleOf({ column, cells, place }: ColumnRead, frame: YearFrame): ColumnRole {
  const heading = headingOf(column);
  const word = WORD_ROLES.find((list) => fits(list, heading.inner) || fits(list, heading.text));
  const figures = share(cells, holdsFigure);
  if (word === "status" && figures > 0.5) return valueColumn(heading, frame, place);
  if (word === "office") return { role: "ignored" };
  /** 城市 beside 农村 heads figures, not the names of cities. */
  const misread = word === "region" && share(cells, (cell) => /\p{Script=Han}{2}/u.test(cell)) < 0.5;
  if (word !== undefined && !misread) return { role: word };
  const values = share(cells, looksLikeValue);
  if (values >= 0.5) {
    const column = valueColumn(heading, frame, place);
    if (column.measure !== "named" || figures > 0) return column;
  }
  return { role: "ignored" };
}

/**
 * What 今年 means: the caption's year, else the plan year where a table sets this year's aims beside last year's
 * figures; not where it holds this year's figures too, or looks on to the next.
 */
function frameOf(document: SourceDocument, table: Table): YearFrame {
  const { reviewYear, planYear } = document;
  const titles = table.columns.map((column) => headingOf(column).text);
  const thisYears = titles.filter((title) => fits("thisYear", title));
  const done =
    titles.some((title) => fits("nextYear", title)) ||
    thisYears.some((title) => fits("actual", title) || fits("estimate", title));
  const aims = !done && thisYears.some((title) => fits("target", title));
  const [year, other] = yearsNamed(table.caption ?? "");
  const usual = aims ? planYear : reviewYear;
  const past = looksBackOnly(document.kind);
  return { reviewYear, planYear, past, thisYear: other === undefined ? (year ?? usual) : usual };
}

/** The role of each column of `table`, by headings and cells. At least one column names the rows, or none has a value. */
export function columnRoles(document: SourceDocument, table: Table): ColumnRole[] {
  const frame = frameOf(document, table);
  const places = placesOfColumns(document, table);
  const roles = table.columns.map((column, at): ColumnRole => {
    const cells = table.rows.map((row) => row.cells[at]?.text ?? "");
    if (at === 0 && share(cells, isAgeGroup) > 0.5) return { role: "name" };
    return roleOf({ column, cells, place: places[at] ?? null }, frame);
  });
  return withName(withPlaces(roles, document, table), table);
}

/** A column of names that are places is one of regions, whatever it is called. */
function withPlaces(roles: readonly ColumnRole[], document: SourceDocument, table: Table): ColumnRole[] {
  const names = roles.findIndex(({ role }) => role === "name" || role === "ignored" || role === "category");
  if (roles.some(({ role }) => role === "region") || names < 0) return [...roles];
  const places = holdsPlaces(document, table, names);
  return roles.map((role, at) => (places && at === names ? { role: "region" } : role));
}

/** Without a column called 指标 or the like, the category, the region, or the first column of words names the rows. */
function withName(roles: ColumnRole[], table: Table): ColumnRole[] {
  if (roles.some((role) => role.role === "name" || role.role === "region")) return roles;
  const category = roles.findIndex((role) => role.role === "category");
  const words = roles.findIndex(
    (role, at) =>
      role.role === "ignored" &&
      share(
        table.rows.map((row) => row.cells[at]?.text ?? ""),
        (cell) => /\p{Script=Han}/u.test(cell),
      ) > 0.5,
  );
  const name = category >= 0 ? category : words;
  if (name < 0) return roles.map(() => ({ role: "ignored" }));
  return roles.map((role, at) => (at === name ? { role: "name" } : role));
}
