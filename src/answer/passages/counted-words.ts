import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";

const NUMBER = "第(?:[一二三四五六七八九十]{1,3}|\\d{1,2})|头一|最后一?|末尾一?";
const THING = "大?(?:个方面|个|条|项|点|方面|件|类|部分|块|样|句)";
const COUNTED = new RegExp(`^(?:那么?|其中|里面)?的?(${NUMBER})${THING}`, "u");
/** 困难的第三条说的是啥, 讲自身建设，头一条是啥: a list, and one of its items. */
const OF_A_LIST = new RegExp(
  `^(.{4,}?)(?:之?[中里]|里面|里头|当中)?[的,，]*(?<![市国省部内界球])((?:${NUMBER})${THING}(?:的|具体|主要|内容|怎么|说|讲|提|写|到|是|有|了|什么|哪|个|啥|呢|[？?])*)$`,
  "u",
);
/** What is asked for by its name alone: 重点工作. */
const NAMED = /(?:工作|任务|措施|举措|问题|困难|短板|指标|原因|考虑|目标|实事|项目)$/u;
const TERM = /[”"」]$/u;
const REST =
  /^(?:那么?)?(?:还有(?:呢|吗|没有?|别的|其[他它])|(?:后面|剩下|剩余|余下|其余|其[他它]|另外|别的|接下来)(?:的|那|这)*(?:[几两二三四五六七八九]{0,2}(?:个|条|项|点|件|类|方面|部分|块)|呢|也|都|[?？]?$))/u;

const asking = (list: string): string =>
  TERM.test(list) ? "是什么" : NAMED.test(list) ? "有哪些" : "有哪几个方面";

/** 困难的第三条说的是啥: two turns in one, the list and then its third item. */
export function inTurns(asked: string): string[] {
  const [, list, item] = OF_A_LIST.exec(asked.trim()) ?? [];
  if (list === undefined || item === undefined) return [asked];
  return [/[哪什几]|多少/u.test(list) ? list : `${list}${asking(list)}？`, item];
}

/** Which item 第二条, 最后一项 means, counted from 1; Infinity for the last; null where none is. */
export function countMeant(asked: string): number | null {
  const number = COUNTED.exec(foldPlain(asked))?.[1];
  if (number === undefined) return null;
  if (/^[最末]/u.test(number)) return Number.POSITIVE_INFINITY;
  return number.startsWith("第") ? parseCount(number.slice(1)) : 1;
}

/** True for 还有呢, 后面几条也说说: what a list tells besides. */
export const asksRest = (asked: string): boolean => REST.test(foldPlain(asked));
