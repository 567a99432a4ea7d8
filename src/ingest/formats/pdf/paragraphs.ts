import type { FlowPiece, PlacedLine, WholeTable } from "./document-flow.ts";
import { withFootnotes } from "./footnotes.ts";
import { joinLines } from "./printed-text.ts";
import { type Line, lineText } from "./text-lines.ts";

/** Whole paragraphs and tables, each with the page where it begins. */
export type TextPiece =
  | { readonly kind: "paragraph" | "note"; readonly text: string; readonly page: number }
  | WholeTable;

/** Where the lines of a page begin and end, and the height of its font. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/**
 * Joins lines to paragraphs, over the end of a page too: see `startsParagraph` for where one ends. Notes at the foot of a page
 * come behind the paragraph that goes on over it.
 */
export function paragraphs(flow: readonly FlowPiece[]): TextPiece[] {
  const margins = marginsOfFrames(flow);
  const pieces: TextPiece[] = [];
  let notes: TextPiece[] = [];
  let open: PlacedLine[] = [];
  const close = () => {
    pieces.push(...written("paragraph", open), ...notes);
    open = [];
    notes = [];
  };
  for (const piece of withFootnotes(flow, (frame) => margins.get(frame)?.size ?? 0)) {
    if (piece.kind === "note") notes.push(...written("note", piece.lines));
    else if (piece.kind === "table") {
      close();
      pieces.push(piece);
    } else {
      const last = open.at(-1);
      if (last !== undefined && startsParagraph(last, piece, margins)) close();
      open.push(piece);
    }
  }
  close();
  return pieces;
}

function written(kind: "paragraph" | "note", lines: readonly PlacedLine[]): TextPiece[] {
  const page = lines[0]?.page;
  const text = lines.map(({ line }) => lineText(line, "bracketed", 1.2)).reduce(joinLines, "");
  return page === undefined || text === "" ? [] : [{ kind, text, page }];
}

function startsParagraph(
  above: PlacedLine,
  below: PlacedLine,
  margins: ReadonlyMap<string, Margins>,
): boolean {
  const a = margins.get(above.frame);
  const b = margins.get(below.frame);
  if (a === undefined || b === undefined) return true;
  const [upper, lower] = [above.line, below.line];
  if (Math.max(upper.size, lower.size) > 1.13 * Math.min(upper.size, lower.size)) return true;
  const samePage = above.frame === below.frame;
  const step = lower.y - upper.y;
  if (samePage && (step < 0.3 * lower.size || step > 2.6 * lower.size)) return true;
  if (isCentred(upper, a) && isCentred(lower, b)) return upper.size < 1.15 * a.size || leads(lineText(lower));
  if (upper.x1 < a.right - 2.1 * upper.size || leader.test(lineText(upper))) return true;
  return lower.x0 > b.left + 1.1 * lower.size;
}

/** A line of a table of contents ends with dots and a page. */
const leader = /[.…·]{3,}\s*[(（]?[\d０-９]*[)）]?$/u;

/** What begins a line of its own among centred lines. */
const leads = (text: string) => /^(?:[（(—]|——|\d{4}年\d{1,2}月)/u.test(text);

function isCentred({ x0, x1, size }: Line, { left, right }: Margins): boolean {
  const aside = Math.abs((x0 + x1) / 2 - (left + right) / 2);
  return aside < 1.2 * size && x0 > left + 1.3 * size && x1 < right - 1.3 * size;
}

/** Margins of each page, or of each column of one: of its own wide lines, else those of the document. */
function marginsOfFrames(flow: readonly FlowPiece[]): Map<string, Margins> {
  const lines = flow.filter((piece) => piece.kind === "line");
  const byFrame = new Map<string, Line[]>();
  for (const { frame, line } of lines) {
    const own = byFrame.get(frame);
    if (own === undefined) byFrame.set(frame, [line]);
    else own.push(line);
  }
  const whole = marginsOf(lines.map(({ line }) => line)) ?? { left: 0, right: 0, size: 10 };
  return new Map([...byFrame].map(([frame, own]) => [frame, marginsOf(own) ?? widened(whole, own)]));
}

/** A page of a few lines, which may stand beyond the margins of the others (a turned page). */
function widened({ left, right, size }: Margins, lines: readonly Line[]): Margins {
  const outside = lines.some(({ x0, x1 }) => x0 < left - size || x1 > right + size);
  if (!outside) return { left, right, size };
  return {
    left: Math.min(...lines.map(({ x0 }) => x0)),
    right: Math.max(...lines.map(({ x1 }) => x1)),
    size,
  };
}

function marginsOf(lines: readonly Line[]): Margins | undefined {
  const size = commonest(
    lines.flatMap((line) => line.glyphs.map(() => line.size)),
    0.5,
  );
  if (size === undefined) return undefined;
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.1 * size);
  const longest = Math.max(...body.map(({ x0, x1 }) => x1 - x0));
  const long = body.filter(({ x0, x1 }) => x1 - x0 > 0.8 * longest);
  if (long.length < 4) return undefined;
  const left = Math.min(...long.map(({ x0 }) => x0));
  const right = commonest(
    long.map(({ x1 }) => x1),
    size / 2,
  );
  return right === undefined ? undefined : { left, right, size };
}

function commonest(values: readonly number[], step: number): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / step) * step;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0];
}
