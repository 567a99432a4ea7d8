import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { documentsFor, saidIn } from "./find-candidates.ts";

/** What a question for a definition says besides the term. */
const ASKING =
  /统计范围|主要|包括|包含|涵盖|是指|指的?是?|定义|含义|意思|范围|分别|口径|概念|叫|是|的|什么|\s/g;
const ASKS_PARTS = /包括|包含|涵盖|范围|口径|是指|哪些/;
const DEFINES =
  /^[”"」》]?(?:（[^）\n]{1,40}）)?，?(?:是指|指的是|指(?![数标导挥向引定明])|即(?![将可使])|就是)/;
const CONTAINS =
  /^[”"」》]?(?:（[^）\n]{1,40}）)?(?:的?统计(?:范围|口径)(?:包括|为|是)|(?:主要|具体)?(?:包括|包含|涵盖))/;
const LONGEST_TERM = 16;
const SHORTEST = 12;

/**
 * The clause of a report that says what a term is or what it contains (第二产业是指采矿业…), often in its notes. Null
 * when no report of the region has one.
 */
export function definingClauseDraft(desk: Desk): Draft | null {
  const { asked, topic } = saidIn(desk);
  const term = topic.replace(ASKING, "").replace(/[“”"「」]/g, "");
  if (term.length < 2 || term.length > LONGEST_TERM) return null;
  const patterns = ASKS_PARTS.test(asked) ? [DEFINES, CONTAINS] : [DEFINES];
  for (const document of documentsFor(desk)) {
    const span = clauseIn(document, term, patterns);
    if (span === null) continue;
    const text = document.text.slice(span.start, span.end);
    return desk.draft("definition", [
      { type: "paragraph", text: `${text}[${desk.book.cite(document.id, span)}]` },
    ]);
  }
  return null;
}

/** From where the term's clause begins to its semicolon or full stop. */
function clauseIn({ text }: SourceDocument, term: string, patterns: readonly RegExp[]): Span | null {
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    const behind = text.slice(at + term.length, at + term.length + 60);
    if (!patterns.some((pattern) => pattern.test(behind))) continue;
    // 高新技术产业 is no 技术产业: the term begins its clause.
    if (at > 0 && /[\u4e00-\u9fffA-Za-z]/.test(text[at - 1] ?? "")) continue;
    const end = text.slice(at).search(/[；。\n]/);
    const span = { start: at, end: end === -1 ? text.length : at + end };
    if (span.end - span.start - term.length >= SHORTEST) return span;
  }
  return null;
}
