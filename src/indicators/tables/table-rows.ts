import type { SourceDocument, Table, TableCell } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { contains, lastBeginningBy, type Span } from "#domain/span.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { scopeOf } from "#indicators/extract-region.ts";
import { readCell } from "#text/quantity/read-cell.ts";
import { isUnit } from "#text/quantity-units.ts";
import { type CellPlace, namesOf } from "./cell-names.ts";
import type { ValueColumn } from "./column-roles.ts";
import { halvesOf } from "./halves.ts";
import { fits } from "./header-words.ts";
import { yearsNamed } from "./heading.ts";
import { fittingUnit } from "./indicator-names.ts";
import { tableParts } from "./inner-headers.ts";
import { type PrintedKind, printedKindIn } from "./printed-kind.ts";
import { oneLine } from "./row-names.ts";
import { attributeIn, isMarked } from "./star-note.ts";
import { cellOf, frameOf, placeOfRow, type TableFrame } from "./table-frame.ts";
import { unitInBrackets } from "./unit-words.ts";

/** The row that this one is set in under, whose unit is its own: 制造业 under 从业人员数（万人）, and not a rate. */
function setInUnder({ table, names, above }: TableFrame, row: number): number | null {
  const over = above[row] ?? null;
  const deeper = over !== null && (table.rows[row]?.indent ?? 0) > (table.rows[over]?.indent ?? 0);
  return deeper && !/[率比]|指数|增[长幅速]/u.test(names[row]?.name ?? "") ? over : null;
}

