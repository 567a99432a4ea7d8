import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { termsOf } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { oneLine } from "#text/one-line.ts";
import { NOTHING_EXPECTED } from "./expectation.ts";
import { saidIn } from "./find-candidates.ts";
import { quoted } from "./quoted.ts";

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
