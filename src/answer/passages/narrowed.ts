import { type Span, sliceOf } from "#domain/span.ts";
import { clauses } from "#text/sentences.ts";

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
