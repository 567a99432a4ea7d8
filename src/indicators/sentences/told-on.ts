import { conceptById } from "#indicators/catalogue.ts";
import { INHERITED, type SentenceContext, type Subjects } from "./context.ts";
import { completed } from "./distribute.ts";
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

/** 公路通车总里程15.7万公里，其中高速公路2365公里: the part of what was told right before, in the whole's measure. */
export function partOf(
  { document }: SentenceContext,
  lead: LeadReading,
  { list }: Subjects,
): Subjects | null {
  const [whole, another] = list;
  const part = /^其中[，,：]?(?<part>.{2,10})$/u.exec(lead.subject)?.groups?.["part"];
  if (part === undefined || whole === undefined || another !== undefined) return null;
  // Of what was added, the part was added too.
  if (whole.deed !== undefined || /^新|新增|净增/u.test(whole.name)) return null;
  const name = completed(part, whole.name);
  const read = name === null ? null : readSubject(document, name);
  if (read?.concept == null || read.concept === whole.concept) return null;
  if (dimensionOf(read.concept) !== dimensionOf(whole.concept)) return null;
  const subject = { ...read, region: whole.region };
  return { list: [subject], row: [subject], confidence: INHERITED, ofWhole: true };
}

const dimensionOf = (concept: string | null) =>
  concept === null ? undefined : conceptById(concept)?.dimension;

const CHANGED_BY = /^(?<subject>.{3,24}?)(?:净增加?|增加|增长|提高|提升|上升|减少|降低|下降)了?$/u;

/**
 * 农村居民人均纯收入增加321元，达到784元; 城镇化率提高1.2个百分点，达到60%: by how much it changed is no level, and leads up to the one
 * that is told next. Null for any other figure.
 */
export function changedBy({ document }: SentenceContext, { lead, quantity }: Figure): Subjects | null {
  const { unit } = quantity;
  const named = CHANGED_BY.exec(lead)?.groups?.["subject"];
  if (named === undefined || unit === null || /^(?:[%‰倍]|成)$/u.test(unit)) return null;
  const subject = readSubject(document, named);
  if (subject?.concept == null || /^新|新增/u.test(subject.name)) return null;
  const onward = { unit: unit === "个百分点" ? "%" : unit, grown: false };
  return { list: [subject], row: [subject], confidence: INHERITED, onward };
}
