import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { sliceOf } from "#domain/span.ts";
import { heldAmong, knownShareOf, termsOf, termsPresent } from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";
import { documentsNewestFirst } from "./find-candidates.ts";
import { asItem } from "./quoted.ts";

/** 八个坚定不移, 九方面工作, 四大民生工程: so many things of a kind. */
export const COUNTED =
  /([二两三四五六七八九十]{1,3}|\d{1,2})(大|个|项|方面|件|条|类|种|步|点|篇|化)(?:方面|的)*(?=([\u4e00-\u9fff“”"']{0,8}))/g;

/** A count alone: what is told may print it in other figures. */
const COUNT = /(?:[二两三四五六七八九十]{1,3}|\d{1,2})(?:大|个|项|方面|件|条|类|种)/g;

/** What a question counts, and by which measure word. */
export interface Counted {
  readonly value: number;
  readonly measure: string;
  /** The thing counted, where its name was read. */
  readonly kind?: string;
  /** Count, measure word and kind as the question writes them. */
  readonly printed?: string;
}

const QUOTES = /[“”"]/g;
/** Characters of the kind (三大主导产业 → 主导) that question and clause must share. */
const NAMED = 2;
const ENOUGH = 0.5;
const MOST_DOCUMENTS = 12;

/**
 * 索具、汽车、石油装备三大主导产业: the clause that strings just so many things together before their count, from the newest
 * report that has one. Null when none does.
 */
export function strungDraft(desk: Desk, counts: readonly Counted[]): Draft | null {
  const asked = foldPlain(desk.question.asked).replace(QUOTES, "");
  const topic = desk.question.topic.replace(COUNT, " ");
  const terms = termsOf(desk.sources, tellingWords(topic, foldPlain(desk.question.asked)));
  for (const { id, text } of documentsNewestFirst(desk).slice(0, MOST_DOCUMENTS)) {
    for (const clause of sentences(text).flatMap((span) => clauses(text, span))) {
      const words = foldPlain(sliceOf(text, clause));
      if (!strings(words, { counts, asked })) continue;
      if (knownShareOf(terms, heldAmong(terms, termsPresent(words))) < ENOUGH) continue;
      const told = asItem(sliceOf(text, clause)).replace(/[，；]$/, "");
      return desk.draft("list", [{ type: "paragraph", text: `${told}[${desk.book.cite(id, clause)}]` }]);
    }
  }
  return null;
}

/** 两个底线：民生保障底线、安全发展底线; 四类人，即甲、乙、丙、丁: whether just so many things stand behind their count. */
export function namesBehind(words: string, { value, kind = "" }: Counted): boolean {
  const found = new RegExp(
    `[“"]?${kind.slice(0, 1)}[^，。；：:,]{0,8}(?:[：:]|[，,](?:即|包括|分别是|就是))([^，。；：:,]+)`,
    "u",
  ).exec(words);
  return kind !== "" && (found?.[1] ?? "").split(/[、和及]/).length === value;
}

/** Whether a clause strings as many things of the kind together as are asked for. */
function strings(words: string, { counts, asked }: { counts: readonly Counted[]; asked: string }): boolean {
  return [...words.matchAll(COUNTED)].some(([whole, count = "", measure = "", kind = ""]) => {
    const value = parseCount(count);
    if (value === null || !counts.some((each) => each.value === value && each.measure === measure))
      return false;
    const strung = words.slice(0, words.indexOf(whole)).split(/[、和及]/).length;
    const named = kind.replace(QUOTES, "").slice(0, NAMED);
    return strung >= value && strung <= value + 1 && named.length === NAMED && asked.includes(named);
  });
}
