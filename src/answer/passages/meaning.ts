import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { nearestPassage } from "#answer/refuse.ts";
import { sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { documentsFor, saidIn } from "./find-candidates.ts";
import { forms } from "./forms.ts";

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
      if (forms.meaning.made.test(folded.slice(0, at))) return true;
      if (forms.meaning.counted.test(term) && forms.meaning.parts.test(folded.slice(0, at))) return true;
    }
    return false;
  });
}

const COUNTED_TERM =
  /^([二两三四五六七八九十]|\d)(?:[大个项条类种])?([\u4e00-\u9fff])([\u4e00-\u9fff]{0,4})$/;

/** “三个两眼”: 两眼向上…；两眼向外…；两眼向下…: what is counted stands so many times behind the term. */
function spelledOut(term: string, folded: string): boolean {
  const [, count, first = "", rest = ""] = COUNTED_TERM.exec(term) ?? [];
  const times = count === undefined ? null : parseCount(count);
  const at = folded.indexOf(term);
  if (times === null || times < 2 || at === -1) return false;
  const behind = folded.slice(at + term.length);
  return [first + rest, ...(times > 2 ? [first] : [])].some(
    (core) => core.length + times > 3 && behind.split(core).length > times,
  );
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
