import { halfAt } from "#answer/passages/report-half.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";
import { PROBLEMS } from "./themes.ts";

/** A report's account of what is lacking has so many points at least. */
const FEWEST = 2;
const SHORTEST = 6;

/**
 * What a report says is lacking, point by point in its order: the stretch that opens with 还存在一些困难和问题 and goes on till
 * it turns to what is done about it. Of several such stretches the one that names most. Empty where there is none.
 */
export function problemPoints(document: SourceDocument): Span[] {
  const all = sentences(document.text);
  const accounts = all.flatMap((sentence, at) => {
    const words = sliceOf(document.text, sentence);
    if (!PROBLEMS.opens.test(words) || halfAt(document, sentence.start) === "ahead") return [];
    const points = accountFrom(document, all.slice(at));
    const lacking = points.reduce((sum, point) => sum + lackingIn(sliceOf(document.text, point)), 0);
    return points.length < FEWEST ? [] : [{ points, lacking }];
  });
  return accounts.sort((a, b) => b.lacking - a.lacking)[0]?.points ?? [];
}

/** The points from an opening sentence on: those that name something lacking, up to the first that names nothing. */
function accountFrom({ text }: SourceDocument, [opening, ...others]: readonly Span[]): Span[] {
  if (opening === undefined) return [];
  const points = pieces(text, behindLead(text, opening));
  for (const sentence of others) {
    const words = sliceOf(text, sentence);
    if (PROBLEMS.turns.test(words) || lackingIn(words) === 0) break;
    points.push(...pieces(text, LEAD.test(words) ? behindLead(text, sentence) : sentence));
  }
  return asCounted(text, points).filter(({ start, end }) => end - start >= SHORTEST);
}

/** 主要是：…: what stands behind the colon; empty where the opening announces what the next sentences tell. */
function behindLead(text: string, { start, end }: Span): Span {
  const colon = text.slice(start, end).search(/[：:]/u);
  if (colon >= 0) return { start: start + colon + 1, end };
  return /[；;]/u.test(text.slice(start, end)) ? { start, end } : { start: end, end };
}

/** 一是…；…。二是…: where the report counts its points, each goes up to the next number. */
function asCounted(text: string, pieced: readonly Span[]): readonly Span[] {
  const counted = pieced.filter(({ start, end }) => NUMBERED.test(text.slice(start, end)));
  const [first, second] = counted;
  if (first === undefined || second === undefined) return pieced;
  return counted.map(({ start }, at) => {
    const next = counted[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own = pieced.filter((piece) => piece.start >= start && piece.start < next);
    return { start, end: own.at(-1)?.end ?? start };
  });
}

const NUMBERED = /^\s*[一二三四五六七八九十]+是/u;

/** 主要是： in front of the points. */
const LEAD = /^[^，。；]{0,12}[：:]/u;

/** A sentence cut at its semicolons. */
function pieces(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!/[；;]/u.test(text[at] ?? "") && at < end - 1) continue;
    found.push({ start: from, end: at + 1 });
    from = at + 1;
  }
  return found;
}

const lackingIn = (words: string): number => words.match(PROBLEMS.lacking)?.length ?? 0;
