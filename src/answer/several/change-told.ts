import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { differenceOf } from "#answer/figures/arithmetic.ts";
import { namedShare } from "#answer/passages/wording.ts";
import { foldPlain } from "#text/fold.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { withConclusion } from "./joined-drafts.ts";

/** 提高几个百分点, 增加了多少. */
const ASKS_CHANGE =
  /(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|缩短|缩小|压缩|[涨升降跌增减多少])了?(?:多少|几)|(?:相差|差)(?:了)?(?:多少|几)/u;
/** 由2015年的38%增长到46%: between the two figures stands nothing but how it went. */
const TO =
  /^[，,]?(?:逐步|稳步|大幅)?(?:增长|提高|提升|上升|增加|扩大|下降|降低|减少|缩短|缩小|压缩|[升增降减])(?:到|至|为)了?$/u;
const FROM = /[由从](?:[^，。；由从]{0,8}年)?(?:底|末)?的?$/u;

/** The draft that quotes from where to where a figure went, with what lies between the two where that is asked. */
export function withChangeTold(desk: Desk, draft: Draft): Draft {
  const { status, computed, book, blocks } = draft;
  const [block, another] = blocks;
  const [citation, second] = book.citations;
  if (status !== "answered" || desk.question.language !== "zh" || computed.length > 0) return draft;
  // 年均增长多少 asks for no difference.
  if (/年均|平均/u.test(desk.question.asked)) return draft;
  if (block?.type !== "paragraph" || another !== undefined) return draft;
  if (citation === undefined || second !== undefined || !ASKS_CHANGE.test(desk.question.asked)) return draft;
  const change = changeMeant(desk, changesIn(block.text));
  if (change === null) return draft;
  const difference = differenceOf(change.to, change.from);
  if (difference === null) return draft;
  for (const number of difference.numbers) desk.computed(number);
  const { result, expression } = difference;
  return withConclusion(
    desk,
    draft,
    desk.say("change.told", { result, expression, marks: `[${citation.marker}]` }),
  );
}

interface Change {
  readonly from: Quantity;
  readonly to: Quantity;
  /** The words of its clause up to the first figure. */
  readonly words: string;
}

/** The only one, or the only one whose words are the question's. */
function changeMeant({ question, sources }: Desk, changes: readonly Change[]): Change | null {
  const names = [...question.indicators.map(({ phrase }) => phrase), question.topic].map(foldPlain);
  const said = ({ words }: Change) =>
    names.some((name) => namedShare(name, foldPlain(words), sources.holdsTerm) >= HALF);
  const [change, other] = changes.length > 1 ? changes.filter(said) : changes;
  return other === undefined ? (change ?? null) : null;
}

const HALF = 0.5;

function changesIn(text: string): Change[] {
  const quantities = findQuantities(text);
  return quantities.flatMap((from, at): Change[] => {
    const to = quantities[at + 1];
    if (to === undefined || !FROM.test(text.slice(0, from.start))) return [];
    const [words = ""] = /[^，。；]*$/u.exec(text.slice(0, from.start)) ?? [];
    return TO.test(text.slice(from.end, to.start)) ? [{ from, to, words }] : [];
  });
}
