import type { Span } from "#domain/span.ts";
import { arabicFigureAt } from "./arabic-figure.ts";
import { beginsChinese, chineseFigureAt } from "./chinese-figure.ts";
import { dateOrRatioEnd } from "./no-quantity.ts";
import { plainView } from "./plain-view.ts";
import type { Doubt, Quantity, Reading } from "./quantity.ts";
import type { Triangle } from "./sign.ts";

export interface ReadingOptions {
  /** True for the text of one cell: a comma of full width parts thousands, a dash before the figure is its sign. */
  readonly cell?: boolean;
  /** What ▲ means here, where a note explains it. */
  readonly triangle?: Triangle;
}

/**
 * The one reading of figures in a text: every number with its unit, in order, and every one that cannot be read whole, with
 * the reason. Years, dates, ranks, ratios, document numbers and the digits of names (5G, “12345”) are no quantities; footnote
 * marks are no digits. Offsets are into `text`. Takes time in proportion to its length.
 */
export function readQuantities(text: string, options: ReadingOptions = {}): Reading {
  const cell = options.cell ?? false;
  const view = plainView(text, undefined, { cell });
  const quantities: Quantity[] = [];
  const doubts: Doubt[] = [];
  const plain = view.text;
  const printed = (start: number, end: number): Span & { raw: string } => {
    const span = view.spanOf(start, end);
    return { ...span, raw: text.slice(span.start, span.end) };
  };
  for (let at = 0; at < plain.length; ) {
    const character = plain.charAt(at);
    if (character >= "0" && character <= "9") {
      const other = dateOrRatioEnd(plain, at);
      if (other !== null) {
        at = other;
        continue;
      }
      const read = arabicFigureAt(plain, at, { cell, triangle: options.triangle ?? null });
      if ("figure" in read)
        quantities.push({ ...read.figure, ...printed(read.figure.start, read.figure.end) });
      if ("doubt" in read) doubts.push({ reason: read.doubt, ...printed(read.start, read.end) });
      at = Math.max(read.end, at + 1);
    } else if (beginsChinese(character)) {
      const read = chineseFigureAt(plain, at);
      if (read.figure !== null)
        quantities.push({ ...read.figure, ...printed(read.figure.start, read.figure.end) });
      at = read.end;
    } else at++;
  }
  return { quantities, doubts, marks: view.marks };
}

/** Every number with its unit in `text`, in order: `突破1.9万亿元` is value 1.9, unit 万亿元, before 突破. */
export function findQuantities(text: string): readonly Quantity[] {
  return readQuantities(text).quantities;
}
