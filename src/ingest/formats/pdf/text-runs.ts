import type { Glyph } from "./page-marks.ts";
import { isFigure } from "./printed-text.ts";
import type { Edge } from "./table-edges.ts";
import { type Line, lineOf, lineText } from "./text-lines.ts";

/** White space of so many heights of the font ends a run of text. */
const apart = 0.5;

/**
 * The runs of a line that belong to one cell each: cut at white space, and at a column's edge unless the text was written
 * over it in one go.
 */
export function textRuns(line: Line, edges: readonly Edge[]): Line[] {
  const runs: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of line.glyphs) {
    if (glyph.text === " ") continue;
    const run = runs.at(-1);
    if (run === undefined || last === undefined || ends(last, glyph, edges)) runs.push([glyph]);
    else run.push(glyph);
    last = glyph;
  }
  return runs.flatMap((run) => {
    const part = lineOf(run);
    return part === undefined ? [] : [part];
  });
}

function ends(left: Glyph, right: Glyph, edges: readonly Edge[]): boolean {
  const size = Math.max(left.size, right.size);
  const gap = right.x0 - left.x1;
  if (gap > apart * size) return true;
  const [from, to] = [(left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2];
  const ruled = edges.filter(({ rules }) => rules.length > 0);
  // A name that runs over its cell may be followed at once by the figure of the next.
  const changes =
    /[\d０-９]/u.test(left.text) !== /[\d０-９]/u.test(right.text) && left.stroke !== right.stroke;
  if (changes && ruled.some(({ at }) => at > from - 2 * size && at < to + size)) return true;
  if (!ruled.some(({ at }) => at > from && at < to)) return false;
  return gap > 0.25 * size || (left.stroke !== right.stroke && gap > 0.1 * size);
}

/**
 * The x by which a run finds its column: its middle, or its beginning where a name runs far over the edge of its column. A
 * heading or a figure that is a little too wide sticks out at either side.
 */
export function anchorOf(run: Line, edges: readonly Edge[]): number {
  const middle = (run.x0 + run.x1) / 2;
  if (isFigure(lineText(run))) return middle;
  const left = edges.filter(({ at }) => at <= middle).at(-1)?.at ?? run.x0;
  return left - run.x0 > 1.3 * run.size ? run.x0 + 0.5 * run.size : middle;
}
