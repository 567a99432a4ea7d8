/**
 * What is drawn on a page, in points, from the top left corner of the page as it is shown: x to the right, y downwards.
 * The reader sees a page as a person does: characters at places, thin lines, pictures. Nothing else of the file is used.
 */
interface MarkedPage<Character> {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Character[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
}

export type PageMarks = MarkedPage<Glyph>;

/** A page as its content draws it, characters still turned whatever way. */
export type DrawnPage = MarkedPage<DrawnGlyph>;

/** One character as drawn: from where to where it takes its line. */
export interface DrawnGlyph {
  readonly text: string;
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly stroke: number;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Glyph {
  readonly text: string;
  /** Left and right end along the line, the gap to the next character not counted. */
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** Height of the font in points. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** Number of the drawing operation: what one operation draws is written in one go. */
  readonly stroke: number;
  /** A smaller character set above the line: the mark of a footnote. */
  readonly raised: boolean;
}

/** A straight thin line: `at` is its y where it lies, its x where it stands. */
export interface Rule {
  readonly lies: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A matrix as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [A, B, C, D, E, F] = inner;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
