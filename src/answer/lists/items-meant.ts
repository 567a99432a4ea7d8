import type { Draft } from "#answer/draft.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";

const COUNT = "(?:[一二两三四五六七八九十]{1,3}|\\d{1,2})";
const RANGE = `第${COUNT}(?:到|至|-|—|~|、|和)第?${COUNT}|(?:前|头|开头|后|最后)(?!一|1)${COUNT}`;
const NUMBER = `${RANGE}|第${COUNT}|头一|最后一?|末尾一?`;
const THING = "大?(?:个(?:方面|领域|环境|项目|片区|产业|行业)|个|条|项|点|方面|件|类|部分|块|样|句)";
/** 继续，接着说, 先给我念: what leads to the items asked for. */
const LEADS =
  "(?:那么?|其中|里面|请|先|再|就|继续|接着|然后|往下|给我|帮我|给|帮|念|说|讲|列|报|看|一下|[,，的?？])*";
const COUNTED = new RegExp(`^${LEADS}(${NUMBER})${THING}`, "u");
/** 困难的第三条说的是啥, 讲自身建设，头一条是啥: a list, and one of its items. */
const OF_A_LIST = new RegExp(
  `^(.{4,}?)(?:之?[中里]|里面|里头|当中)?(?:表|清单|名单)?${LEADS}(?<![市国省部内界球])((?:${NUMBER})${THING}(?:的|具体|主要|内容|怎么|说|讲|提|写|到|是|有|了|什么|哪|个|啥|呢|给我|列|报|念|一下|出来|[？?])*)$`,
  "u",
);
/** What is asked for by its name alone: 重点工作. */
const NAMED = /(?:工作|任务|措施|举措|问题|困难|短板|指标|原因|考虑|目标|实事|项目|类|栏)$/u;
const TERM = /[”"」]$/u;
const REST =
  /^(?:那么?)?(?:还有(?:呢|吗|没有?|别的|其[他它])|还剩下?(?:的|了)?(?:呢|哪|什么|啥|几)|(?:后面|剩下|剩余|余下|其余|其[他它]|另外|别的|接下来|接着|随后|再?往[下后])(?:的|那|这)*(?:(?:[几两二三四五六七八九十]{0,2}|\d{0,2})(?:个|条|项|点|件|类|方面|部分|块)|呢|也|都|[?？]?$))/u;

const asking = (list: string): string =>
  NAMED.test(list.replace(TERM, "")) ? "有哪些" : TERM.test(list) ? "是什么" : "有哪几个方面";

/** 困难的第三条说的是啥: two turns in one, the list and then its third item. */
export function inTurns(asked: string): string[] {
  if (COUNTED.test(foldPlain(asked))) return [asked];
  const [, list, item] = OF_A_LIST.exec(asked.trim()) ?? [];
  if (list === undefined || item === undefined) return [asked];
  const named = list.replace(/^把(?=.{4})/u, "").replace(/的?[那这]一?[组类块项些个]?$/u, "");
  return [/[哪什几]|多少/u.test(named) ? named : `${named}${asking(named)}？`, item];
}

/** Which item 第二条, 最后一项 means, counted from 1; Infinity for the last; null where none is, or several are. */
export function countMeant(asked: string): number | null {
  const number = COUNTED.exec(foldPlain(asked))?.[1];
  if (number === undefined || SEVERAL.test(number)) return null;
  if (/^[最末]/u.test(number)) return Number.POSITIVE_INFINITY;
  return number.startsWith("第") ? parseCount(number.slice(1)) : 1;
}

const SEVERAL = new RegExp(`^(?:${RANGE})$`, "u");

/** Which items 第四到第六件, 前5项, 后三条 mean of a list of so many, as places in it; null where one or none is meant. */
export function rangeMeant(asked: string, length: number): readonly [number, number] | null {
  const words = COUNTED.exec(foldPlain(asked))?.[1] ?? "";
  if (!SEVERAL.test(words)) return null;
  const [from = 0, to = from] = [...words.matchAll(new RegExp(COUNT, "gu"))].map(([n]) => parseCount(n) ?? 0);
  if (words.startsWith("第")) return [from - 1, to];
  return /^[后最]/u.test(words) ? [Math.max(length - from, 0), length] : [0, from];
}

/** True for 还有呢, 后面几条也说说: what a list tells besides. */
export const asksRest = (asked: string): boolean => REST.test(foldPlain(asked));

const NEXT = new RegExp(
  `^(?:那么?)?(?:接下来|接着|随后|后面|再?往[下后])(?:的|那|这)*(${COUNT})(?:个|条|项|点|件|类|方面|部分|块)`,
  "u",
);

/** How many of what is left 接下来的五项 means; null where all of it is meant. */
export function nextMeant(asked: string): number | null {
  const count = NEXT.exec(foldPlain(asked))?.[1];
  return count === undefined ? null : parseCount(count);
}

/** A、B、C三大产业: things strung together before their count. */
const STRUNG_BEFORE =
  /^([^，。；：]*、[^，。；：]*?)等?([两二三四五六七八九十]{1,2}|\d{1,2})[大个项条类种][^，、。；：]{0,14}(\[\d+\])/u;
/** 现代服务业项目：天安产业三期、宝武西南总部、…. */
const STRUNG_BEHIND = /^[^：、。]{2,14}：([^。；：]+)(\[\d+\])/u;

/** The things a clause strings together, where it is the whole answer. */
export function itemsStrung({ blocks, reason }: Draft): readonly string[] {
  const [only, another] = blocks;
  if (only?.type !== "paragraph" || another !== undefined || reason !== "list") return [];
  const [, before = "", count = "", ofBefore = ""] = STRUNG_BEFORE.exec(only.text) ?? [];
  if (itemsOf(before).length === parseCount(count)) return itemsOf(before).map((item) => item + ofBefore);
  const [, behind = "", marker = ""] = STRUNG_BEHIND.exec(only.text) ?? [];
  const items = itemsOf(behind);
  return items.length < FEWEST_STRUNG ? [] : items.map((item) => `${item}${marker}`);
}

/** 甲、乙（含丙、丁）: two things; what stands in brackets parts none. */
export const itemsOf = (strung: string): readonly string[] => strung.split(/、(?![^（]*）)/u);

/** Fewer are no list. */
export const FEWEST_STRUNG = 3;
