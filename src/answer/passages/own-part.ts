import { type Span, sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";

const QUOTED = /[“"「]([^”"」]{2,})[”"」]/g;
const FEWEST = 2;

/**
 * “两眼向外”指做什么: of “两眼向上”…；“两眼向外”…；“两眼向下”…。 the part that the quoted words of the question open; null where
 * no sentence of the span is so made.
 */
export function ownPart(question: string, text: string, span: Span): Span | null {
  const [term, another] = [...foldPlain(question).matchAll(QUOTED)].map(([, words = ""]) => words);
  if (term === undefined || another !== undefined) return null;
  const parts = sentences(text, span).flatMap((sentence) => {
    const cuts = clauses(text, sentence).filter((each) => /[；;。]$/.test(sliceOf(text, each)));
    return cuts.map(({ end }, i) => ({ start: cuts[i - 1]?.end ?? sentence.start, end: end - 1 }));
  });
  const opened = parts.filter((part) => /^[“"]/.test(sliceOf(text, part)));
  if (opened.length < FEWEST) return null;
  return opened.find((part) => foldPlain(sliceOf(text, part)).slice(1).startsWith(term)) ?? null;
}
