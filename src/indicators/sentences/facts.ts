import { startsWithPart } from "#text/regions.ts";
import { baseFact, baseYear } from "./base-level.ts";
import { isOtherCalibre, leavesOut } from "./calibre.ts";
import { type SentenceContext, SURE, type Subjects, UNKNOWN_NAME } from "./context.ts";
import { continuing, onwardBefore, withoutOnward } from "./continuing.ts";
import { mayBeOthers } from "./deeds.ts";
import { standsAtEnd, sumsUp } from "./ending.ts";
import { type Fact, type FactReading, qualifierOf } from "./fact.ts";
import { groupAt, unitsOf } from "./figure-groups.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { indicatorOf } from "./indicator-of.ts";
import { fallStart, type LeadReading, readLead } from "./lead.ts";
import { goesOn, type Onward, spansYears, withoutBase } from "./onward.ts";
import { periodOfFigure } from "./period.ts";
import { speaksOfOthers } from "./place/actor.ts";
import { isShareOfOwn, isWide, mayBeOfTerritory, tellsOfTerritory } from "./place/territory.ts";
import type { Subject } from "./subject.ts";
import { subjectsOf } from "./subjects.ts";
import { timeOf } from "./time.ts";
import { changedBy } from "./told-on.ts";
import { anyOf, words } from "./words.ts";

const CHANGED = /^[，,、]?(?:同比|[比较]上年)(?:增长|下降|增加|减少)?|^[，,、](?:增长|下降)/u;
const NO_PART = 0.1;
const LEAST = 0.6;

