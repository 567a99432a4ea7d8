import { type SourceDocument, sectionAt } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { regionMeant } from "#indicators/extract-region.ts";
import type { Subject } from "#indicators/sentences/subject.ts";
import { anyOf, words } from "#indicators/sentences/words.ts";

const TERRITORY = anyOf(words.territory);
const NAMED = new RegExp(TERRITORY, "u");
const WIDE: ReadonlySet<string> = new Set(words.wide);
/** 产业集聚区固定资产投资增长20%，…: the first words of a clause are a part's and go on with what is measured. */
const ACTS = new RegExp(
  `^[^，；：。、\\d]{0,12}?${TERRITORY}(?:等)?(?=(?:(?:规模?以?上)?工业|固定资产|地区|生产总值|经济|一般|公共|财政|税收|进出口|外贸|实际|主营|营业|招商|引进|全年|预计|累计|共|完成|实现)[^，；：。]*[\\d])`,
  "u",
);
/** 东西两翼经济发展有新突破，…: what the first words of a sentence speak of, and go on with what is measured. */
const OPENS = new RegExp(`^[^，；：。、\\d]{0,4}?${TERRITORY}[^，；：。、\\d]*[，：]$`, "u");
/** How far into a paragraph its opening reaches. */
const OPENING = 36;
const WHOLE = /占(?:到|了)?(?<whole>全[国省市县区州旗])(?<rest>[^，；。]{0,12})/u;
const SHARE = /^(?:的|总量|总额|比重|近|超|约|达|\d)/u;
const SHARE_OF_PRODUCT = /^(?:地区)?(?:生产总值|GDP|经济)/iu;
const AMOUNT = /(?:收入|投资|产值|增加值|税收|利润|总额)$/u;
/** What may stand between the amount and its share: its growth. */
const BETWEEN = /^[^，；。]{0,4}(?:[，,、](?:同比|比上年)?(?:年均)?(?:增长|下降)[\d.]+%)?[，,、]?$/u;

/** True when the paragraph or the heading above `sentence` is on a part of the region: 产业集聚区建设步伐加快。… */
export function speaksOfTerritory(document: SourceDocument, sentence: Span): boolean {
  if (document.region === null || NAMED.test(document.region)) return false;
  const start = document.text.lastIndexOf("\n", sentence.start - 1) + 1;
  const opening = document.text.slice(start, sentence.start).slice(0, OPENING);
  const first = /^[^，；：。、]*/u.exec(opening)?.[0] ?? "";
  const section = sectionAt(document, sentence.start);
  const title = section?.kind === "lead-in" ? section.title : "";
  return NAMED.test(first) || NAMED.test(title);
}

/** True when a clause before tells of a part of the region and no later one of the whole. */
export function tellsOfTerritory(before: string): boolean {
  const clauses = before.slice(before.lastIndexOf("；") + 1).split(/(?<=[，：。])/u);
  const last = clauses.findLastIndex((clause, at) => ACTS.test(clause) || (at === 0 && OPENS.test(clause)));
  return last >= 0 && !clauses.slice(last + 1).some((clause) => /[全我本][省市县区州旗]/u.test(clause));
}

/** True for what is told of the whole economy. */
export function isWide(subjects: readonly Subject[]): boolean {
  return subjects.some(({ concept }) => concept !== null && WIDE.has(concept));
}

/** What a part may have of its own: whatever the whole economy has, and incomes and amounts under other names. */
export function mayBeOfTerritory(subjects: readonly Subject[]): boolean {
  return isWide(subjects) || subjects.some(({ name, concept }) => concept === null && AMOUNT.test(name));
}

/** 完成生产总值1350亿元，占全省比重达到20%: what is a share of the region's own whole is not that whole. */
export function isShareOfOwn(document: SourceDocument, subjects: readonly Subject[], after: string): boolean {
  const clauses = /^[^；。]{0,40}/u.exec(after)?.[0] ?? "";
  const found = WHOLE.exec(clauses)?.groups;
  if (found === undefined || !BETWEEN.test(clauses.slice(0, clauses.indexOf("占")))) return false;
  if (regionMeant(document, found["whole"] ?? "") !== document.region) return false;
  const rest = found["rest"] ?? "";
  const product = subjects.some(({ concept }) => concept === "gdp");
  return SHARE.test(rest) || (product && SHARE_OF_PRODUCT.test(rest));
}
