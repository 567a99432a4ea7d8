import type { Desk } from "#answer/desk.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { heldTerms, type QuestionTerms, shareOf } from "#read/query-terms.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import type { Unit } from "#read/unit.ts";
import { parseChineseNumber } from "#text/chinese-number.ts";
import { sentences } from "#text/sentences.ts";
import { closestWording } from "./find-candidates.ts";
import { tellsParts } from "./tells-parts.ts";

/** Share of the question that what stands behind a sentence must hold to be part of its list. */
const OF_THE_LIST = 0.3;
/** …where so many are asked for and the sentence does not hold them. */
const OF_A_COUNTED_LIST = 0.1;
/** Share of the known words that the sentence holds when nothing behind it is wanted. */
const HELD = 0.8;
/** The same, of a sentence that holds just as many things as are asked for. */
const HELD_BY_COUNT = 0.5;
const OPENS = /[：:]\s*$|一是|第一[，、]|如下/;
const MARKED =
  /^\s*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]|[（(][一二三四五六七八九十\d]+[）)]|\d[.、．])/;
const LONGEST_HEAD = 26;
const COUNT =
  /([二两三四五六七八九十]{1,2}|\d{1,2})(?:大|个|项|方面|件|条|类|种|家|所|座|位|地|市|县|区|镇|村|名|条|本|部|支|处)/;
const WHICH = /哪([二两三四五六七八九十]{1,2}|\d{1,2})/;
const FEWEST = 3;

/**
 * The list a candidate opens; its sentence alone where that holds the items (A、B、C等…) or no list follows, and what
 * follows does not speak of the question.
 */
export function listed(desk: Desk, document: SourceDocument, { unit, features }: ReadUnit): Span {
  const window: Span = { start: unit.start, end: unit.end };
  const known = features["knownCovered"] ?? 0;
  const words = sliceOf(document.text, window);
  if (tellsParts(desk.question.asked, words) === true) return window;
  const { asked } = desk.question;
  const fewest = fewestAsked(asked);
  const whole = listSpan(document, unit);
  const { start, end } = window;
  const row = document.tables.some(({ span }) => span.start <= start && end <= span.end);
  if (row || whole.start < start || whole.end <= end) return whole;
  const rest = document.text.slice(end, whole.end);
  if (OPENS.test(words) || MARKED.test(rest)) return whole;
  const heads = words.length <= LONGEST_HEAD || rest.includes("\n");
  if (itemsIn(words) < fewest && heads) return whole;
  // 哪两家企业, 哪些片区: they are told, by nearly all the words of the question.
  const just = WHICH.test(asked) && itemsIn(words) === fewest;
  if (itemsIn(words) >= fewest && known >= (just ? HELD_BY_COUNT : HELD)) return window;
  const terms = closestWording(desk, words);
  const wanting = COUNT.test(asked) && itemsIn(words) < fewest;
  const least = wanting ? OF_A_COUNTED_LIST : OF_THE_LIST;
  return shareOf(terms, heldTerms(terms, rest)) < least
    ? window
    : upTo(document, { whole, terms, end, least });
}

interface Rest {
  readonly whole: Span;
  readonly terms: QuestionTerms;
  /** Where the candidate itself ends. */
  readonly end: number;
  readonly least: number;
}

/** The list up to its last sentence that speaks of the question. */
function upTo({ text }: SourceDocument, { whole, terms, end, least }: Rest): Span {
  const behind = sentences(text, { start: end, end: whole.end });
  const last = behind.findLast((span) => shareOf(terms, heldTerms(terms, sliceOf(text, span))) >= least);
  return { start: whole.start, end: last?.end ?? end };
}

/** How many things one clause strings together (A、B和C; “A”“B”). */
export function itemsIn(words: string): number {
  const counts = words.split(/[，。；：]/).map((clause) => {
    const quoted = clause.match(/”[、和及]?“/g)?.length ?? 0;
    return 1 + Math.max(quoted, clause.match(/、/g)?.length ?? 0);
  });
  return Math.max(...counts);
}

/** 三大商圈里的哪两个: the count behind 哪 is of what is asked for. */
function fewestAsked(asked: string): number {
  const printed = (WHICH.exec(asked) ?? COUNT.exec(asked))?.[1];
  if (printed === undefined) return FEWEST;
  const count = /\d/.test(printed) ? printed : parseChineseNumber(printed.replace("两", "二"));
  return Math.max(2, Number(count ?? FEWEST));
}

const MOST = 1200;

/**
 * The whole of the list a candidate lies in: the rows of its table, its box, or the rest of its paragraph, so
 * that a list is given complete and in the report's order.
 */
export function listSpan(document: SourceDocument, window: Span & Pick<Unit, "kind">): Span {
  const table = document.tables.find(({ span }) => span.start <= window.start && window.end <= span.end);
  if (table !== undefined) {
    const first = table.rows[0];
    const last = table.rows.at(-1);
    if (first !== undefined && last !== undefined) return { start: first.span.start, end: last.span.end };
  }
  const section = sectionAt(document, window.start);
  if (section !== null && section.kind === "box" && section.span.end - section.heading.end <= MOST) {
    return trimmedSpan(document.text, { start: section.heading.end, end: section.span.end });
  }
  if (window.kind === "definition") return { start: window.start, end: window.end };
  const paragraphEnd = document.text.indexOf("\n", window.end - 1);
  const paragraph = paragraphEnd === -1 ? document.text.length : paragraphEnd;
  const named = section?.kind === "lead-in" ? Math.min(section.span.end, paragraph) : paragraph;
  const all = sentences(document.text, { start: window.start, end: Math.max(named, window.end) });
  const fitting = all.filter(({ end }) => end <= Math.max(window.end, window.start + MOST));
  return { start: window.start, end: fitting.at(-1)?.end ?? window.end };
}

function trimmedSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}
