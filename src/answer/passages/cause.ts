import { answerWords } from "#answer/answer-words.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";

/** A cause, and what begins to tell what came of it. */
const EFFECT = /[^。;]{6},(?:也?让|使得?|从而|进而|由此|因此|因而)/;

/** How a sentence begins that tells why what follows it came about. */
const OPENS = /^(?:随着|由于|因|受|得益于|为了?|正是)/u;
const NEAR = 160;

/** 随着商家入驻，…。房租涨到…: the span with the sentence before it, where that tells the cause and the span has none. */
export function withCauseBefore(document: SourceDocument, span: Span): Span {
  const { text } = document;
  const folded = foldPlain(sliceOf(text, span));
  if (folded.match(answerWords.cause) !== null || EFFECT.test(folded)) return span;
  const before = sentences(text, { start: Math.max(0, span.start - NEAR), end: span.start }).at(-1);
  if (before === undefined || !OPENS.test(sliceOf(text, before))) return span;
  return { start: before.start, end: span.end };
}
