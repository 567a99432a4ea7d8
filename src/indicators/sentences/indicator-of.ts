import { conceptById } from "#indicators/catalogue.ts";
import { deedFits, verbOf } from "./deeds.ts";
import { knownName } from "./known-name.ts";
import type { LeadReading } from "./lead.ts";
import { type Subject, whatWasAdded } from "./subject.ts";
import { unitFits } from "./unit-fit.ts";
import { anyOf, words } from "./words.ts";

/** What a figure is called, and whether its sign turns. */
export interface NamedFigure {
  readonly indicator: string;
  readonly known: boolean;
  /** True for a growth told as a fall: 下降5.4% is −5.4. */
  readonly negative: boolean;
  /** True for what was done or added in a time, which may be several years; a level holds at one moment. */
  readonly flow: boolean;
  /** True for a deed under its own words, told of whoever the clauses before speak of. */
  readonly deed?: boolean;
}

/** 单位地区生产总值能耗下降3% names the reduction itself; 房地产投资下降5.4% is a growth below zero. */
function growthName(subject: Subject, lead: LeadReading): NamedFigure | null {
  if (lead.calibre === "环比") return null;
  const own = knownName(subject.name);
  if (own.measure === "growth") return null;
  const read = knownName(`${subject.name}${lead.calibre}${lead.fall ? "下降" : "增长"}`);
  if (/新增|新建/u.test(read.indicator) && !/新/u.test(subject.name)) return null;
  if (read.concept !== null && read.measure !== null) {
    const reduction = read.measure === "level";
    if (reduction && !unitFits(read.concept, "%")) return null;
    return { indicator: read.indicator, known: true, negative: lead.fall && !reduction, flow: false };
  }
  const dimension = subject.concept === null ? null : conceptById(subject.concept)?.dimension;
  if (dimension === "percent" || dimension === "rate" || dimension === "index") return null;
  if (subject.concept === null && !HEAD.test(subject.name)) return null;
  if (subject.concept === null && /[率比重例]$/u.test(subject.name)) return null;
  return { indicator: `${own.indicator}${lead.calibre}增速`, known: false, negative: lead.fall, flow: false };
}

/** What the last characters of an unknown name are counted in; a figure in another unit is about something else. */
const HEAD_UNITS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:率|比重|占比|比例|增速|覆盖面|满意度)$/u, /^[%‰]$/u],
  [/(?:寿命|年限)$/u, /[岁年]$/u],
  [
    /(?:额|收入|支出|投资|投入|产值|增加值|营收|利润|税收|经费|贷款|存款|保费|资金|外资|内资|利税|资产|市值|工资|养老金|成本|低保|价格|(?:低保|保障|供养|养老金|工资).{0,4}标准|储备)$/u,
    /元|％/u,
  ],
  [/(?:人数|人口|就业|游客|人次|客流|医师数)$/u, /[人名]$|人次$/u],
  [/(?:(?<!装机)规模|交易量)$/u, /元$/u],
  [/面积$/u, /亩|公顷|平方|㎡/u],
  [/(?:里程)$/u, /公里|千米/u],
  [/天数$/u, /天$/u],
  [/(?:床位数?|托位数?|学位)$/u, /[张个]$/u],
  [/(?:能耗|电耗|水耗|浓度|密度|强度)$/u, /./u],
  [
    /(?:拥有量|保有量|存栏|出栏|出栏量|产量|总产|销量|单产|产能|装机|装机容量|装机规模|库容|蓄积量|吞吐量|周转量|用电量|发电量|用水量|排放量|业务量|运量)$/u,
    /^(?!.*(?:%|元|百分点)).+$/u,
  ],
];

function headFits(name: string, unit: string): boolean {
  return HEAD_UNITS.find(([head]) => head.test(name))?.[1].test(unit) ?? false;
}

const HEAD = new RegExp(`${anyOf(words.heads)}$`, "u");
const COUNTED = /^[^%‰元]*[个家所户条座项件台辆张处名套批种人次栋支位亩株]$|里$|米$/u;
const FLOW = new RegExp(anyOf(words.flow), "u");
const STOCKS: ReadonlySet<string> = new Set(["count", "area", "length", "energy", "volume"]);

/** Names of amounts that are measured and never added: 生猪出栏542万头. */
const MEASURED = /(?:出栏|存栏)量?$|(?:销售面积|产量|总产|保有量|拥有量)$/u;

/**
 * 高新技术企业25家 after 新增 is not how many there are: a number of things is taken for the whole only where a verb
 * says so (达, 突破), or where the indicator itself counts what was done in the year.
 */
function maybeOnlyAdded(concept: string, name: string, figure: FigureReading): boolean {
  const found = conceptById(concept);
  if (found === undefined || !STOCKS.has(found.dimension)) return false;
  if (FLOW.test(found.name) || /[率值额]$/u.test(found.name)) return false;
  if (/^新/u.test(name)) return true;
  return !figure.linked && !figure.changed && !MEASURED.test(name);
}

/** 新增高速公路通车里程 and the like: what was added, of a thing that is counted. */
function isFlow(concept: string): boolean {
  const found = conceptById(concept);
  return found !== undefined && STOCKS.has(found.dimension) && FLOW.test(found.name);
}

function deedName(subject: Subject, unit: string): NamedFigure | null {
  if (subject.deed === undefined || !deedFits(unit)) return null;
  return { indicator: subject.deed, known: false, negative: false, flow: true, deed: true };
}

/** 浓度下降率20% is a change of −20 %. */
const FALLEN = /(?:下降|降低|减少)(?:率|幅度)?$|[降减]幅$/u;

function levelName(subject: Subject, figure: FigureReading): NamedFigure | null {
  const { unit } = figure;
  const read = knownName(subject.name);
  if (read.concept !== null) {
    const fits = read.measure === "growth" ? unit === "%" : unitFits(read.concept, unit);
    if (!fits || maybeOnlyAdded(read.concept, subject.name, figure)) return deedName(subject, unit);
    const negative = read.measure === "growth" && FALLEN.test(subject.name);
    return { indicator: read.indicator, known: true, negative, flow: isFlow(read.concept) };
  }
  const isNew = whatWasAdded(subject.name) !== null;
  const added = isNew && COUNTED.test(unit);
  const acted = !isNew && subject.deed !== undefined && verbOf(subject.deed) !== null;
  const counted = figure.lead.reached && COUNTED.test(unit) && !/^新/u.test(subject.name);
  if (!acted && (added || counted || headFits(subject.name, unit)))
    return { indicator: printedName(subject, read.indicator), known: false, negative: false, flow: added };
  return deedName(subject, unit);
}

/** The name without unit and marks, but with both quotation marks or none. */
function printedName(subject: Subject, indicator: string): string {
  return indicator.includes("“") && !indicator.includes("”") ? subject.name : indicator;
}

/** How a figure is said. */
export interface FigureReading {
  readonly lead: LeadReading;
  readonly unit: string;
  /** True when a verb or qualifier leads from the subject to the figure. */
  readonly linked: boolean;
  /** True when the growth of the same amount follows: 生猪出栏542万头，增长10%. */
  readonly changed: boolean;
}

/** The indicator a figure gives about its subject, or null when unit and subject don't go together. */
export function indicatorOf(subject: Subject, figure: FigureReading): NamedFigure | null {
  return figure.lead.measure === "growth" ? growthName(subject, figure.lead) : levelName(subject, figure);
}
