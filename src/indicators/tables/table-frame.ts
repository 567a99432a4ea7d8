import { type SourceDocument, sectionAt, sectionPath, type Table } from "#domain/document.ts";
import { isPlan } from "#domain/document-kind.ts";
import type { Triangle } from "#text/quantity/sign.ts";
import { type ColumnRole, columnRoles } from "./column-roles.ts";
import { INDEX_BASE, withArabicYears } from "./heading.ts";
import { rowIndicators } from "./indicator-names.ts";
import { withKindColumns } from "./kind-rows.ts";
import { markNotes, triangleMeant } from "./mark-notes.ts";
import { type PlaceMeant, placeMeant } from "./place-words.ts";
import { type NamedRow, namedRows, oneLine } from "./row-names.ts";
import { rowsAbove, wholesOf } from "./row-parts.ts";
import { placesOfRows } from "./row-places.ts";
import { type StarNote, starNote } from "./star-note.ts";
import { subjectOf } from "./subject.ts";
import { ownLevelIn } from "./table-scope.ts";
import { type TableTime, tableTime } from "./table-time.ts";
import { unitInBrackets } from "./unit-words.ts";
import { withYearColumns } from "./year-rows.ts";

/** Everything about one table that its cells share. */
export interface TableFrame {
  readonly document: SourceDocument;
  readonly table: Table;
  /** The same as it stands in the text. */
  readonly printed: Table;
  readonly roles: readonly ColumnRole[];
  readonly names: readonly NamedRow[];
  readonly indicators: readonly string[];
  /** The row that each lies under, by numbering and indents. */
  readonly above: readonly (number | null)[];
  /** The place that each row is of, where the rows are places. */
  readonly places: readonly (PlaceMeant | null)[] | null;
  /** Whom the table as a whole is of. */
  readonly region: string | null;
  /** What the table is of, by its caption. */
  readonly subject: string;
  /** True in a plan or work report, whose names are the catalogue's. */
  readonly plan: boolean;
  /** True where its figures are indices (上年=100). */
  readonly index: boolean;
  readonly star: StarNote;
  readonly triangle: Triangle;
  readonly time: TableTime;
  readonly section: readonly string[];
  /** Unit for the whole table, or null. */
  readonly unit: string | null;
}

/** The frame of one part of a printed table: its columns typed, its rows named. */
export function frameOf(document: SourceDocument, printed: Table, part: Table): TableFrame {
  const { table: own, shared } = withoutSharedLevels(captioned(part));
  const table = withYearColumns(withKindColumns(own));
  const roles = columnRoles(document, table);
  const notes = markNotes(document, table);
  const printedNames = namedRows(table, roles, notes);
  const above = rowsAbove(table, printedNames);
  const wholes = wholesOf(table, printedNames, above);
  const names = printedNames.map((row, at) => ({ ...row, parent: wholes[at] ?? null }));
  const subject = shared === "" ? subjectOf(document, table.caption) : subjectOf(document, shared);
  const regions = roles.findIndex(({ role }) => role === "region");
  const section = sectionsOf(document, { ...printed, caption: printed.caption ?? table.caption });
  return {
    document,
    table,
    printed,
    roles,
    names,
    above,
    indicators: rowIndicators(names, { subject, above, heads: headsOf(document, table, section) }),
    places: regions < 0 ? null : placesOfRows(document, table, regions),
    region: ownLevelIn(document, [table.caption ?? "", ...section.toReversed()]),
    subject,
    plan: isPlan(document.kind),
    index: isOfIndices(table),
    star: starNote(document, table),
    triangle: triangleMeant(document, table),
    time: tableTime(document, table, roles),
    section,
    unit:
      unitInBrackets(table.unit ?? "") ??
      unitInBrackets(/[（(].*?[）)]/u.exec(table.caption ?? "")?.[0] ?? ""),
  };
}

const CAPTION_CELL = /^(?:附?表|附件)\s*[\d一二三四五六七八九十]/u;

/** A caption that stands in the first cell of the header is the table's; years in words are read as figures. */
function captioned(table: Table): Table {
  const inHeader = table.columns[0]?.levels.find((level) => CAPTION_CELL.test(level));
  if (table.caption !== null || inHeader === undefined)
    return { ...table, caption: table.caption === null ? null : withArabicYears(table.caption) };
  const columns = table.columns.map(({ levels }) => {
    const own = levels.filter((level) => level !== inHeader);
    return { levels: own, title: own.join(" ") };
  });
  return { ...table, caption: withArabicYears(inHeader), columns };
}

/** What heads all columns of a table, the names among them, says what it is of: 一般公共预算收入 over 项目 and 预算数. */
function withoutSharedLevels(table: Table): { table: Table; shared: string } {
  const [first] = table.columns[0]?.levels ?? [];
  const all =
    table.columns.length > 1 && table.columns.every(({ levels }) => levels.length > 1 && levels[0] === first);
  if (first === undefined || !all) return { table, shared: "" };
  const columns = table.columns.map(({ levels }) => {
    const own = levels.slice(1);
    return { levels: own, title: own.join(" ") };
  });
  return { table: { ...table, columns }, shared: first };
}

/** The titles down to the table; its own caption last, also where it is no section. */
function sectionsOf(document: SourceDocument, { section, caption, span }: Table): string[] {
  if (section !== null) return sectionPath(document, section);
  const around = sectionAt(document, span.start)?.id ?? null;
  const path = sectionPath(document, around);
  return caption === null || caption === path.at(-1) ? path : [...path, caption];
}

/** The words that head a table, which its names are heard with; a plan's names are the catalogue's. */
function headsOf(
  { kind }: SourceDocument,
  { caption, columns }: Table,
  section: readonly string[],
): string | null {
  if (isPlan(kind)) return null;
  return [caption ?? "", ...columns.map(({ title }) => title), section.at(-1) ?? ""].join(" ");
}

function isOfIndices({ caption, columns }: Table): boolean {
  const based = (words: string) => INDEX_BASE.test(words.replaceAll(" ", ""));
  return based(caption ?? "") || columns.some(({ title }) => based(title));
}

/** The cell of the column with this role, in one line, or null when empty. */
export function cellOf(frame: TableFrame, row: number, role: ColumnRole["role"]): string | null {
  const at = frame.roles.findIndex((column) => column.role === role);
  const text = at < 0 ? "" : (frame.table.rows[row]?.cells[at]?.text ?? "");
  const line = oneLine(text);
  return line === "" ? null : line;
}

/** The place that a word in a column of regions means, else the word itself. */
export function placeOfRow(frame: TableFrame, row: number): PlaceMeant | null {
  const word = cellOf(frame, row, "region");
  if (word === null) return null;
  return frame.places?.[row] ?? placeMeant(frame.document, word) ?? { region: word };
}
