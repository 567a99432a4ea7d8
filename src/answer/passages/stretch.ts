import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";

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
