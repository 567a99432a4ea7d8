import type { Span } from "#domain/span.ts";

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "（": "）",
  "《": "》",
  "「": "」",
  "(": ")",
};
const CLOSERS = /[”’）》」)\]】]/;
const LONGEST_PAIR = 200;

/**
 * Sentences of `text` (or of `span` in it), as spans without surrounding white space. A line break always ends a
 * sentence; `。！？` end one, with the closing quotes behind them, but not inside a closed quotation or bracket.
 */
export function sentences(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  return cut(text, span, (at) => endsSentence(text, at));
}

/** Like {@link sentences}, cut at `；，：` too: the pieces one figure or one verb stands in. */
export function clauses(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  return cut(
    text,
    span,
    (at) => endsSentence(text, at) || /[；，：;]/.test(text[at] ?? "") || commaEnds(text, at),
  );
}

function cut(text: string, span: Span, ends: (at: number) => boolean): Span[] {
  const found: Span[] = [];
  let start = span.start;
  let inside = span.start;
  for (let at = markFrom(text, span.start); at < span.end; at = markFrom(text, at + 1)) {
    if (text[at] === "\n") {
      push(found, text, start, at);
      start = at + 1;
      continue;
    }
    if (at >= inside) inside = Math.max(inside, closing(text, at, span.end));
    if (at < inside || !ends(at)) continue;
    let end = at + 1;
    while (end < span.end && (CLOSERS.test(text[end] ?? "") || ends(end))) end++;
    push(found, text, start, end);
    start = end;
    at = end - 1;
  }
  push(found, text, start, span.end);
  return found;
}

/** Every mark at which a sentence or a clause may end or a pair may open. */
const MARKS = /[\n“‘（《「(。！？!?.；，：;,]/g;

/** The offset of the next such mark; the length of the text where there is none. */
function markFrom(text: string, from: number): number {
  MARKS.lastIndex = from;
  return MARKS.exec(text)?.index ?? text.length;
}

/** The offset of the mark that closes a pair opened at `at`, or `at` when none is opened or it is never closed. */
function closing(text: string, at: number, limit: number): number {
  const close = PAIRS[text[at] ?? ""];
  if (close === undefined) return at;
  const open = text[at];
  let depth = 0;
  for (let to = at; to < Math.min(limit, at + LONGEST_PAIR); to++) {
    const character = text[to];
    if (character === "\n") break;
    if (character === open) depth++;
    if (character === close && --depth === 0) return to;
  }
  return at;
}

function endsSentence(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (/[。！？]/.test(mark)) return true;
  if (/[!?]/.test(mark)) return !/[\w&=/]/.test(text[at + 1] ?? " ");
  return mark === "." && /[\u4e00-\u9fff”）)]/.test(text[at - 1] ?? "") && !/[\w.]/.test(text[at + 1] ?? " ");
}

/** An ASCII comma between digits is part of a number. */
function commaEnds(text: string, at: number): boolean {
  return text[at] === "," && !(/\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? ""));
}

function push(found: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  if (end > start) found.push({ start, end });
}
