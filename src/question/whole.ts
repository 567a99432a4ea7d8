import { canonicalName } from "#indicators/catalogue-names.ts";
import { namedIndicator } from "./indicator/lookup-names.ts";
import type { NamedIndicator } from "./question.ts";

/** 累计有多少家, 总量呢, 达到多少: asks for all there are. */
const ASKS =
  /^(?:那|那么|目前|现在|到现在|截至(?:目前|年底)|全[区市县])?(?:累计|总共|一共|总量|总数|现有|共有|已有|存量|达到|达(?=多少|几))|(?:累计|总量|总数)(?:呢|达到?|是|有)/u;
/** 新认定, 引进: what came new. */
const NEW = /新(?:增|建成?|认定|引进|登记|培育|设立?|开|发展|创建)?|认定|培育|引进|创建/u;
const LEADS = new RegExp(`^(?:${NEW.source})+`, "u");

/** Whether a turn asks how many there are in all, where the topic before was how many came new. */
export const asksWhole = (topic: string, folded: string): boolean =>
  ASKS.test(folded) && !NEW.test(folded) && NEW.test(topic);

/** The topic without the words for what came new: 市级以上研发平台 after 新认定市级以上研发平台. */
export const wholeTopic = (topic: string): string => topic.replace(NEW, "").trim();

/** 市场主体总数 after 新增市场主体数; an indicator that counts no new ones stays. Empty where the whole has no name. */
export function wholeOf(indicator: NamedIndicator): readonly NamedIndicator[] {
  const [name = ""] = indicator.names;
  if (!LEADS.test(name)) return [indicator];
  const { concept } = canonicalName(name.replace(LEADS, ""));
  return concept === null ? [] : [namedIndicator(indicator.phrase.replace(NEW, ""), [concept], null)];
}
