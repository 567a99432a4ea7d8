import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { nearestPassage } from "#answer/refuse/refuse.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { termsOf } from "#read/query-terms.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { oneLine } from "#text/one-line.ts";
import { sentences } from "#text/sentences.ts";
import { NOTHING_EXPECTED } from "./expectation.ts";
import { documentsFor, saidIn } from "./find-candidates.ts";
import { forms } from "./forms.ts";
import { asItem, quoted } from "./quote.ts";
import { narrowed } from "./span.ts";

/** A 名词解释 entry. */
export interface GlossaryEntry {
  /** The term folded, without quotation marks and brackets. */
  readonly key: string;
  readonly documentId: string;
  readonly region: string | null;
  readonly span: Span;
}

const keyOf = (term: string): string => foldPlain(term).replace(/[\s“”"'‘’「」()[\]《》、，。:：?]/g, "");

/** All entries of the documents' glossaries, in order. */
export function glossaryOf(documents: Iterable<SourceDocument>): GlossaryEntry[] {
  const entries: GlossaryEntry[] = [];
  for (const { id, region, sections } of documents) {
    for (const { kind, title, span } of sections) {
      if (kind === "definition") entries.push({ key: keyOf(title), documentId: id, region, span });
    }
  }
  return entries;
}

const WHAT_IS = /^what(?: is|'s|s| are) (?:an? |the )?(.{2,40}?)[?\s]*$/;

/** “2+1”主导产业是哪几个: what a term in quotation marks stands for, asked as a list. */
const WHICH_ARE =
  /[“"「]([^”"」]{2,20})[”"」][^,，。；“"「]{0,10}?(?:是|指|包括|包含|有)(?:的是|的)?(?:哪|什么)/;

/** What is QFLP, “2+1”主导产业是哪几个: whether a question asks what a glossary's term stands for. */
export function namesEntry(desk: Desk, glossary: readonly GlossaryEntry[]): boolean {
  const { asked, language } = desk.question;
  const english = language === "en";
  const term = (english ? WHAT_IS : WHICH_ARE).exec(foldPlain(asked))?.slice(1)[0];
  if (term === undefined) return false;
  const terms = [keyOf(term), ...(english ? [keyOf(saidIn(desk).topic)] : [])];
  return glossary.some(({ key }) => terms.includes(key));
}

/** What is QFLP, though it sounds like general knowledge: a term that stands whole in the question and that a report explains. */
export function termExplained(desk: Desk, glossary: readonly GlossaryEntry[]): Draft | null {
  const asked = foldPlain(desk.question.asked);
  const named = glossary.filter(({ key }) => key.length >= SHORTEST_TERM && standsWhole(key, asked));
  return named.length === 0 ? null : definitionDraft(desk, named);
}

const SHORTEST_TERM = 3;
/** pe is no term of “speed”. */
const standsWhole = (key: string, asked: string): boolean =>
  /^[a-z0-9]+$/u.test(key) ? asked.split(/[^a-z0-9]+/u).includes(key) : asked.includes(key);

/** The glossary entry of a term the question asks about, word for word; null when none is held. */
export function definitionDraft(desk: Desk, glossary: readonly GlossaryEntry[]): Draft | null {
  const topic = keyOf(saidIn(desk).topic || desk.question.asked);
  const quotedTerms = [...foldPlain(desk.question.asked).matchAll(/[“"「]([^”"」]+)[”"」]/g)].map(
    ([, term]) => keyOf(term ?? ""),
  );
  // 长江国家文化公园（江北段）: a region in its name is not left in the topic.
  const said = keyOf(desk.question.asked);
  const regional = glossary.filter(
    ({ region }) =>
      desk.question.regions.length === 0 || (region !== null && desk.question.regions.includes(region)),
  );
  // “倍增” marks “工业倍增”行动 where no other entry has it.
  const marks = (term: string) =>
    term.length >= 3 ||
    (term.length === 2 &&
      new Set(regional.flatMap(({ key }) => (key.includes(term) ? [key] : []))).size === 1);
  const named = glossary
    .filter(
      ({ key }) =>
        key.length >= 2 &&
        (topic.includes(key) ||
          (key.length > 4 && said.includes(key)) ||
          quotedTerms.some((term) => marks(term) && key.includes(term))),
    )
    .sort((a, b) => b.key.length - a.key.length);
  const entry = named[0] ?? glossary.find(({ key }) => topic.length >= 3 && key.includes(topic));
  if (entry === undefined) return null;
  // QFLP跟QDLP有什么不一样: every term named is explained, once.
  const shown = named.filter(({ key }, i) => !named.slice(0, i).some((longer) => longer.key.includes(key)));
  const blocks = (shown.length > 0 ? shown : [entry]).slice(0, 3).flatMap(({ documentId, span }) => {
    const text = desk.sources.document(documentId)?.text.slice(span.start, span.end).trimEnd() ?? "";
    const marker = `[${desk.book.cite(documentId, { start: span.start, end: span.start + text.length })}]`;
    return quoted(oneLine(text), {
      marker,
      ending: "definition",
      expectation: NOTHING_EXPECTED,
      terms: termsOf(desk.sources, topic),
      heading: "",
    });
  });
  return desk.draft("definition", blocks);
}

const QUOTED = /[“"「《]([^”"」》]{2,})[”"」》]/g;
const MARKS = /[“”"'‘’「」《》\s]/g;
const SHORTEST = 2;

/** 3+X: words that keep their sign. */
const SIGNED = /[a-z\d]+(?:\+[a-z\d]+)+/g;

/** True for 什么叫, 是什么意思: the meaning of a term is asked for, and a sentence that only uses it tells none. */
export function asksMeaning({ asked, language, operation, regions }: Question): boolean {
  if (language !== "zh") return false;
  const folded = foldPlain(asked);
  // 增速这么低怎么解释 asks for the reason of it.
  if (operation !== "reason" && forms.meaning.asked.test(folded)) return true;
  const term = regions.length > 0 ? undefined : forms.meaning.bare.exec(folded)?.[1];
  return operation === "definition" && term !== undefined && !forms.meaning.slots.test(term);
}

/** The terms whose meaning is asked for: those in quotation marks, else the words right before the asking. */
function termsMeant(desk: Desk): readonly string[] {
  const { asked, topic } = saidIn(desk);
  const marked = [...asked.matchAll(QUOTED)].map(([, term = ""]) => bare(term));
  const named = marked.length > 0 ? marked : [...asked.matchAll(SIGNED)].map(([term]) => term);
  const pieces = topic.split(" ").map((piece) => piece.replaceAll(forms.meaning.rest, ""));
  return (named.length > 0 ? named : pieces.filter(Boolean).slice(-1).map(bare)).filter(
    (term) => term.length >= SHORTEST,
  );
}

const bare = (words: string): string => words.replace(MARKS, "");

/** Whether words explain a term: say what it is, name it after its parts, or add it in brackets. */
export function explainsTerm(desk: Desk, words: string): boolean {
  const folded = bare(foldPlain(words));
  return termsMeant(desk).some((term) => {
    const parts = term.match(forms.meaning.part) ?? [];
    const told = (part: string) =>
      folded.split(part).some((after, i) => i > 0 && forms.meaning.behind.test(after));
    if (parts.length > 1 && parts.join("") === term && parts.every(told)) return true;
    if (spelledOut(term, folded)) return true;
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) {
      if (forms.meaning.behind.test(folded.slice(at + term.length))) return true;
      if (kindTold(desk.question.asked, folded.slice(at + term.length))) return true;
      if (forms.meaning.made.test(folded.slice(0, at))) return true;
      if (forms.meaning.counted.test(term) && forms.meaning.parts.test(folded.slice(0, at))) return true;
    }
    return false;
  });
}

/** 指的是什么城市形态 → …的公园城市形态: of which kind it is, told right behind the term. */
function kindTold(asked: string, behind: string): boolean {
  const kind = /什么([\u4e00-\u9fff]{2,6})[?？]?$/u.exec(asked)?.[1];
  return kind !== undefined && new RegExp(`^[^,。;]{0,10}的[^,。;的]{1,6}${kind}`, "u").test(behind);
}

const COUNTED_TERM =
  /^([二两三四五六七八九十]|\d)(?:[大个项条类种])?([\u4e00-\u9fff])([\u4e00-\u9fff]{0,4})$/;

/** “三个两眼”: 两眼向上…；两眼向外…；两眼向下…: what is counted stands so many times behind the term; all of 三攻坚、两突破. */
function spelledOut(term: string, folded: string): boolean {
  const at = folded.indexOf(term);
  const behind = at === -1 ? "" : folded.slice(at + term.length);
  return term.split(/[、,]/).every((part) => saidSoOften(part, behind));
}

function saidSoOften(part: string, behind: string): boolean {
  const [, count, first = "", rest = ""] = COUNTED_TERM.exec(part) ?? [];
  const times = count === undefined ? null : parseCount(count);
  if (times === null || times < 2) return false;
  return [first + rest, ...(times > 2 ? [first] : [])].some(
    (core) => core.length + times > 3 && behind.split(core).length > times,
  );
}

/**
 * The first place of a report that explains the term whose meaning is asked for, wherever it stands: a sentence, or one that
 * only names the term and those behind it in its paragraph. Null where none does.
 */
export function explainingDraft(desk: Desk): Draft | null {
  const tells = (words: string) => explainsTerm(desk, words);
  const terms = termsMeant(desk);
  for (const { id, text } of documentsFor(desk)) {
    for (const named of sentences(text)) {
      const words = bare(foldPlain(sliceOf(text, named)));
      if (!terms.some((term) => words.includes(term))) continue;
      const span = explainingSpan(text, named, tells);
      if (span === null) continue;
      const marker = `[${desk.book.cite(id, span)}]`;
      const items = sentences(text, span).map((each) => `${asItem(sliceOf(text, each))}${marker}`);
      return desk.draft("definition", [
        items.length > 1
          ? { type: "list", ordered: false, items }
          : { type: "paragraph", text: items.join("") },
      ]);
    }
  }
  return null;
}

/** The clauses that explain, else the sentence with as many of those behind it as do. */
export function explainingSpan(text: string, named: Span, tells: (words: string) => boolean): Span | null {
  if (tells(sliceOf(text, named))) return narrowed(text, named, tells);
  const lineEnd = text.indexOf("\n", named.end - 1);
  const behind = sentences(text, { start: named.end, end: lineEnd === -1 ? text.length : lineEnd });
  const last = behind.find(({ end }) => tells(text.slice(named.start, end)));
  return last === undefined ? null : { start: named.start, end: last.end };
}

/** A term that reports use and none explains: said so, with a place that uses it. Null when none uses it. */
export function unexplainedDraft(desk: Desk): Draft | null {
  const [term] = termsMeant(desk);
  if (term === undefined) return null;
  for (const { id, text } of documentsFor(desk)) {
    const used = sentences(text).find((span) => bare(foldPlain(sliceOf(text, span))).includes(term));
    if (used === undefined) continue;
    const typed = new RegExp(term.replace(/[^\p{L}\p{N}]/gu, "\\$&"), "i").exec(desk.question.asked)?.[0];
    const lead = desk.say("refuse.unexplained", { term: typed ?? term });
    const blocks: Block[] = [{ type: "paragraph", text: lead }, nearestPassage(desk, id, used)];
    return desk.refusal("not_in_corpus", blocks, []);
  }
  return null;
}
