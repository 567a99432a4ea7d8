import { INHERITED, type SentenceContext, type Subjects } from "./context.ts";
import type { Figure } from "./figures.ts";
import type { LeadReading } from "./lead.ts";
import { readSubject, regionAlone } from "./subject.ts";

/** 812.4亿元，按普查结果修订为835.6亿元: the same figure once more. */
const REVISED =
  /[，、；](?:并|后)?(?:(?:按|根据|经|依据)[^，。；\d]{2,16})?(?:修订|修正|更正|核定|核实)(?:后)?为$/u;

/**
 * What a figure is of whose words name nothing alone. 全市固定资产投资下降1.2%，我区增长3.3%: the same of another region;
 * 民生支出7833.8亿元，占一般公共预算支出的比重达到77%: the share of what was told right before. Null where the words say more.
 */
export function toldOn(
  { document, text }: SentenceContext,
  figure: Figure,
  lead: LeadReading,
  { list }: Subjects,
): Subjects | null {
  const [subject, another] = list;
  if (subject === undefined || another !== undefined || subject.concept === null) return null;
  if (lead.measure === "level" && REVISED.test(text.slice(0, figure.quantity.start)))
    return { list, row: list, confidence: INHERITED };
  const region = lead.measure === "growth" ? regionAlone(document, lead.subject) : null;
  const other = region === null ? null : { ...subject, region, regionSaid: true };
  // A share of the province or the country is of them.
  const isShare = /^占(?!.*全[国省市州区县])/u.test(lead.subject);
  const share = isShare ? readSubject(document, subject.name + lead.subject) : null;
  const told = other ?? (share === null ? null : { ...share, region: subject.region });
  return told === null ? null : { list: [told], row: [told], confidence: INHERITED };
}
