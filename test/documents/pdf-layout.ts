import { A4, type PdfMark, textWidth } from "./pdf-writer.ts";

/** A cell of a table to be printed: its lines, how far it reaches, and how it is set. */
export interface PrintedCell {
  readonly lines: readonly string[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly set?: "left" | "middle" | "right";
  /** Heights of the font by which a name is set in. */
  readonly indent?: number;
}

export interface TableLayout {
  readonly x: number;
  readonly y: number;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | PrintedCell)[])[];
  readonly size?: number;
  readonly rowHeight?: number;
  /** Which rules are drawn: all, all but those at the sides, only columns and ends, or three lines. */
  readonly rules?: "all" | "open" | "columns" | "three" | "none";
  /** Rows of the heading, below which a rule goes in every layout with rules. */
  readonly heading?: number;
}

/** The marks of a table, cells centred in height; figures are set right, names left, headings in the middle. */
export function tableMarks(layout: TableLayout): PdfMark[] {
  const { x, y, widths, rows, size = 10, rowHeight = 24, rules = "all", heading = 1 } = layout;
  const xs = [x];
  for (const width of widths) xs.push((xs.at(-1) ?? x) + width);
  const at = (index: number) => xs[index] ?? x;
  const taken = new Set<string>();
  const texts: PdfMark[] = [];
  const lines: PdfMark[] = [];
  const line = (x0: number, y0: number, x1: number, y1: number) =>
    lines.push({ kind: "line", x0, y0, x1, y1 });
  for (const [top, cells] of rows.entries()) {
    let column = 0;
    for (const given of cells) {
      while (taken.has(`${top}|${column}`)) column += 1;
      const cell: PrintedCell = typeof given === "string" ? { lines: given === "" ? [] : [given] } : given;
      const { colSpan = 1, rowSpan = 1 } = cell;
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < colSpan; right += 1) taken.add(`${top + down}|${column + right}`);
      const box = {
        x0: at(column),
        x1: at(column + colSpan),
        y0: y + top * rowHeight,
        y1: y + (top + rowSpan) * rowHeight,
      };
      texts.push(...cellMarks(cell, box, size, top < heading ? "middle" : "left"));
      const last = top + rowSpan === rows.length;
      const between =
        rules === "all" || rules === "open" || (rules !== "none" && (last || top + rowSpan <= heading));
      if (between) line(box.x0, box.y1, box.x1, box.y1);
      const inner = column + colSpan < widths.length;
      if (rules === "all" || ((rules === "open" || rules === "columns") && inner))
        line(box.x1, box.y0, box.x1, box.y1);
      column += colSpan;
    }
  }
  const end = y + rows.length * rowHeight;
  if (rules !== "none") line(x, y, xs.at(-1) ?? x, y);
  if (rules === "all") line(x, y, x, end);
  return [...texts, ...lines];
}

interface CellBox {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

function cellMarks(
  cell: PrintedCell,
  { x0, x1, y0, y1 }: CellBox,
  size: number,
  usual: "left" | "middle",
): PdfMark[] {
  const step = 1.25 * size;
  const first = (y0 + y1) / 2 - ((cell.lines.length - 1) * step) / 2 + 0.36 * size;
  return cell.lines.map((text, index) => {
    const width = textWidth(text, size);
    const figure = /^[-\d(][\d.,%)]*$/u.test(text);
    const set = cell.set ?? (usual === "middle" ? "middle" : figure ? "right" : "left");
    const left = x0 + 3 + (cell.indent ?? 0) * size;
    const start = set === "left" ? left : set === "right" ? x1 - 3 - width : (x0 + x1 - width) / 2;
    return { kind: "text", x: start, y: first + index * step, text, size };
  });
}

export interface ProseLayout {
  readonly x?: number;
  readonly y: number;
  /** Characters a line. */
  readonly wide?: number;
  readonly size?: number;
  readonly step?: number;
}

/** The lines of a paragraph, its first set in by two characters, cut wherever the line is full. */
export function proseMarks(
  text: string,
  { x = 90, y, wide = 34, size = 12, step = 20 }: ProseLayout,
): PdfMark[] {
  const lines: string[] = [];
  let line = "　　";
  for (const sign of text) {
    if (textWidth(line + sign, size) > wide * size) {
      lines.push(line);
      line = "";
    }
    line += sign;
  }
  return [...lines, line].map((each, index) => ({ kind: "text", x, y: y + index * step, text: each, size }));
}

/** One line in the middle of an A4 page. */
export function centred(text: string, y: number, size = 12): PdfMark {
  return { kind: "text", x: (A4.width - textWidth(text, size)) / 2, y, text, size };
}