const AFTER =
  /^(?:[）)]|以[上下内]|左右|上下|[“”"])*(?:$|[，,。；;、：！？（(及和与或]|大关|同比|比上年|较上年|比去年|增长|下降|增幅|位[居列]|居|列|排|其中|完成|占|提前|超|创|实现|保持|连续|均|并|再|又|首次|总量|稳居|跃居|的?(?:正|较快|稳定|平稳|高速|快速|稳步|中高速)?增长|的(?:较[低高好]|合理|历史|预期)?(?:水平|区间|目标|新高)|目标)/u;

function factOf(context: SentenceContext, figure: Figure, first: Figure, reading: FactReading): Fact | null {
  const { subject, unit } = reading;
  const lead = settledLead(reading.lead, context.text, first);
  const { quantity } = figure;
  const linked = lead.linked || quantity.before !== null || tellsStock(context.text.slice(0, first.from));
  const named = indicatorOf(subject, { lead, unit, linked, changed: CHANGED.test(figure.trail) });
  const period = periodOfFigure(context.period, context.text, quantity);
  if (named === null || (named.flow && period === "mixed")) return null;
  const said = context.text.slice(0, quantity.start);
  const told = { named, lead, name: subject.name, risen: reading.risen };
  const time = timeOf({
    document: context.document,
    ending: standsAtEnd(context, figure, told) ? (context.years?.last ?? null) : null,
    together: sumsUp(figure, told) ? context.years : null,
    part: context.part,
    manyYears: period === "many" || (period === "mixed" && context.part === "plan"),
    yearly: /年均|年平均|每年/u.test(lead.calibre),
    change: lead.measure === "growth",
    before: reading.risen ? withoutBase(said) : said,
    rest: context.text.slice(figure.end),
    clause: clauseOf(context.text, first).replace(subject.deed ?? subject.name, ""),
  });
  if (time === null) return null;
  if (named.deed === true && unsureDeed(context, first, subject)) return null;
  const confidence =
    Math.min(reading.confidence, named.known ? SURE : UNKNOWN_NAME) - (context.part === null ? NO_PART : 0);
  if (confidence < LEAST) return null;
  return {
    ...time,
    indicator: named.indicator,
    name:
      lead.measure === "level"
        ? named.deed === true
          ? named.indicator
          : subject.name
        : `${subject.name}${lead.fall ? "下降" : "增长"}`,
    region: subject.region,
    value: named.negative ? `-${quantity.value}` : quantity.value,
    unit,
    qualifier: qualifierOf(figure),
    confidence: Number(confidence.toFixed(2)),
    start: named.negative && figure === first ? fallStart(figure) : quantity.start,
    end: quantity.end,
  };
}

/** 力争增长7%，全年实际增长6.2%: beside an aim 实际 tells a result, and no growth at constant prices. */
function settledLead(lead: LeadReading, text: string, first: Figure): LeadReading {
  const bare = /^(?:但|而)?(?:全年|最终|年终)?实际(?:增长|下降)$/u.test(first.lead);
  return bare && text.slice(0, first.from).search(AIM) >= 0 ? { ...lead, calibre: "" } : lead;
}

/** 年末共有医疗卫生机构658个，卫生机构床位7840张: how many there are, of whatever follows. */
const tellsStock = (before: string): boolean =>
  /(?:年末|年底|期末)[^，；。]{0,8}(?:共|现|拥|实)?有/u.test(before) && !/新/u.test(before);

const AIM = new RegExp(anyOf(words.target), "gu");

/** The words that lead to the figure; after 、 also those before that say it is an aim: 力争认定企业40家、平台3个. */
function clauseOf(text: string, { from, lead, continued }: Figure): string {
  if (!continued) return lead;
  const start =
    Math.max(...["，", ",", "；", "。", "："].map((mark) => text.lastIndexOf(mark, from - 1))) + 1;
  return [...text.slice(start, from).matchAll(AIM)].join("") + lead;
}

/** A deed told of several years together, or perhaps of a park or company that the sentence speaks of. */
function unsureDeed(context: SentenceContext, first: Figure, subject: Subject): boolean {
  if (/累计/u.test(first.lead)) return true;
  return !subject.regionSaid && mayBeOthers(context.text.slice(0, first.from));
}

/** 由A增加到B is told of the past; of the coming year only where it is called an aim. */
function maySay({ part, text }: SentenceContext, figure: Figure): boolean {
  return part !== "plan" || text.slice(0, figure.quantity.start).search(AIM) >= 0;
}

/** 突破11万亿元、达到11.6万亿元: the exact figure, told later, is the one. */
function sameFact(earlier: Fact, fact: Fact): boolean {
  return (["indicator", "region", "year", "kind", "unit"] as const).every(
    (part) => earlier[part] === fact[part],
  );
}

/** 成渝地区双城经济圈建设走深走实，经济总量超9万亿元: the economy of several regions. */
const OF_SEVERAL_REGIONS = /(?:经济圈|都市圈|城市群|大湾区)[^。；]{0,40}$/u;

/** What is told of a park or zone as of a whole economy: the paragraph, a clause before or the share after it says so. */
function isOfTerritory(context: SentenceContext, group: readonly Figure[], { list }: Subjects): boolean {
  const { document, ofTerritory, text } = context;
  const [first] = group;
  if (first === undefined) return false;
  const before = text.slice(0, first.from);
  const after = text.slice(group.at(-1)?.end ?? text.length);
  if (OF_SEVERAL_REGIONS.test(before) && list.some(({ concept }) => concept === "gdp")) return true;
  if (tellsOfTerritory(before) || isShareOfOwn(document, list, after)) return true;
  return ofTerritory && !/[全我本][省市县区州旗]/u.test(before + first.lead);
}

const BY_HOW_MUCH =
  /^(?:(?:同比|[比较](?:上年|去年|(?:19|20)\d\d年))?(?:净?增加?|净增|增长|减少|下降|提高|提升|回落|上升|多|少)了?)$/u;

/** 生产总值5702亿元，增加1100亿元，增长15%: how much more there is stands between and is told of the same. */
function tellsOnlyChange({ lead, quantity }: Figure): boolean {
  return quantity.unit !== null && !/^[%‰倍]$/u.test(quantity.unit) && BY_HOW_MUCH.test(lead);
}

/** The figures of one sentence whose subject, region, year and kind are clear; the others are left out. */
export function factsOf(context: SentenceContext): Fact[] {
  const figures = figuresOf(context.text);
  const facts: Fact[] = [];
  let last: Subjects | null = null;
  for (let at = 0; at < figures.length; ) {
    const group = groupAt(figures, at);
    at += group.length;
    const [first] = group;
    const units = unitsOf(group);
    const lead = first === undefined || units === null ? null : readLead(first.lead, units[0] ?? null);
    if (first === undefined || units === null || lead === null) {
      last = null;
      continue;
    }
    if (last !== null && tellsOnlyChange(first)) {
      last = withoutOnward(last);
      continue;
    }
    const changed: Subjects | null = group.length === 1 ? changedBy(context, first) : null;
    if (changed !== null) {
      last = changed;
      continue;
    }
    const subjects: Subjects | null = subjectsOf(context, group, lead, last);
    const earlier: Onward | null = onwardBefore(last);
    last = continuing(last, subjects, lead, first);
    // 兰州新区…，生产总值由162亿元增加到342亿元: nothing of it is the region's.
    if (lead.from && startsWithPart(context.text)) last = null;
    if (earlier !== null && spansYears(earlier, lead, first)) continue;
    const further = earlier !== null && goesOn(earlier, lead, first);
    const risen = further && earlier.grown && maySay(context, first);
    const base = lead.from ? baseYear(context, first) : null;
    if (subjects === null || (lead.from && base === null)) continue;
    if (first.ruled && subjects.counted !== true && !risen) continue;
    if (base === null && subjects.counted !== true && !AFTER.test(group.at(-1)?.trail ?? "")) continue;
    const said = subjects.list.some((subject) => subject.regionSaid);
    if (
      !said &&
      lead.subject !== "" &&
      speaksOfOthers(context.document, context.text.slice(0, first.from), lead.subject)
    ) {
      last = null;
      continue;
    }
    if (isWide(subjects.list) && leavesOut(context.text, first)) continue;
    if (!said && mayBeOfTerritory(subjects.list) && isOfTerritory(context, group, subjects)) {
      last = null;
      continue;
    }
    const told = subjects.shared === true ? subjects.list.map(() => first) : group;
    for (const [index, figure] of told.entries()) {
      const subject = subjects.list[index];
      const unit = units[group.indexOf(figure)];
      if (subject === undefined || unit === undefined) continue;
      const { confidence } = subjects;
      const linked = lead.linked || subjects.ofWhole === true;
      const reading = { lead: { ...lead, linked }, subject, unit, risen, confidence };
      const fact = base === null ? factOf(context, figure, first, reading) : baseFact(base, figure, reading);
      if (fact === null) continue;
      if (isOtherCalibre(figure) && facts.some((told) => sameFact(told, fact))) continue;
      const before = further
        ? facts.findLastIndex((told) => sameFact({ ...told, unit: fact.unit }, fact))
        : -1;
      if (before >= 0) facts.splice(before, 1);
      facts.push(fact);
    }
  }
  return facts;
}
