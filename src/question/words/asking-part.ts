import { languageOf } from "#question/language.ts";

const LONG = 45;
/** From this length on a word of asking in a clause that does not ask (听说变化挺大) says nothing. */
export const RAMBLING = 30;
export const ASKS =
  /多少|几|哪|什么|啥|怎|吗|呢|情况|目标|为何|原因|谁|[?]|\b(?:which|what|how|who|when|where|why)\b/;

/** 民生实事里头打通微循环道路那一项嘛: a clause that only names what the next ones ask about. */
const NAMES = /(?:那|这)一?[个项件条块](?:嘛|呢|吧|啊|哈)?[,，]$|关于[^,，]+[,，]$/;

/** An English word has about as many letters as three Chinese words have characters. */
const LETTERS = 3;

/** In a long, rambling question only the clauses that ask or name carry the subject; the rest tells who asks and why. */
export function askingPart(text: string, long = LONG): string {
  if (text.length < long * (languageOf(text) === "en" ? LETTERS : 1)) return text;
  const clauses = text.split(/(?<=[,，。;；!！?？])/);
  const asking = clauses.filter((clause) => ASKS.test(clause) || NAMES.test(clause));
  return asking.length === 0 ? text : asking.join("");
}
