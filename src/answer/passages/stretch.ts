import { type Section, type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";

/** What a report says under one head: the words of the head, and the sentences that follow it. */
export interface Stretch {
  readonly documentId: string;
  readonly head: string;
  /** Head and body. */
  readonly span: Span;
  readonly body: readonly Span[];
}

/** 加强城镇规划工作。: a sentence that only says what the next ones are about. */
const LONGEST_HEAD = 26;
const ORDINAL = /^(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、.])\s*/;

const isHead = (words: string): boolean =>
  words.length >= 4 &&
  words.length <= LONGEST_HEAD &&
  /。$/.test(words) &&
  !/[\d，；：“]/.test(words.replace(ORDINAL, ""));

/**
 * The stretches of the innermost section around an offset: the section itself, and inside it each run of sentences that
 * opens with a short sentence as its head.
 */
export function stretchesAt(document: SourceDocument, offset: number): Stretch[] {
  const section = sectionAt(document, offset);
  if (section === null) return [];
  const own = ownSpan(document, section);
  // A heading's own full stop may stand behind it.
  const all = sentences(document.text, own).filter((span) => /\p{L}/u.test(sliceOf(document.text, span)));
  const heads = all.flatMap((span, at) => (isHead(sliceOf(document.text, span)) ? [at] : []));
  const inner = heads.map((at, i) => {
    const until = heads[i + 1] ?? all.length;
    return stretchOf(document, sliceOf(document.text, all[at] ?? own), all.slice(at, until), true);
  });
  const whole = stretchOf(document, section.title, all, headSaid(document, section));
  return [...(whole === null ? [] : [whole]), ...inner.filter((each) => each !== null)];
}

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

/** The section without its parts. */
function ownSpan({ sections }: SourceDocument, { id, heading, span, kind }: Section): Span {
  const first = sections.find(({ parent }) => parent === id);
  const start = kind === "lead-in" ? span.start : heading.end;
  return { start, end: first?.span.start ?? span.end };
}

/** A lead-in opens its own paragraph: the first sentence then is the head. */
function headSaid({ text }: SourceDocument, { kind, heading, span }: Section): boolean {
  return kind === "lead-in" && /^[。：:]?\s*\S/.test(text.slice(heading.end, span.end));
}

function stretchOf(
  { id }: SourceDocument,
  head: string,
  all: readonly Span[],
  headIsFirst: boolean,
): Stretch | null {
  const body = headIsFirst && all.length > 1 ? all.slice(1) : all;
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined || body.length === 0) return null;
  return { documentId: id, head, span: { start: first.start, end: last.end }, body };
}
