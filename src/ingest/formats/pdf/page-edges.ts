import type { PageContent, Piece } from "./page-content.ts";
import { type Line, lineText } from "./text-lines.ts";

/** How many lines at the top and at the bottom of a page may be running heads and feet. */
const depth = 3;
/** A line that stands at the edge of so many pages at the same height is of the page, not of the text. */
const fewest = 3;

const number = "[\\d０-９]{1,4}|[〇○一二三四五六七八九十百]{1,4}|[ivxlcIVXLC]{1,6}";
const dashes = "[-—–―─－_~·•.\\s]";
const dashed = new RegExp(`^${dashes}*[-—–―─－_~·•]${dashes}*(?:${number})${dashes}*$`, "u");
const bare = /^[\d０-９]{1,4}$/u;
const named =
  /^第\s*[\d０-９一二三四五六七八九十百]+\s*页(?:[，,\s]*[/／]?\s*共\s*[\d０-９一二三四五六七八九十百]+\s*页)?$|^\d+\s*[/／]\s*\d+$/u;

/** Pages without their numbers and running heads. */
export function withoutPageEdges(pages: readonly PageContent[]): PageContent[] {
  const repeated = repeatedLines(pages);
  const steady = steadyNumbers(pages);
  const numbered = pages.map((page) => ({ ...page, pieces: withoutNumbers(page, steady) }));
  return numbered.map((page) => ({
    ...page,
    pieces: page.pieces.filter((piece) => piece.kind === "table" || !repeated.has(key(piece.line, page))),
  }));
}

function edgeLines({ pieces }: PageContent): Line[] {
  const line = (piece: Piece) => (piece.kind === "line" ? [piece.line] : []);
  const head = untilTable(pieces).slice(0, depth).flatMap(line);
  const foot = untilTable([...pieces].reverse())
    .slice(0, depth)
    .flatMap(line);
  return [...new Set([...head, ...foot])];
}

function untilTable(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex(({ kind }) => kind === "table");
  return end < 0 ? pieces : pieces.slice(0, end);
}

/** A line with its height on the page; a number at either end does not count, since a running head may carry the page's. */
function key(line: Line, { height }: PageContent): string {
  const text = lineText(line, "bracketed", 1)
    .replace(/^[\d０-９]+\s|\s[\d０-９]+$/gu, "")
    .replace(/\s/gu, "");
  return `${text}|${Math.round((line.y / height) * 60)}`;
}

/** Lines in the margin that many pages share, captions of tables apart: those stand right above what they name. */
function repeatedLines(pages: readonly PageContent[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const captions = new Set(captionLines(page));
    const keys = new Set(
      edgeLines(page)
        .filter((line) => inMargin(line, page) && !captions.has(line))
        .map((line) => key(line, page)),
    );
    for (const each of keys) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const few = Math.max(fewest, 0.2 * pages.length);
  return new Set(
    [...counts].filter(([each, count]) => count >= few && !each.startsWith("|")).map(([each]) => each),
  );
}

/** The few lines above a table at the top of a page: its caption and unit, printed again on every page it goes over. */
function captionLines({ pieces }: PageContent): Line[] {
  const head = untilTable(pieces);
  if (head.length === pieces.length || head.length > 5) return [];
  return head.flatMap((piece) => (piece.kind === "line" ? [piece.line] : []));
}

/** Whether a line stands in the top or bottom margin: nothing but other margin lines beyond it, and white space before the text. */
function inMargin(line: Line, { height, pieces }: PageContent): boolean {
  const others = pieces.flatMap((piece) =>
    piece.kind === "line" ? [piece.line.y] : [piece.table.box.y0, piece.table.box.y1],
  );
  const upper = line.y < 0.5 * height;
  const next = upper ? others.filter((y) => y > line.y + 2) : others.filter((y) => y < line.y - 2);
  const gap = Math.min(...next.map((y) => Math.abs(y - line.y)));
  const atEdge = upper ? line.y < 0.13 * height : line.y > 0.87 * height;
  return atEdge && gap > 1.9 * line.size;
}

function withoutNumbers(page: PageContent, steady: ReadonlySet<number>): Piece[] {
  const edges = new Set(edgeLines(page));
  return page.pieces.filter((piece) => {
    if (piece.kind === "table" || !edges.has(piece.line)) return true;
    const text = lineText(piece.line);
    return !(
      dashed.test(text) ||
      named.test(text) ||
      (bare.test(text) && steady.has(Number(text) - page.page))
    );
  });
}

/** Differences between the number printed alone on a page's edge and the count of pages that hold for several pages. */
function steadyNumbers(pages: readonly PageContent[]): Set<number> {
  const counts = new Map<number, number>();
  for (const page of pages) {
    for (const line of edgeLines(page)) {
      const text = lineText(line);
      if (!bare.test(text)) continue;
      const difference = Number(text) - page.page;
      counts.set(difference, (counts.get(difference) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([difference]) => difference));
}
