import { type SourceDocument, sectionPath, type Table } from "#domain/document.ts";
import type { IndicatorKind, IndicatorRow } from "#domain/indicator.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { contains, lastBeginningBy, type Span } from "#domain/span.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { regionMeant, scopeOf } from "#indicators/extract-region.ts";
import { readCell } from "#text/quantity/read-cell.ts";
import type { Triangle } from "#text/quantity/sign.ts";
import { isUnit } from "#text/quantity-units.ts";
import { type ColumnRole, columnRoles, type ValueColumn } from "./column-roles.ts";
import { withHeaderRows } from "./header-rows.ts";
import { fits } from "./header-words.ts";
import { cellIndicator, rowIndicators } from "./indicator-names.ts";
import { markNotes, triangleMeant } from "./mark-notes.ts";
import { type NamedRow, namedRows, oneLine } from "./row-names.ts";
import { attributeIn, isMarked, type StarNote, starNote } from "./star-note.ts";
import { type TableTime, tableTime } from "./table-time.ts";
import { withYearColumns } from "./year-rows.ts";

/** Everything about one table that its cells share. */
interface TableFrame {
  readonly document: SourceDocument;
  readonly table: Table;
  /** The same before its header and years were settled. */
  readonly printed: Table;
  readonly roles: readonly ColumnRole[];
  readonly names: readonly NamedRow[];
  readonly indicators: readonly string[];
  readonly star: StarNote;
  readonly triangle: Triangle;
  readonly time: TableTime;
  readonly section: readonly string[];
  /** Unit for the whole table, or null. */
  readonly unit: string | null;
}

function unitInBrackets(text: string): string | null {
  const inside =
    /[（(]\s*(?:单位[:：]?)?\s*([^（）()\s](?:[^（）()]*[^（）()\s])?)\s*[）)]/u.exec(text)?.[1] ??
    text.replace(/^单位[:：]/u, "").trim();
  const unit = inside.replace("％", "%");
  return isUnit(unit) ? unit : null;
}

function frameOf(document: SourceDocument, printed: Table): TableFrame {
  const table = withYearColumns(withHeaderRows(printed));
  const roles = columnRoles(document, table);
  const notes = markNotes(document, table);
  const names = namedRows(table, roles, notes);
  return {
    document,
    table,
    printed,
    roles,
    names,
    indicators: rowIndicators(names),
    star: starNote(document, table),
    triangle: triangleMeant(document, table),
    time: tableTime(document, table, roles),
    section: sectionPath(document, table.section),
    unit:
      unitInBrackets(table.unit ?? "") ??
      unitInBrackets(/[（(].*?[）)]/u.exec(table.caption ?? "")?.[0] ?? ""),
  };
}

/** The cell of the column with this role, in one line, or null when empty. */
function cellOf(frame: TableFrame, row: number, role: ColumnRole["role"]): string | null {
  const at = frame.roles.findIndex((column) => column.role === role);
  const text = at < 0 ? "" : (frame.table.rows[row]?.cells[at]?.text ?? "");
  const line = oneLine(text);
  return line === "" ? null : line;
}

