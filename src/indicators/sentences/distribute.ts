import { knownName } from "./known-name.ts";
import { anyOf, CONJUNCTION, words } from "./words.ts";

const HEAD = new RegExp(`${anyOf(words.heads)}$`, "u");

/** Things that are counted: 省级科技小巨人企业. */
const THING = /(?:企业|机构|平台|基地|人才|合作社|农场|户|项目)$/u;

const known = (phrase: string) => knownName(phrase).concept !== null;

/** The shortest tail of `last` that makes a known name of `part`: 城镇 + 居民人均可支配收入. */
function completed(part: string, last: string): string | null {
  if (known(part)) return part;
  for (let at = last.length - 2; at > 0; at--) {
    const whole = part + last.slice(at);
    if (known(whole)) return whole;
  }
  // 国家级、省级重点龙头企业: what the levels are of.
  const graded = /级$/u.test(part) ? /^[^级]{1,3}级(?<thing>.+)$/u.exec(last)?.groups?.["thing"] : undefined;
  if (graded !== undefined) return part + graded;
  if ((HEAD.test(part) || THING.test(part)) && part.length >= 5) return part;
  if (/[^总](?:产量|加工量|发电量|销量)$/u.test(part)) return part;
  const measure = /(?:行业|产业)?(?:增加值|总产值|产值|营业收入|利润|税收)$/u.exec(last)?.[0];
  if (part.length >= 2 && measure !== undefined) return part + measure;
  const alike = part + last.slice(part.length);
  return part.length >= 2 && HEAD.test(last.slice(part.length)) && last.length > part.length + 1
    ? alike
    : null;
}

/** 基本养老、医保参保率: the known names that the parts before the last make with its tail. */
export function beforeLast(text: string): string[] {
  const parts = text.split("、").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  return parts.slice(0, -1).flatMap((part) => {
    const whole = completed(part, last);
    return whole !== null && known(whole) ? [whole] : [];
  });
}

/** 战略性新兴制造业、高技术产业产值: the measure printed once, after the last. */
function withMeasure(part: string, last: string): string {
  const measure = /(?:总产值|产值|增加值|收入|投资|支出|产量)$/u.exec(last)?.[0] ?? "";
  return part.endsWith(measure) ? part : `${part}${measure}`;
}

/** The head of the first part that makes a known name of a later one: 税收收入、非税收入; or it stands by itself. */
function completedByFirst(part: string, first: string): string | null {
  if (known(part) || (HEAD.test(part) && part.length >= 5)) return part;
  for (let at = 1; at < first.length; at++) {
    const whole = first.slice(0, at) + part;
    if (known(whole)) return whole;
  }
  return null;
}

/** How many a list names: 城镇和农村居民人均可支配收入, or 城乡居民 for both. */
export function sidesOf(text: string): number {
  const parts = text.split(CONJUNCTION).filter((part) => part !== "").length;
  return parts === 1 && text.includes("城乡") ? 2 : parts;
}

/**
 * The subjects of a list that `count` figures follow: `城镇和农村常住居民人均可支配收入` is two whole names.
 * Null when the words don't part into as many subjects.
 */
export function distribute(text: string, count: number): string[] | null {
  const [list = "", tail = ""] = text.split(/分别|各(?=实现|完成|达|增)/u);
  const parts = list.split(CONJUNCTION).filter((part) => part !== "");
  const first = parts[0];
  const last = parts.at(-1);
  if (/等(?!教育|职业|学校|级)/u.test(list)) return null;
  if (parts.length === 1 && count === 2 && list.includes("城乡")) {
    return ["城镇", "农村"].map((side) => list.replace("城乡", side) + tail);
  }
  if (tail !== "")
    return parts.length === count ? parts.map((part) => `${withMeasure(part, last ?? "")}${tail}`) : null;
  if (parts.length !== count || first === undefined || last === undefined) return null;
  const heads = parts.map((part) => completed(part, last));
  if (heads.every((head) => head !== null)) return heads;
  const tails = parts.map((part) => completedByFirst(part, first));
  return tails.every((tail) => tail !== null) ? tails : null;
}
