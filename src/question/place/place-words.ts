import { findMentions } from "#indicators/catalogue-mentions.ts";
import { patterns } from "#question/words/patterns.ts";
import { quotationsIn } from "#question/words/quotation.ts";
import { type Region, regionsNamed } from "#text/places/gazetteer.ts";
import { isCommonWord, isEverydayName } from "#text/places/not-a-place.ts";
import { wordsIn } from "#text/words.ts";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Districts whose names are everyday words (中心城区): not held, they are not meant. */
export const ORDINARY: ReadonlySet<string> = new Set([
  "城区",
  "郊区",
  "矿区",
  "东区",
  "西区",
  "新城区",
  "老城区",
  "南区",
  "北区",
  "新市区",
  "市中区",
  "城中区",
]);

/** Right behind a place: the year it is asked of. */
const BEFORE_A_YEAR =
  /^(?:的|\s)*(?:(?:19|20)\d\d|\d\d年|去年|今年|明年|前年|上年|近[几三五]年|[“"]?十[一二三四五]五)/u;
/** What may stand behind a place that is named by an everyday word. */
const BEHIND_A_PLACE =
  /^(?:$|[的和与跟同及比、，,?？\s]|(?:19|20)\d\d|\d\d年|去年|今年|明年|前年|上年|近|gdp|有[多哪几没]|是|在)/u;

/**
 * Which short names of counties are a place in a question: those of held regions and of their neighbours, and any that is
 * no everyday word. 和平 and 公安 are places only where a year stands right behind them (the common ones of held regions: where no word goes on).
 */
export function shortNames(
  text: string,
  names: { readonly held: ReadonlySet<string>; readonly near: ReadonlySet<string> },
) {
  return ({ name, short, level }: Region, { start, end }: Stretch): boolean => {
    if (level !== "county") return true;
    const behind = text.slice(end);
    const first = /(?:^|[\d年月])$/u.test(text.slice(0, start));
    if (names.held.has(name)) return !isCommonWord(short) || BEHIND_A_PLACE.test(behind);
    if (isEverydayName(short))
      return BEFORE_A_YEAR.test(behind) || (first && !isCommonWord(short) && isAskedOf(behind));
    return names.near.has(name) || short.length > 2 || BEHIND_A_PLACE.test(behind);
  };
}

/** Words that stand beside a name and are no part of it, though the dictionary joins them (渝|中的, 年前|郭). */
const BEFORE = /(?:^|[\d年月的和与跟及比在、，,\s])$/u;
const BEHIND = /^(?:$|[\d的和与跟及比有是在、，,?？\s])/u;

/** 沿河的GDP, not 沿河的绿道: an indicator is asked of what stands before. */
const isAskedOf = (behind: string): boolean =>
  behind.startsWith("的") && findMentions(behind.slice(1, 13))[0]?.start === 0;

/** 马鞍山|和县: some region is named right before. */
const behindItsParent = (text: string, start: number): boolean =>
  [2, 3, 4].some((length) => regionsNamed(text.slice(Math.max(0, start - length), start)).length > 0);

/** 大理 in 四大理念: a name of two characters that cuts the words it stands in. */
export function isPartOfWord(text: string, { start, end }: Stretch): boolean {
  // 殡管所和县医院: 和 joins two things; behind the place it lies in (马鞍山和县) it begins a name.
  if (
    text.startsWith("和", start) &&
    /(?![省市州盟年月的和与跟及比在])\p{Script=Han}$/u.test(text.slice(0, start))
  )
    return !behindItsParent(text, start);
  if (end - start > 2) return false;
  const words = wordsIn(text);
  const begins = BEFORE.test(text.slice(0, start)) || words.some((word) => word.start === start);
  const ends = BEHIND.test(text.slice(end)) || words.some((word) => word.end === end);
  return !(begins && ends);
}

/** 排全国第几, 全国排名, 比全国高吗: the field of a ranking, no place asked about. */
export const namesField = (name: string, end: number, text: string): boolean =>
  name === "全国" && (patterns.againstWhole.test(text) || FIELD.test(text.slice(end)));
const FIELD = /^(?:的|里面?|范围内?|能|可以?|算|都)*(?:第|排|前|首|领先|平均|名次|位次)/;

/** 全国运动会, 全国文明城市: a name that begins so. */
const NATIONAL =
  /^(?:大学生|少数民族|残疾人)?运动会|^(?:文明|卫生|园林|双拥|示范|先进|百强|劳模|劳动模范|五一|道德模范|优秀|重点文物|人大|政协|两会|锦标赛|职业院校|青少年)/;

/** 全国 in 排全国第几 is the field of a ranking, not the place asked about. */
export const isField = (text: string, { start, end }: Stretch): boolean =>
  text.slice(start, end) === "全国" &&
  (NATIONAL.test(text.slice(end)) ||
    /^(?:第|排名?|前[\d一二三四五六七八九十]|首|领先|平均)/.test(text.slice(end)));

/** “重庆小首尔” is a name of its own, not the region it begins with. */
export function insideQuotation(text: string, { start, end }: Stretch): boolean {
  return quotationsIn(text).some((quoted) => quoted.start < start && end < quoted.end - 1);
}
