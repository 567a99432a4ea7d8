import { patterns } from "#question/words/patterns.ts";

/** What the words around a subject ask for; null where nothing in particular. */
export type MeasureAsked = "level" | "growth" | "both" | null;

/** True for GDP和增速是多少, 规模及增幅: the amount and its growth. */
export const namesBoth = (folded: string): boolean => BOTH.test(folded);

/** 规模及增幅: the amount and its growth. */
export const BOTH =
  /(?:[和及与、?]|以及)(?:其|相应|当年|各自|对应|的)*(?:同比|实际)?(?:增速|增幅|增长率)|多少[^?，,、]{0,4}[?，,、](?:各自|分别|又|同比|比上年)*(?:增长|涨|增幅|增速)(?:是|为|了)?(?:多少|几)|多少(?:亿|万|亿元|万元|元)?(?:增速|增幅|增长率)(?:是|为)?(?:多少|几)|\band (?:(?:what|how) (?:is|was|were) )?(?:the|its|their)? ?(?:annual |yearly |year-on-year |yoy )?growth\b/;

const FASTER = /(?:哪|谁)[^,，。]{0,8}(?:增长|增|涨|升|增速|增幅)得?(?:更|最)?(?:快|高|猛)/;

/** The measure a turn asks for: 增速 the growth, 总量 the amount, 规模及增幅 both. */
export function measureOf(text: string): MeasureAsked {
  if (namesBoth(text)) return "both";
  // 哪个增长快: 总额 in a name beside it asks for no amount.
  if (FASTER.test(text)) return "growth";
  const growth = patterns.measure.growth.test(text);
  const level = patterns.measure.level.test(text);
  if (growth && level) return "both";
  if (growth) return "growth";
  return level ? "level" : null;
}
