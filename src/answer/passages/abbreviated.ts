import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Question } from "#question/question.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { documentsFor, saidIn } from "./find-candidates.ts";

/** So many of what ends in, or holds, one word: 三地. */
interface Part {
  readonly count: number;
  readonly word: string;
}

const PART =
  /([二两三四五六七八九十一])(?:[大个项类条种](?=[\u4e00-\u9fff]))?([\u4e00-\u9fff]{1,2}?)(?=[一二两三四五六七八九十]|$)/gu;
const QUOTED = /[“"「‘']([一二两三四五六七八九十][^”"」’']{1,8})[”"」’']/u;
const ASKED = /(?:哪|什么|啥|指|包括|包含|含义|意思|分别)/u;
const MARKS = /[“”"'‘’「」]/gu;
/** What parts the things of a run: 地缘近、血缘亲、…; 提高…水平，提高…水平. */
const BETWEEN = /[、，；,;]|和|及/u;
const FEWEST = 3;
/** So far from the name what it stands for may be told. */
const NEAR = 300;

/** 五缘, 三地一区: the parts of a name made of counts; null for any other words. */
function partsOf(term: string): readonly Part[] | null {
  const parts = [...term.matchAll(PART)].map(([, count = "", word = ""]) => ({
    count: parseCount(count) ?? 0,
    word,
  }));
  const length = [...term.matchAll(PART)].reduce((sum, [whole]) => sum + whole.length, 0);
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  return length === term.length && whole >= FEWEST ? parts : null;
}

/** The name in quotation marks that a question asks to be told in full. */
function termAsked(desk: Desk, { operation }: Question): string | null {
  const { asked } = saidIn(desk);
  const term = QUOTED.exec(asked)?.[1] ?? null;
  return term !== null && (ASKED.test(asked) || operation === "list" || operation === "definition")
    ? term
    : null;
}

/** The sentence that uses the name, or one right around it, in which just so many pieces that hold each word stand in a row. */
function runIn({ text }: SourceDocument, parts: readonly Part[], term: string): Span | null {
  const all = sentences(text);
  const using = all.filter((span) => words(text, span).includes(term));
  const around = all.filter(({ start }) => using.some((span) => Math.abs(span.start - start) < NEAR));
  return [...using, ...around].find((span) => strings(words(text, span).replaceAll(term, ""), parts)) ?? null;
}

/** 一城：…；两院：…；三校：…。: the stretch of a line in which every part of the name opens what it stands for. */
function labelledIn({ text }: SourceDocument, term: string): Span | null {
  const opened = [...term.matchAll(PART)].map(([label]) => `${label}[：:][^。\\n]*`);
  const found = new RegExp(opened.join(""), "u").exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

const words = (text: string, span: Span): string => foldPlain(sliceOf(text, span)).replace(MARKS, "");

function strings(told: string, parts: readonly Part[]): boolean {
  const pieces = told.split(BETWEEN);
  return parts.every(({ count, word }) =>
    runs(pieces.map((piece) => piece.split(word).length === 2)).includes(count),
  );
}

/** The lengths of the runs of true. */
function runs(held: readonly boolean[]): number[] {
  const lengths = [0];
  for (const each of held) {
    if (each) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(0);
  }
  return lengths;
}

const NAMED = /(?:围绕)?(?:加快)?(?:打造|建设|建成|构建)([\u4e00-\u9fff]{3,14})(?=[，、；。,;])/gu;

/** 打造科技创新策源地，…打造新兴产业聚集地，…: the names a paragraph gives, each at its place, just as many as counted. */
function namedIn(document: SourceDocument, parts: readonly Part[]): Span[] | null {
  const { text } = document;
  for (let start = 0; start < text.length; ) {
    const line = text.indexOf("\n", start);
    const end = line === -1 ? text.length : line;
    const found = new Map<string, Span>();
    for (const match of text.slice(start, end).matchAll(NAMED)) {
      const [whole, name = ""] = match;
      const at = start + match.index + whole.length - name.length;
      if (parts.some(({ word }) => name.endsWith(word)) && !found.has(name))
        found.set(name, { start: at, end: at + name.length });
    }
    const names = [...found.keys()];
    if (parts.every(({ count, word }) => names.filter((name) => name.endsWith(word)).length === count))
      return [...found.values()];
    start = end + 1;
  }
  return null;
}

/**
 * “五缘”是哪五缘, “三地一区”包括什么: a name made of counts, told by the sentence that strings just so many together or by the
 * names themselves. Null where the reports of the place do not use the name or tell it otherwise.
 */
export function abbreviatedDraft(desk: Desk): Draft | null {
  const term = termAsked(desk, desk.question);
  const parts = term === null ? null : partsOf(term);
  if (term === null || parts === null) return null;
  for (const document of documentsFor(desk)) {
    if (!foldPlain(document.text).replace(MARKS, "").includes(term)) continue;
    const run = labelledIn(document, term) ?? runIn(document, parts, term);
    if (run !== null) {
      const words = sliceOf(document.text, run).replaceAll("\n", "");
      const text = `${words}[${desk.book.cite(document.id, run)}]`;
      return desk.draft("list", [{ type: "paragraph", text }]);
    }
    const names = namedIn(document, parts);
    if (names === null) continue;
    const items = names.map(
      (span) => `${sliceOf(document.text, span)}[${desk.book.cite(document.id, span)}]`,
    );
    return desk.draft("list", [{ type: "list", items, ordered: false }]);
  }
  return null;
}