/** Unit column, else the name's brackets, else those of the row it is part of. */
function rowUnit(frame: TableFrame, row: number): string | null {
  const column = cellOf(frame, row, "unit");
  if (column !== null && /^[〃″"]|^同上/u.test(column)) return row === 0 ? null : rowUnit(frame, row - 1);
  const own =
    column === null ? canonicalName(frame.names[row]?.name ?? "").unit : (unitInBrackets(column) ?? column);
  if (own !== null) return own.replace("％", "%");
  const parent = frame.names[row]?.parent ?? null;
  return parent === null ? null : rowUnit(frame, parent);
}

function attributeOf(frame: TableFrame, row: number): IndicatorRow["attribute"] {
  const column = attributeIn(cellOf(frame, row, "attribute") ?? "");
  if (column !== null) return column;
  const { name = "", parent = null } = frame.names[row] ?? {};
  if (isMarked(name)) return frame.star.marked;
  return parent === null ? frame.star.others : attributeOf(frame, parent);
}

function unitOf(frame: TableFrame, row: number, column: ValueColumn): string | null {
  if (column.unit !== null) return column.unit;
  if (column.measure === "growth" || column.measure === "yearly-growth") return "%";
  if (column.measure === "named" && fits("rank", column.label)) return null;
  if (column.measure === "named" && fits("share", column.label)) return "%";
  return rowUnit(frame, row) ?? frame.unit;
}

/** `12万` in a row of 人 is 12 万人. */
function scaled(own: string | null, unit: string | null): string | null {
  const scale = own === "万" || own === "亿";
  return scale && unit !== null && isUnit(own + unit) ? own + unit : (own ?? unit);
}

interface CellPlace {
  readonly row: number;
  readonly at: number;
  readonly column: ValueColumn;
}

function regionOf(frame: TableFrame, place: CellPlace): string | null {
  const word = cellOf(frame, place.row, "region") ?? place.column.region;
  if (word === null) return frame.document.region;
  if (/^(?:[全我本].|合计|总计)/u.test(word)) return regionMeant(frame.document, word) ?? null;
  return word;
}

/** Tables by region name the indicator in the heading and the region in the row. */
function namesOf(frame: TableFrame, place: CellPlace, growth: boolean): { name: string; indicator: string } {
  const { row, at, column } = place;
  if (!frame.roles.some((role) => role.role === "region")) {
    return {
      name: frame.names[row]?.name ?? "",
      indicator: cellIndicator(frame.indicators[row] ?? "", column, growth),
    };
  }
  const own = column.measure === "named" || column.measure === "itself";
  const heading = (index: number) => frame.table.columns[index]?.levels.at(-1) ?? "";
  const level = own
    ? at
    : frame.roles.findLastIndex(
        (role, index) => index < at && role.role === "value" && role.measure !== "growth",
      );
  const name = heading(level < 0 ? at : level).trim();
  const base = canonicalName(name).indicator;
  return { name, indicator: own ? base : cellIndicator(base, column, growth) };
}

/** The row as it stands in the text: where years are rows, not the one that is read. */
function printedRow(frame: TableFrame, cell: Span): Span | null {
  const row = lastBeginningBy(frame.printed.rows, ({ span }) => span.start, cell.start);
  return row !== null && contains(row.span, cell) ? row.span : null;
}

function rowOf(frame: TableFrame, place: CellPlace): IndicatorRow | null {
  const { row, at, column } = place;
  const source = frame.table.rows[row];
  const cell = source?.cells[at];
  const read = readCell(cell?.text ?? "", frame.triangle);
  if (source === undefined || cell === undefined || read === null) return null;
  const kind: IndicatorKind = frame.time.kindOf(column);
  const year = frame.time.yearOf(column, kind);
  if (year === null) return null;
  const region = regionOf(frame, place);
  return {
    id: `${frame.document.id}:${frame.table.id}:${row + 1}:${at + 1}`,
    documentId: frame.document.id,
    region,
    scope: scopeOf(frame.document, region),
    year,
    period: frame.time.periodOf(column, year),
    ...namesOf(frame, place, read.growth),
    kind,
    value: read.value,
    unit: read.growth && read.unit === null ? "%" : scaled(read.unit, unitOf(frame, row, column)),
    raw: frame.document.text.slice(cell.start, cell.end),
    qualifier: read.qualifier,
    attribute: attributeOf(frame, row),
    status: cellOf(frame, row, "status"),
    note: cellOf(frame, row, "note") ?? frame.names[row]?.note ?? null,
    source: "table",
    confidence: 1,
    start: cell.start,
    end: cell.end,
    context: printedRow(frame, cell) ?? source.span,
    section: frame.section,
  };
}

/** One row for each cell of figures (or of the words that stand for one) of `table`. */
export function tableRows(
  document: SourceDocument,
  printed: Table,
): { rows: IndicatorRow[]; problems: IngestProblem[] } {
  const frame = frameOf(document, printed);
  const { table } = frame;
  const rows: IndicatorRow[] = [];
  const doubts: string[] = [];
  let undated = 0;
  for (const row of table.rows.keys()) {
    for (const [at, column] of frame.roles.entries()) {
      if (column.role !== "value") continue;
      const cell = table.rows[row]?.cells[at]?.text ?? "";
      const doubt = readCell(cell, frame.triangle)?.doubt ?? null;
      if (doubt !== null) doubts.push(`${frame.names[row]?.name ?? ""}: ${oneLine(cell)} (${doubt})`);
      const made = rowOf(frame, { row, at, column });
      if (made !== null) rows.push(made);
      else if (frame.time.yearOf(column, frame.time.kindOf(column)) === null) undated++;
    }
  }
  const where = table.caption ?? table.id;
  const problem = (code: string, message: string): IngestProblem => ({
    ...{ file: document.file, severity: "warning", code, message: `${where}: ${message}`, line: null },
  });
  const problems = [
    ...(undated === 0
      ? []
      : [
          problem(
            "figure_without_year",
            `no year could be told for ${undated} cells; they are not in the indicator table.`,
          ),
        ]),
    ...(doubts.length === 0
      ? []
      : [
          problem(
            "figure_in_doubt",
            `${doubts.length} cells cannot be read whole and have no value: ${doubts.slice(0, 5).join("; ")}`,
          ),
        ]),
  ];
  return { rows, problems };
}
