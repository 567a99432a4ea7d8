import type { Span } from "#domain/span.ts";

/** A stretch of text without white space, with half-width digits and percent signs, and the way back. */
export interface Compact {
  readonly text: string;
  /** Original span of `[start, end)` of the compact text. */
  spanOf(start: number, end: number): Span;
}

const FULL_WIDTH = /[０-９％＋．]/u;

/** White space, marks and numbers of foot notes: 全市生产总值②达到, 目标★, 减税降费[3]. */
const NO_CONTENT = /[\s*★☆※①-⑳]|\[\d{1,3}\]|〔\d{1,3}〕|【\d{1,3}】/uy;

/** Small and half-width forms of the marks that part clauses: ﹔ for ；. */
const MARKS: Readonly<Record<string, string>> = {
  "﹔": "；",
  "﹐": "，",
  "﹑": "、",
  "﹕": "：",
  "､": "、",
  "｡": "。",
};

function plainForm(character: string): string {
  const mark = MARKS[character];
  if (mark !== undefined) return mark;
  return FULL_WIDTH.test(character)
    ? String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0)
    : character;
}

/** Compacts `text.slice(span)`: reports put spaces around figures at will. */
export function compact(text: string, span: Span): Compact {
  const map: number[] = [];
  let compacted = "";
  for (let at = span.start; at < span.end; at++) {
    const character = text.charAt(at);
    NO_CONTENT.lastIndex = at;
    const skipped = NO_CONTENT.exec(text)?.[0].length ?? 0;
    if (skipped > 0) {
      at += skipped - 1;
      continue;
    }
    map.push(at);
    compacted += plainForm(character);
  }
  return {
    text: compacted,
    spanOf: (start, end) => {
      const first = map[start] ?? span.end;
      const last = map[end - 1];
      return { start: first, end: last === undefined ? first : last + 1 };
    },
  };
}
