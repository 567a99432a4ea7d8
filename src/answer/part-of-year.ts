import { foldPlain } from "#text/fold.ts";
import type { Draft } from "./draft.ts";

const PART =
  /(?<!连续)(?:第|前)?[一二三四1-4]季度|[上下]半年|(?<![\d个])(?:\d{1,2}[-—至到])?(?:1[0-2]|[1-9])月(?!末|底|31日)|[一二三四五六七八九十]{1,2}月份/g;
const DIGITS = "零一二三四";

/** 第1季度, 一季度: one way of writing each. */
const partsIn = (text: string): string[] =>
  [...foldPlain(text).matchAll(PART)].map(([part]) =>
    part.replace("第", "").replace(/[1-4](?=季度)/, (digit) => DIGITS[Number(digit)] ?? digit),
  );

/**
 * Whether a quarter, a half year or a month is asked for (2024年一季度GDP) and nothing cited speaks of it: a year's
 * figure is then no answer.
 */
export function ofAnotherPeriod(asked: string, { status, book }: Draft): boolean {
  const parts = partsIn(asked);
  if (status !== "answered" || parts.length === 0) return false;
  const told = book.citations.flatMap(({ quote, section }) => partsIn(`${quote}\n${section.join("\n")}`));
  return !parts.some((part) => told.includes(part));
}
