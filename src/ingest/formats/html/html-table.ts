import type { DraftCell, DraftRow } from "#ingest/formats/draft-row.ts";
import { foldSpace } from "#ingest/formats/fold-space.ts";
import { indentOf, rawText } from "./cell-text.ts";
import { attribute, descendants, elementsOf, type PageElement } from "./page-tree.ts";

/** Limits of the HTML standard (4.9.11). */
const WIDEST = 1_000;
const TALLEST = 65_534;

/** The rows of a table, those of tables within its cells left out; spans as the page gives them. */
export function tableRows(table: PageElement, notes: ReadonlySet<string>): DraftRow[] {
  return sectionsOf(table).flatMap(({ rows, head }) =>
    rows.map((row, at) => {
      const cells = cellsOf(row);
      const header = head || (cells.length > 0 && cells.every(({ tagName }) => tagName === "th"));
      return { cells: cells.map((cell) => draftCell(cell, rows.length - at, notes)), page: null, header };
    }),
  );
}

/** The cells of a table with their element, row by row. */
export function cellElements(table: PageElement): PageElement[][] {
  return sectionsOf(table).flatMap(({ rows }) => rows.map(cellsOf));
}

function sectionsOf(table: PageElement): { rows: PageElement[]; head: boolean }[] {
  const parts = elementsOf(table).filter(({ tagName }) => /^(?:thead|tbody|tfoot)$/u.test(tagName));
  return parts.map((part) => ({
    rows: elementsOf(part).filter(({ tagName }) => tagName === "tr"),
    head: part.tagName === "thead",
  }));
}

function cellsOf(row: PageElement): PageElement[] {
  return elementsOf(row).filter(({ tagName }) => tagName === "td" || tagName === "th");
}

function draftCell(cell: PageElement, rowsLeft: number, notes: ReadonlySet<string>): DraftCell {
  const text = rawText(cell, notes);
  const down = spanOf(cell, "rowspan", TALLEST);
  return {
    text,
    rowSpan: Math.min(down === 0 ? rowsLeft : down, rowsLeft),
    colSpan: Math.max(1, spanOf(cell, "colspan", WIDEST)),
    indent: indentOf(cell, text),
  };
}

/** A span as browsers read it: leading digits, 1 where there are none. */
function spanOf(cell: PageElement, name: string, most: number): number {
  const digits = /^\s*\+?(\d+)/u.exec(attribute(cell, name))?.[1];
  return digits === undefined ? 1 : Math.min(Number(digits), most);
}

/**
 * Whether a table only lays out the page: it says so, or tables stand in its cells and hardly two cells of text beside one
 * another, or one cell holds nearly all its text in paragraphs.
 */
export function isLayoutTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/u.test(attribute(table, "role"))) return true;
  const rows = cellElements(table);
  const holdsTables = rows.some((cells) => cells.some(holdsTable));
  const told = rows.map((cells) => cells.filter((cell) => !holdsTable(cell) && textLength(cell) > 0).length);
  if (holdsTables && told.filter((cells) => cells > 1).length < 2) return true;
  const lengths = rows.flat().map((cell) => ({ cell, length: textLength(cell) }));
  const whole = lengths.reduce((sum, { length }) => sum + length, 0);
  return lengths.some(({ cell, length }) => length > 300 && length > whole * 0.6 && hasParagraphs(cell));
}

function holdsTable(cell: PageElement): boolean {
  for (const element of descendants(cell)) if (element.tagName === "table") return true;
  return false;
}

/** Three paragraphs or more with a sentence among them. */
function hasParagraphs(cell: PageElement): boolean {
  const lines = rawText(cell, new Set()).split("\n").map(foldSpace).filter(Boolean);
  return lines.length >= 3 && lines.some((line) => line.length > 30 && /[。；]/u.test(line));
}

function textLength(cell: PageElement): number {
  return foldSpace(rawText(cell, new Set())).length;
}