/** Unit column, else the name's brackets, else those of the row it is part of. */
function rowUnit(frame: TableFrame, row: number): string | null {
  const column = cellOf(frame, row, "unit");
  if (column !== null && /^[〃″"]|^同上/u.test(column)) return row === 0 ? null : rowUnit(frame, row - 1);
  const own =
    column === null ? canonicalName(frame.names[row]?.name ?? "").unit : (unitInBrackets(column) ?? column);
  if (own !== null) return own.replace("％", "%");
  const parent = frame.names[row]?.parent ?? (frame.unit === null ? setInUnder(frame, row) : null);
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
  if (column.measure === "named" && (fits("share", column.label) || fits("proportion", column.label)))
    return "%";
  if (frame.index) return null;
  return rowUnit(frame, row) ?? frame.unit;
}

/** `12万` in a row of 人 is 12 万人. */
function scaled(own: string | null, unit: string | null): string | null {
  const scale = own === "万" || own === "亿";
  return scale && unit !== null && isUnit(own + unit) ? own + unit : (own ?? unit);
}

/** The place of the row, with what of it the column is (市辖区); else that of the column; else the table's. */
function regionOf(frame: TableFrame, { row, column }: CellPlace): string | null {
  const ofRow = placeOfRow(frame, row);
  const { region: own } = frame.document;
  if (ofRow === null) return column.place === null ? frame.region : column.place.region;
  if (column.place === null || column.place.region === own || ofRow.region === null) return ofRow.region;
  const part =
    own !== null && column.place.region?.startsWith(own) ? column.place.region.slice(own.length) : "";
  return part === "" ? ofRow.region : `${ofRow.region}${part}`;
}

/** The row as it stands in the text: where years are rows, not the one that is read. */
function printedRow(frame: TableFrame, cell: Span): Span | null {
  const row = lastBeginningBy(frame.printed.rows, ({ span }) => span.start, cell.start);
  return row !== null && contains(row.span, cell) ? row.span : null;
}

interface ToldByName {
  readonly year: number | null;
  readonly kind: PrintedKind | null;
}

/** What the row's own name, else that of its whole, says of its time and kind: 一、2020年末地方政府债务余额, 2021年债务付息决算数. */
function toldByName(frame: TableFrame, { row, column }: CellPlace): ToldByName {
  if (column.year !== null) return { year: null, kind: null };
  for (let at: number | null = row; at !== null; at = frame.names[at]?.parent ?? frame.above[at] ?? null) {
    const name = frame.names[at]?.name ?? "";
    const [year, another] = yearsNamed(name.replace(/[（(].*$/u, ""));
    if (year === undefined || another !== undefined) continue;
    return { year, kind: column.kind === null ? printedKindIn(name) : null };
  }
  return { year: null, kind: null };
}

/** The cells of one printed table by where they stand in it: a table read in parts keeps its ids. */
function cellIds(printed: Table): ReadonlyMap<TableCell, string> {
  return new Map(
    printed.rows.flatMap(({ cells }, row) =>
      cells.map((cell, at): [TableCell, string] => [cell, `${row + 1}:${at + 1}`]),
    ),
  );
}

function rowOf(
  frame: TableFrame,
  place: CellPlace,
  ids: ReadonlyMap<TableCell, string>,
): IndicatorRow | null {
  const { row, at, column } = place;
  const source = frame.table.rows[row];
  const cell = source?.cells[at];
  const read = readCell(cell?.text ?? "", frame.triangle);
  if (source === undefined || cell === undefined || read === null) return null;
  const told = toldByName(frame, place);
  const kind = told.kind?.kind ?? frame.time.kindOf(column);
  const year = told.year ?? frame.time.yearOf(column, kind);
  if (year === null) return null;
  const region = regionOf(frame, place);
  const unit = read.growth && read.unit === null ? "%" : scaled(read.unit, unitOf(frame, row, column));
  const { name, indicator: named } = namesOf(frame, place, read.growth);
  if (named === "") return null;
  const indicator = frame.plan ? named : fittingUnit(named, name, unit);
  const printedKind = column.printedKind ?? told.kind?.printed ?? null;
  return {
    id: `${frame.document.id}:${frame.table.id}:${ids.get(cell) ?? `${row + 1}:${at + 1}`}`,
    documentId: frame.document.id,
    region,
    scope: scopeOf(frame.document, region),
    year,
    period: frame.time.periodOf(column, year),
    name,
    indicator,
    kind,
    ...(printedKind === null ? {} : { printedKind }),
    value: read.value,
    unit,
    raw: frame.document.text.slice(cell.start, cell.end),
    qualifier: read.qualifier,
    attribute: attributeOf(frame, row),
    status: cellOf(frame, row, "status"),
    note: cellOf(frame, row, "note") ?? frame.names[row]?.note ?? null,
    source: "table",
    confidence: 1,
    start: cell.start,
    end: cell.end,
    context: (source.span === frame.table.span ? printedRow(frame, cell) : null) ?? source.span,
    section: frame.section,
  };
}

/** What a printed table yields. */
export interface TableFigures {
  readonly rows: IndicatorRow[];
  readonly problems: IngestProblem[];
  /** What the table is of, by its caption. */
  readonly subject: string;
}

/** One row for each cell of figures (or of the words that stand for one) of `table`. */
export function tableRows(document: SourceDocument, printed: Table): TableFigures {
  const parts = tableParts(printed).flatMap(halvesOf);
  const frames = parts.map((part) => frameOf(document, printed, part));
  const ids = cellIds(printed);
  const rows: IndicatorRow[] = [];
  const doubts: string[] = [];
  let undated = 0;
  for (const frame of frames) {
    for (const row of frame.table.rows.keys()) {
      for (const [at, column] of frame.roles.entries()) {
        if (column.role !== "value") continue;
        const cell = frame.table.rows[row]?.cells[at]?.text ?? "";
        const doubt = readCell(cell, frame.triangle)?.doubt ?? null;
        if (doubt !== null) doubts.push(`${frame.names[row]?.name ?? ""}: ${oneLine(cell)} (${doubt})`);
        const made = rowOf(frame, { row, at, column }, ids);
        if (made !== null) rows.push(made);
        else if (frame.time.yearOf(column, frame.time.kindOf(column)) === null) undated++;
      }
    }
  }
  return {
    rows,
    problems: problemsOf(document, printed, { undated, doubts }),
    subject: frames[0]?.subject ?? "",
  };
}

interface Trouble {
  readonly undated: number;
  readonly doubts: readonly string[];
}

function problemsOf(document: SourceDocument, table: Table, { undated, doubts }: Trouble): IngestProblem[] {
  const where = table.caption ?? table.id;
  const problem = (code: string, message: string): IngestProblem => ({
    ...{ file: document.file, severity: "warning", code, message: `${where}: ${message}`, line: null },
  });
  return [
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
}
