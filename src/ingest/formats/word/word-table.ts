import type { DraftCell, DraftRow } from "#ingest/formats/draft-row.ts";
import { foldSpace, LINE_BREAK, leadingSteps, PAGE_BREAK } from "#ingest/formats/fold-space.ts";
import { writePieces } from "#ingest/formats/inline-text.ts";
import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, elementsOf } from "#ingest/formats/package/xml-query.ts";
import { automaticNumber } from "./automatic-number.ts";
import { numberOf, switchOf, valueNamed } from "./properties.ts";
import { chosen, indentOf, paragraphContent } from "./run-text.ts";
import { onOwnGround, type WordReading } from "./word-reading.ts";

interface GridCell {
  readonly column: number;
  readonly colSpan: number;
  readonly text: string;
  readonly indent: number;
  /** Goes on from the cell above (vMerge without “restart”). */
  readonly continues: boolean;
}

interface GridRow {
  readonly cells: readonly GridCell[];
  readonly page: number | null;
  readonly header: boolean;
}

const WIDEST = 1_000;

/** The rows of a Word table with spans both ways; columns left free before a row (gridBefore) are empty cells. */
export function wordTableRows(table: XmlElement, reading: WordReading): DraftRow[] {
  const rows = onOwnGround(reading, () => rowsOf(table).map((row) => gridRow(row, reading)));
  const header = rows.findIndex((row) => !row.header);
  const open = new Map<number, { -readonly [Key in keyof DraftCell]: DraftCell[Key] }>();
  return rows.map((row, at) => {
    const cells: DraftCell[] = [];
    const before = new Map(open);
    open.clear();
    for (const { column, colSpan, text, indent, continues } of row.cells) {
      const above = continues ? before.get(column) : undefined;
      const cell = above?.colSpan === colSpan ? above : { text, colSpan, indent, rowSpan: 0 };
      if (cell !== above) cells.push(cell);
      cell.rowSpan += 1;
      open.set(column, cell);
    }
    return { cells, page: row.page, header: at < header };
  });
}

/** Rows of a table, those inserted or in containers too, those deleted not. */
function rowsOf(table: XmlElement): XmlElement[] {
  return within(table, "w:tr").filter((row) => childNamed(childNamed(row, "w:trPr"), "w:del") === undefined);
}

/** Elements of a name right below one, or in the containers that Word puts between. */
export function within(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo|smartTag)$/u.test(child.name)
      ? within(child, name)
      : [];
  });
}

function gridRow(row: XmlElement, reading: WordReading): GridRow {
  const properties = childNamed(row, "w:trPr");
  const before = Math.min(WIDEST, numberOf(properties, "w:gridBefore") ?? 0);
  const after = Math.min(WIDEST, numberOf(properties, "w:gridAfter") ?? 0);
  const cells: GridCell[] = before === 0 ? [] : [empty(0, before)];
  let column = before;
  let turned = 0;
  let led = 0;
  for (const cell of within(row, "w:tc")) {
    const { text, indent } = cellText(cell, reading);
    turned = Math.max(turned, text.split(PAGE_BREAK).length - 1);
    led = Math.max(led, /^[\f\s]*/u.exec(text)?.[0].split(PAGE_BREAK).length ?? 1);
    const form = childNamed(cell, "w:tcPr");
    const colSpan = Math.min(WIDEST, Math.max(1, numberOf(form, "w:gridSpan") ?? 1));
    const merge = childNamed(form, "w:vMerge");
    const continues = merge !== undefined && merge.attributes["w:val"] !== "restart";
    const last = cells.at(-1);
    if (valueNamed(form, "w:hMerge") === "continue" && last !== undefined)
      cells.push({ ...(cells.pop() ?? last), colSpan: last.colSpan + colSpan });
    else cells.push({ column, colSpan, text: text.replaceAll(PAGE_BREAK, ""), indent, continues });
    column += colSpan;
  }
  if (after > 0) cells.push(empty(column, after));
  reading.pages.turn(Math.max(0, led - 1));
  const page = reading.pages.current;
  reading.pages.turn(turned - Math.max(0, led - 1));
  return { cells, page, header: switchOf(properties, "w:tblHeader") ?? false };
}

function empty(column: number, colSpan: number): GridCell {
  return { column, colSpan, text: "", indent: 0, continues: false };
}

/** A cell's text, a line for each paragraph, that of boxes and of tables within it as well. */
function cellText(cell: XmlElement, reading: WordReading): { text: string; indent: number } {
  const lines: string[] = [];
  let indent: number | null = null;
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === "w:p") {
        const content = paragraphContent(child, reading);
        const text = writePieces(
          [{ text: automaticNumber(child, reading), raised: false }, ...content.pieces],
          new Set(),
        );
        if (indent === null && foldSpace(text) !== "") indent = indentOf(child) + leadingSteps(text);
        lines.push(text);
        for (const box of content.boxes) visit(box);
      } else if (child.name === "w:tbl") lines.push(...nestedLines(child, reading));
      else if (child.name === "mc:AlternateContent") visit(chosen(child));
      else if (!/Pr$/u.test(child.name) && !/^w:(?:del|moveFrom)$/u.test(child.name)) visit(child);
    }
  };
  visit(cell);
  return { text: lines.join(LINE_BREAK), indent: Math.min(20, indent ?? 0) };
}

function nestedLines(table: XmlElement, reading: WordReading): string[] {
  return wordTableRows(table, reading).map(({ cells }) =>
    cells.map(({ text }) => foldSpace(text)).join("\t"),
  );
}
