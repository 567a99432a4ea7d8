import type { FileBlock } from "#ingest/formats/file-reading.ts";
import { paragraph } from "../documents/made-blocks.ts";
import { centred, proseMarks, tableMarks } from "../documents/pdf-layout.ts";
import { A4, type PdfMark, type PdfPage, textWidth, writePdf } from "../documents/pdf-writer.ts";
import { piecesOf, RAISED } from "../documents/raised.ts";
import { writeDocx } from "../documents/write-docx.ts";
import { writeHtml } from "../documents/write-html.ts";
import { writeOfdPages } from "../documents/write-ofd.ts";
import { type SheetCell, writeWorkbook } from "../documents/write-workbook.ts";
import type { Format } from "./layout.ts";
import type { Piece } from "./print-report.ts";
import { withoutRaising } from "./print-table.ts";
import { gridOf, type TextFormat, tagged } from "./write-text.ts";

export type FileFormat = Exclude<Format, TextFormat>;

/** A report as a file of an office, a browser or a printer. */
export async function writeFile(pieces: readonly Piece[], format: FileFormat): Promise<Uint8Array> {
  switch (format) {
    case "html":
      return new TextEncoder().encode(tagged(new TextDecoder().decode(writeHtml(pieces.map(asBlock)))));
    case "docx":
      return await writeDocx(pieces.map(asBlock));
    case "pdf":
      return writePdf(pagesOf(pieces));
    case "ofd":
      return await writeOfdPages(pagesOf(pieces));
    case "csv":
      return new TextEncoder().encode(
        rowsOf(pieces)
          .map(({ cells }) => cells.map((text) => (/[,"]/u.test(text) ? `"${text}"` : text)).join(","))
          .join("\r\n"),
      );
    default: {
      const rows = rowsOf(pieces);
      return writeWorkbook(
        [
          {
            rows: rows.map(({ cells }) => cells.map(sheetCell)),
            merges: rows.flatMap(({ merges }) => merges),
          },
        ],
        format === "xls" ? "biff8" : "xlsx",
      );
    }
  }
}

/** A page's end as converted files keep it: its number. */
function asBlock(piece: Piece): FileBlock {
  return piece.kind === "page" ? paragraph(`— ${piece.number} —`) : piece;
}

interface SheetRow {
  readonly cells: readonly string[];
  readonly merges: readonly string[];
}

/** The lines of a sheet: a paragraph in the first cell of its own, a table cell by cell; a sheet has no pages. */
function rowsOf(pieces: readonly Piece[]): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const piece of pieces) {
    if (piece.kind === "page") continue;
    if (piece.kind !== "table") {
      rows.push({ cells: [withoutRaising(piece.text)], merges: [] });
      continue;
    }
    const top = rows.length;
    const merges = mergesOf(piece.rows, top);
    for (const [at, cells] of gridOf(piece.rows).entries())
      rows.push({ cells: cells.map(withoutRaising), merges: at === 0 ? merges : [] });
  }
  return rows;
}

function mergesOf(rows: Extract<FileBlock, { kind: "table" }>["rows"], top: number): string[] {
  const taken = new Set<string>();
  return rows.flatMap(({ cells }, down) => {
    let at = 0;
    return cells.flatMap(({ colSpan, rowSpan }) => {
      while (taken.has(`${down} ${at}`)) at += 1;
      for (let below = 0; below < rowSpan; below += 1)
        for (let right = 0; right < colSpan; right += 1) taken.add(`${down + below} ${at + right}`);
      const name = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
      return colSpan * rowSpan === 1
        ? []
        : [`${name(at, top + down)}:${name(at + colSpan - 1, top + down + rowSpan - 1)}`];
    });
  });
}

/** A bare figure is a number in the format it prints in, anything else words. */
function sheetCell(text: string): SheetCell {
  if (text === "") return null;
  const places = /^-?\d+(?:\.(?<places>\d+))?$/u.exec(text)?.groups?.["places"]?.length;
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) return text;
  return { value: Number(text), format: places === undefined ? "0" : `0.${"0".repeat(places)}` };
}

const PAGE = { left: 60, top: 80, bottom: 760, width: 475, step: 20, rowHeight: 24 };

function pagesOf(pieces: readonly Piece[]): PdfPage[] {
  const pages: PdfMark[][] = [[]];
  let y = PAGE.top;
  const turn = () => {
    pages.at(-1)?.push(centred(`— ${pages.length} —`, 800, 10));
    pages.push([]);
    y = PAGE.top;
  };
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === "page") {
      turn();
      continue;
    }
    const height = piece.kind === "table" ? piece.rows.length * PAGE.rowHeight + 30 : PAGE.step * 2;
    if (y + height > PAGE.bottom) turn();
    const marks = piece.kind === "table" ? pdfTable(piece, y) : pdfLine(piece.text, y, at === 0);
    pages.at(-1)?.push(...marks);
    y += height;
  }
  pages.at(-1)?.push(centred(`— ${pages.length} —`, 800, 10));
  // A wide table has a wide page.
  const width = Math.max(
    A4.width,
    ...pages.flat().map((mark) => (mark.kind === "line" ? mark.x1 + PAGE.left : 0)),
  );
  return pages.map((marks) => ({ marks: marks.flatMap(withRaised), width }));
}

function pdfLine(text: string, y: number, title: boolean): PdfMark[] {
  return title ? [centred(text, y, 14)] : proseMarks(text, { x: PAGE.left, y, wide: 38 });
}

function pdfTable({ rows }: Extract<FileBlock, { kind: "table" }>, y: number): PdfMark[] {
  const grid = gridOf(rows);
  const needed =
    grid[0]?.map((_, at) => Math.max(30, ...grid.map((row) => textWidth(row[at] ?? "", 9) + 8))) ?? [];
  const sum = needed.reduce((all, width) => all + width, 0);
  const widths = needed.map((width) => (width / sum) * Math.max(sum, PAGE.width));
  const printed = rows.map(({ cells }) =>
    cells.map(({ text, colSpan, rowSpan }) => ({ lines: text === "" ? [] : [text], colSpan, rowSpan })),
  );
  return tableMarks({ x: PAGE.left, y, widths, rows: printed, size: 9, rowHeight: PAGE.rowHeight });
}

/** Raised text as a mark of its own: smaller, and above the line. */
function withRaised(mark: PdfMark): PdfMark[] {
  if (mark.kind !== "text" || !mark.text.includes(RAISED.open)) return [mark];
  const size = mark.size ?? 12;
  let x = mark.x;
  return piecesOf(mark.text).flatMap((text, at) => {
    if (text === "") return [];
    const high = at % 2 === 1;
    const made: PdfMark = {
      ...mark,
      text,
      x,
      y: mark.y - (high ? size * 0.4 : 0),
      size: high ? size * 0.6 : size,
    };
    x += textWidth(text, made.size);
    return [made];
  });
}
