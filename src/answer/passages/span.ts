import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";
import { tokens } from "#text/tokens.ts";

/** 加强城镇规划工作。: a sentence that only says what the next ones are about. */
const LONGEST_HEAD = 26;
const ORDINAL = /^(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、.])\s*/;

const isHead = (words: string): boolean =>
  words.length >= 4 &&
  words.length <= LONGEST_HEAD &&
  /。$/.test(words) &&
  !/[\d，；：“]/.test(words.replace(ORDINAL, ""));

/** How far an answer goes on, its first sentence counted, and what a mere name stands for. */
const CARRIED = { sentences: 3, characters: 420 };
export const NAME_CARRIED: typeof CARRIED = { sentences: 4, characters: 600 };

/** A span with the sentences that go on telling behind it in its paragraph, as far as an answer may be long. */
export function carriedOn(document: SourceDocument, { start, end }: Span, most = CARRIED): Span {
  const { text } = document;
  const lineEnd = text.indexOf("\n", end - 1);
  const all = sentences(text, { start, end: lineEnd === -1 ? text.length : Math.max(lineEnd, end) });
  const opening = text.slice(start, start + 2);
  let last = end;
  for (const sentence of all.slice(0, most.sentences)) {
    if (sentence.end <= end) continue;
    const words = sliceOf(text, sentence);
    if (isHead(words) || words.startsWith(opening) || ORDINAL.test(words)) break;
    if (sentence.end - start > most.characters) break;
    last = sentence.end;
  }
  return { start, end: last };
}

/** 竣工重点项目：…: a class and what belongs to it. */
const CLASS = /^\s*([\u4e00-\u9fff“”]{2,12})：\s*\S/u;
/** Share of what tells a class from the others that the question must say. */
const NAMED = 0.5;

/** The lines of a box whose classes the question names, in order; empty where the stretch has no such lines. */
export function ownLines({ text }: SourceDocument, span: Span, asked: string): readonly Span[] {
  const lines = linesIn(text, span).flatMap((line) => {
    const label = CLASS.exec(text.slice(line.start, line.end))?.[1];
    return label === undefined ? [] : [{ line, terms: new Set(tokens(foldPlain(label))) }];
  });
  const said = new Set(tokens(foldPlain(asked)));
  if (lines.length < 2) return [];
  const named = lines.filter(({ terms }) => {
    const others = lines.filter((each) => each.terms !== terms);
    const own = [...terms].filter((term) => !others.some((each) => each.terms.has(term)));
    return own.length > 0 && own.filter((term) => said.has(term)).length >= NAMED * own.length;
  });
  return named.map(({ line }) => line);
}

function linesIn(text: string, { start, end }: Span): Span[] {
  let at = start;
  return text
    .slice(start, end)
    .split("\n")
    .map((words) => {
      const line = { start: at, end: at + words.length };
      at = line.end + 1;
      return line;
    });
}

/** A shorter sentence is quoted whole. */
const LONG = 60;

type Tells = (words: string) => boolean;

/** A sentence without the clauses before the ones that tell what is asked; as it is where it is short or tells nothing. */
export function withoutBefore(text: string, sentence: Span, tells: Tells): Span {
  if (sentence.end - sentence.start < LONG || !tells(sliceOf(text, sentence))) return sentence;
  const first = clauses(text, sentence).findLast(({ start }) => tells(text.slice(start, sentence.end)));
  return { start: first?.start ?? sentence.start, end: sentence.end };
}

/** The same without what stands behind the semicolon that ends those clauses: one part of a sentence explains a term. */
export function narrowed(text: string, sentence: Span, tells: Tells): Span {
  const { start, end } = withoutBefore(text, sentence, tells);
  if (end - start < LONG) return { start, end };
  const ends = clauses(text, { start, end }).filter((part) => /[；;]$/.test(sliceOf(text, part)));
  const last = ends.find((part) => tells(text.slice(start, part.end)));
  return { start, end: last === undefined ? end : last.end - 1 };
}
