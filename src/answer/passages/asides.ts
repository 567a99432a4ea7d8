import type { Question } from "#question/question.ts";

/** 总投资700亿: a figure told in passing. */
const FIGURE = /\d(?:个?多?[万亿]|余|多|%|个百分点)/u;
/** GDP、工业、投资都要: what a sentence behind the question adds to it. */
const WANTED = /(?:都|也|全)(?:要|算|说说?|列|报)[。.！!]*$/u;
const ASKS = /[哪谁几]|多少|什么|啥/u;

/** A question (folded) without the figures it only mentions and what it says behind its question mark; null where it does neither. */
export function withoutAsides(question: Question): Question | null {
  const { asked, topic, indicators } = question;
  const pieces = asked.split(/(?<=[。？?])/u).flatMap((sentence, at) => {
    const added = at > 0 && WANTED.test(sentence) && !ASKS.test(sentence);
    return added ? [] : sentence.split(/(?<=[，,、；;])/u);
  });
  const kept = pieces.filter((piece) => ASKS.test(piece) || !FIGURE.test(piece)).join("");
  if (kept === asked || !ASKS.test(kept)) return null;
  const named = indicators.filter(({ phrase }) => kept.includes(phrase));
  return {
    ...question,
    asked: kept,
    topic: topic
      .split(" ")
      .filter((word) => kept.includes(word))
      .join(" "),
    indicators: named,
    indicatorShare: named.length === 0 ? 0 : question.indicatorShare,
  };
}
