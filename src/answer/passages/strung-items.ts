import type { Draft } from "#answer/draft.ts";
import { parseCount } from "#text/chinese-number.ts";

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
