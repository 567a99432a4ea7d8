import { type Box, type DrawnGlyph, type Matrix, place } from "./page-marks.ts";

/** Letters of fewer points are a dot to whoever looks at the page. */
const SMALLEST = 1;
/** So many points beside the page text was put away; nearer, a page was cut a little too small for what is printed on it. */
const FAR = 72;
/** The page is white; so near to it no letter is seen. */
const NEAR_WHITE = 250;

interface Sheet {
  readonly width: number;
  readonly height: number;
}

/**
 * What a person who looks at the page sees of its text. Letters in white are seen on a ground that is painted before them
 * (the head of a table in blue) and nowhere else; letters without size or far beside the page are not seen at all.
 */
export class SeenText {
  readonly #sheet: Sheet;
  readonly #grounds: Box[] = [];

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** A picture, or a filled shape in a colour other than white, in the space that `matrix` carries to the page; gives its place there. */
  paint(box: Box, matrix: Matrix): Box {
    const corners = [
      [box.x0, box.y0],
      [box.x1, box.y0],
      [box.x0, box.y1],
      [box.x1, box.y1],
    ].map(([x = 0, y = 0]) => place(matrix, x, y));
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    const ground = {
      x0: Math.min(...xs),
      y0: Math.min(...ys),
      x1: Math.max(...xs),
      y1: Math.max(...ys),
    };
    this.#grounds.push(ground);
    return ground;
  }

  /** Whether a character drawn in `colour` (`#rrggbb`) is seen. */
  isSeen({ start, end, size }: DrawnGlyph, colour: string): boolean {
    const x = (start[0] + end[0]) / 2;
    const y = (start[1] + end[1]) / 2;
    const { width, height } = this.#sheet;
    if (size < SMALLEST || Math.min(x, y, width - x, height - y) < -FAR) return false;
    if (!isWhite(colour)) return true;
    const middle = y - 0.36 * size;
    return this.#grounds.some(
      ({ x0, x1, y0, y1 }) => x0 <= x && x <= x1 && y0 <= Math.max(y, middle) && middle <= y1,
    );
  }
}

/** True for #ffffff and what is as good as it. */
export function isWhite(colour: string): boolean {
  const parts = /^#(?<red>[\da-f]{2})(?<green>[\da-f]{2})(?<blue>[\da-f]{2})$/iu.exec(colour)?.groups;
  return parts !== undefined && Object.values(parts).every((part) => Number.parseInt(part, 16) >= NEAR_WHITE);
}
