import type { SourceDocument, Table, TableRow } from "#domain/document.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import type { PartFigure } from "./part-figures.ts";

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const YEAR = /(?:19|20)\d{2}(?=年)/g;
const TARGET = /目标|预期|计划(?!投资)/;
/** （亿元）, (%)*: a unit behind a name. */
const UNIT = /\(([^()]{1,8})\)\*?$/;

/** The figures of each table of a report about the years asked, every one with the names of its row and its column. */
export function rowFigures(document: SourceDocument, { years, kinds }: Question): PartFigure[][] {
  return document.tables
    .filter((table) => isOf(table, years))
    .map((table) => {
      const columns = table.columns.map(({ title }) => foldPlain(title).replace(/\s/g, ""));
      const results = columns.some((title) => /完成|实际/.test(title)) && !kinds.includes("target");
      return table.rows.flatMap((row) =>
        row.cells.flatMap((cell, at): PartFigure[] => {
          const value = foldPlain(cell.text).replaceAll(",", "");
          const title = columns[at] ?? "";
          if (!NUMBER.test(value) || title === "序号" || (results && TARGET.test(title))) return [];
          const name = nameOf(row);
          const unit = unitOf(table, row, title);
          const parent = row.parent === null ? undefined : table.rows[row.parent];
          return [
            {
              documentId: document.id,
              sentence: row.span,
              value,
              unit,
              raw: `${value}${unit ?? ""}`,
              part: name,
              near: `${wordsOf(name)} ${title.replace(UNIT, "")}`,
              head: parent === undefined ? "" : nameOf(parent).replace(UNIT, ""),
              together: 1,
            },
          ];
        }),
      );
    });
}

/** 新(改)建公厕20座 as 新改建公厕: a name without its unit, its brackets and the number of things it stands for. */
const wordsOf = (name: string): string =>
  name
    .replace(UNIT, "")
    .replace(/[()]/g, "")
    .replace(/\d+[余多]?[个所座条部栋处名件套项张家]/g, "");

function isOf({ caption }: Table, years: readonly number[]): boolean {
  const printed = [...(caption ?? "").matchAll(YEAR)].map(([year]) => Number(year));
  return years.length === 0 || printed.length === 0 || printed.some((year) => years.includes(year));
}

/** The unit in the column's title, behind the row's name or its parent's, in a cell of its own, or of the whole table. */
function unitOf(table: Table, row: TableRow, title: string): string | null {
  const own = table.columns.findIndex((column) => /单位/.test(column.title));
  const parent = row.parent === null ? undefined : table.rows[row.parent];
  const said = [title, nameOf(row), parent === undefined ? "" : nameOf(parent)];
  const bracketed = said.map((words) => UNIT.exec(words)?.[1]).find((unit) => unit !== undefined);
  const cell = own === -1 ? "" : foldPlain(row.cells[own]?.text ?? "").replace(/[()]/g, "");
  return bracketed ?? (cell || table.unit);
}

/** The first words of a row that are no running number, without 其中 and marks. */
function nameOf({ cells }: TableRow): string {
  const words = cells
    .map(({ text }) => foldPlain(text).trim())
    .find((text) => text !== "" && !/^[\d.]+$/.test(text));
  return (words ?? "").replace(/^(?:其中[:,]?|#)/, "").replace(/\s/g, "");
}
