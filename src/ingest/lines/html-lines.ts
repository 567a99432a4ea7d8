import { decodeEntities } from "./html-entities.ts";
import { withoutRaised } from "./raised-text.ts";
import type { SourceLine } from "./source-line.ts";

const HIDDEN: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<script", "</script>"],
  ["<style", "</style>"],
  ["<head>", "</head>"],
];
const INLINE =
  /<\/?(?:span|b|strong|em|i|u|s|font|sup|sub|a|small|big|strike|label|ins|del|mark|o:p|st1:[a-z]{1,20})(?=[\s/>])[^<>]{0,1000}>/gi;
const BREAK = /<br(?=[\s/>])[^<>]{0,1000}>/gi;
const HEADING = /<h([1-6])(?=[\s>])[^<>]{0,1000}>/gi;
const BLOCK =
  /<\/?(?:!doctype|html|body|meta|link|title|p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|caption|colgroup|col|tbody|thead|tfoot|tr|td|th|section|article|main|header|footer|nav|aside|center|blockquote|hr|figure|figcaption|form|input|button|img)(?=[\s/>])[^<>]{0,1000}>/gi;
const PARAGRAPH = "\u0000";
const TABLE_EDGE = /(?=<table(?=[\s>]))|(?<=<\/table>)/i;
const OPENS_TABLE = /^<table(?=[\s>])/i;
const LONGEST_CELL = 600;
const LONGEST_TABLE = 50_000;

/** Blanks comments, scripts, styles and page heads, keeping their line breaks so that line numbers hold. */
export function withoutHidden(text: string): string {
  return HIDDEN.reduce((left, [open, close]) => without(left, open, close), text);
}

function without(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return text;
  let out = "";
  let from = 0;
  for (let start = lower.indexOf(open); start >= 0; start = lower.indexOf(open, from)) {
    const end = lower.indexOf(close, start);
    if (end < 0) break;
    out += text.slice(from, start) + text.slice(start, end).replace(/[^\n]+/g, "");
    from = end + close.length;
  }
  return out + text.slice(from);
}

/**
 * Lines without HTML: blocks on lines of their own, inline tags gone, entities decoded. Tables of data stay as HTML,
 * on their own lines; tables that lay out a page (a table or a whole article in a cell) count as blocks.
 */
export function withoutHtml(lines: readonly SourceLine[]): SourceLine[] {
  const pieces = lines.flatMap((line) =>
    line.raw.includes("<") ? line.raw.split(TABLE_EDGE).map((raw) => ({ ...line, raw })) : [line],
  );
  const out: SourceLine[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const end = OPENS_TABLE.test(piece.raw) ? tableEnd(pieces, at) : null;
    // One by one: a spread of 100,000 lines overflows the stack.
    for (const line of end === null ? plainLines(piece) : pieces.slice(at, end)) out.push(line);
    at = end ?? at + 1;
  }
  return out;
}

/** Index behind the last piece of a table of data; null when it is none. */
function tableEnd(pieces: readonly SourceLine[], at: number): number | null {
  for (let to = at; to < Math.min(pieces.length, at + LONGEST_TABLE); to++) {
    const raw = pieces[to]?.raw ?? "";
    if (to > at && OPENS_TABLE.test(raw)) return null;
    if (!/<\/table>/i.test(raw)) continue;
    const source = pieces.slice(at, to + 1).map((piece) => piece.raw);
    const longest = Math.max(
      ...source
        .join("")
        .split(/<t[dh](?=[\s>])/i)
        .map((cell) => cell.replace(/<[^<>]{0,1000}>/g, "").length),
    );
    return longest > LONGEST_CELL ? null : to + 1;
  }
  return null;
}

function plainLines(line: SourceLine): SourceLine[] {
  if (!line.raw.includes("<")) return [{ ...line, raw: decodeEntities(line.raw) }];
  // Inside a Markdown table a break parts no lines.
  const row = line.raw.trimStart().startsWith("|");
  const broken = withoutRaised(line.raw)
    .replace(INLINE, "")
    .replace(BREAK, row ? "" : "\n")
    .replace(HEADING, (_, depth: string) => `${PARAGRAPH}${"#".repeat(Number(depth))} `)
    .replace(BLOCK, PARAGRAPH);
  if (!broken.includes(PARAGRAPH) && !broken.includes("\n"))
    return [{ ...line, raw: decodeEntities(broken) }];
  const paragraphs = broken.split(PARAGRAPH).filter((part) => part.trim() !== "");
  const raws = paragraphs.flatMap((part, at) => (at === 0 ? part.split("\n") : ["", ...part.split("\n")]));
  return (raws.length === 0 ? [""] : raws).map((raw) => ({ ...line, raw: decodeEntities(raw) }));
}
