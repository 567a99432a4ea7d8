import { answerWords } from "#answer/answer-words.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { QuestionTerms } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { forms } from "./forms.ts";

/**
 * 1 when words of cause follow the subject, or words of effect stand before it (…，让新的市场主体涌现); 0 when there are none
 * or they belong to what stands on its other side.
 */
export function causeIn(folded: string, wordings: readonly QuestionTerms[]): number {
  if (forms.purpose.test(folded)) return 1;
  const subject = Math.min(
    ...wordings.flatMap(({ rarest }) => rarest.map((term) => folded.indexOf(term))).filter((at) => at >= 0),
  );
  if (subject !== Infinity && EFFECT.test(sentenceUpTo(folded, subject))) return 1;
  const last = [...folded.matchAll(answerWords.cause)].at(-1);
  return last !== undefined && subject <= last.index ? 1 : 0;
}

/** A cause, and what begins to tell what came of it. */
const EFFECT = /[^。;]{6},(?:也?让|使得?|从而|进而|由此|因此|因而)/;

/** The sentence's words before an offset. */
const sentenceUpTo = (folded: string, offset: number): string =>
  folded.slice(0, offset).split(/[。;]/).at(-1) ?? "";

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
