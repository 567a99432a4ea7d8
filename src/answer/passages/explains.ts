import type { Desk } from "#answer/desk.ts";
import type { Span } from "#domain/span.ts";
import type { Unit } from "#read/unit.ts";
import { foldPlain } from "#text/fold.ts";
import { asksMeaning, explainsTerm } from "./meaning.ts";
import { unitWords } from "./unheld.ts";

const QUOTED = /[“"「]([^”"」]{2,})[”"」]/g;
const MARKS = /[“”"「」]/g;
/** 近千家四上企业: so many of them stand before the term, */
const COUNTED_BEFORE = /[\d百千万多余几两][家个户项名位](?:的)?$/;
/** 四上企业250家: or behind it. */
const COUNTED_BEHIND = /^[\u4e00-\u9fff]{0,4}(?:达到?|超过?|突破|增至)?\d+(?:\.\d+)?[多余万]*[家个户项名位]/;

/**
 * Whether a passage may explain the term a question puts in quotation marks: it holds the term, and not only to say how
 * many there are. True for questions without a term so marked.
 */
export function explains(desk: Desk, unit: Span & Pick<Unit, "documentId">): boolean {
  const { question } = desk;
  if (asksMeaning(question)) return explainsTerm(desk, unitWords(desk, unit));
  const terms = [...foldPlain(question.asked).matchAll(QUOTED)].map(([, term = ""]) => term);
  if (terms.length === 0) return true;
  const words = foldPlain(unitWords(desk, unit)).replace(MARKS, "");
  return terms.some((term) => {
    const [before = "", ...behind] = words.split(term.replace(MARKS, ""));
    return behind.some((after, i) => {
      const ahead = i === 0 ? before : (behind[i - 1] ?? "");
      return !COUNTED_BEFORE.test(ahead) && !COUNTED_BEHIND.test(after);
    });
  });
}
