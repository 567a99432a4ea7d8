import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { asksOwnRank } from "#answer/figures/own-rank.ts";
import { overlaps, type Span, sliceOf } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import { newestReports } from "#question/outline.ts";
import type { Operation, Question } from "#question/question.ts";
import { cues } from "#read/cues.ts";
import type { Features } from "#read/features/feature.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { thresholds } from "#read/thresholds.ts";
import { foldPlain } from "#text/fold.ts";
import { bareFigureAsked, expectationOf, figureAsked } from "./expectation.ts";
import {
  asksOwn,
  explains,
  headUnknown,
  isOfOtherBreadth,
  ofOtherThanZone,
  quotesUnknown,
  tellsOwn,
  unitWords,
} from "./mismatch.ts";
import { unitsFor } from "./read-passages.ts";
import { tellsHowMany } from "./tells-asked.ts";
import { namesParts } from "./tells-parts.ts";
import { namedShare } from "./wording.ts";

/** As likely as this a stretch answers. */
export const LIKELY = thresholds.likely;
/** The same where a question names neither place nor year nor indicator: 怎么理解不忘初心这首歌 shares its words with many a report. */
const LIKELY_OF_ANYTHING = thresholds.likelyOfAnything;
/** As likely as this it goes before a figure whose name only comes near. */
export const SURELY = thresholds.surely;
/** As likely as this the reader has weighed every word that narrows the question. */
const WEIGHED = thresholds.weighed;
/** As likely as this no rule about its words overrules the reader. */
const BEYOND_DOUBT = thresholds.beyondDoubt;
/** Below it a stretch is never shown, neither as the answer nor as the nearest thing held. */
export const FLOOR = 0.15;
/**
 * The same where a question names neither place nor year nor indicator. Of 165 such questions that no report answers (off-scope),
 * four fifths lie below; of those that one answers, an eighth.
 */
const FLOOR_OF_ANYTHING = 0.33;

/** The stretches that may be told for the question in one region (or anywhere), the likeliest first. */
export async function tellable(desk: Desk, region: string | null): Promise<readonly ReadUnit[]> {
  const units = await unitsFor(desk, region);
  return units.filter((read) => mayTell(desk, read) && !closes(desk, read.unit.documentId, read.unit));
}

/** The stretch most likely to answer, as likely as `least` and with nothing against it. */
export async function bestRead(
  desk: Desk,
  region: string | null,
  { ending, least }: { readonly ending: Ending; readonly least: number },
): Promise<ReadUnit | null> {
  const all = (await tellable(desk, region)).filter((read) => tellsKind(desk, read));
  // 公园有多少个: a sentence with another figure of parks hides none that counts them.
  const units = all.filter(({ unit }) => tellsHowMany(desk, unitWords(desk, unit)));
  const counted = units.find((read) => read.probability >= FLOOR && tellsAsMany(desk, read));
  if (counted !== undefined) return nothingAgainst(desk, counted, ending) ? counted : null;
  const [sure] = likeliestFirst(all);
  if (sure !== undefined && isBeyondDoubt(desk, sure)) return newestOf(desk, [sure, ...alikeTo(sure, all)]);
  const [first] = likeliestFirst(units);
  if (first === undefined || first.probability < Math.max(least, enoughFor(desk))) return null;
  const best = newestOf(desk, [first, ...alikeTo(first, units)]);
  return nothingAgainst(desk, best, ending) ? best : null;
}

/** The others that the reader holds about as likely. */
const alikeTo = (first: ReadUnit, all: readonly ReadUnit[]): readonly ReadUnit[] =>
  all.filter((read) => read !== first && read.probability >= NEARLY * first.probability);

/** How likely a stretch must be at least. */
const enoughFor = (desk: Desk): number => (namesAny(desk) ? LIKELY : LIKELY_OF_ANYTHING);

/**
 * Sure enough that no rule about its words overrules the reader: 世界500强达到296家 where 到底有几家 is asked. Still it must name
 * every year and place set beside another, and what no report names it does not tell.
 */
function isBeyondDoubt(desk: Desk, { unit, probability, features }: ReadUnit): boolean {
  const { question } = desk;
  if (probability < BEYOND_DOUBT || quotesUnknown(desk) || ofOtherThanZone(desk, unit)) return false;
  // 保持在80%以上 where 多少亿元 is asked.
  const words = foldPlain(unitWords(desk, unit));
  if (features["ruleMeets"] === 0 || isOfOtherYear(desk, features) || isOfOtherMeasure(desk, features, words))
    return false;
  // 新增公办幼儿园3所 is not how many there are, 城镇居民 are not all, 受益人口 is no 常住人口.
  if (!tellsHowMany(desk, words) || isOfOtherBreadth(question, words) || isOfOtherIndicator(desk, words))
    return false;
  if (asksOwn(question) && !tellsOwn(words)) return false;
  return !leavesOneOut(desk, unit);
}

/** 支出总共多少亿元 is not told by a share of it. */
const asksMoney = ({ asked }: Question): boolean => figureAsked(foldPlain(asked))?.test("1亿元") === true;
const MONEY = /\d\s*[万亿千百]*(?:美|欧|港)?元/u;

/** Whether folded words hold one of the names of an indicator asked for, and not as the whole that something is a share of. */
function namesIndicator({ indicators }: Question, words: string): boolean {
  const told = words.replace(SHARE_OF, "");
  return indicatorNames(indicators).some((name) => (name.includes("占") ? words : told).includes(name));
}

/** 占全市地区生产总值的比重达到23%. */
const SHARE_OF = /占[^,;。\d]{2,16}?的?(?:比[重例]|份额|[\d.]+%)/gu;

/** A figure asked for by an indicator's name is told under it, or under more than half of the words said: 受益人口 is half of 常住人口. */
function isOfOtherIndicator({ question, sources }: Desk, words: string): boolean {
  if (question.operation !== "value" || !isMostlyIndicator(question)) return false;
  if (namesIndicator(question, words)) return false;
  return !question.indicators.some(
    ({ phrase }) => namedShare(foldPlain(phrase), words, sources.holdsTerm) > HALF,
  );
}

/** The order of the reader's ranking, where its judgement does not hold one of the first few likelier by far. */
function likeliestFirst(units: readonly ReadUnit[]): readonly ReadUnit[] {
  const [first, ...others] = units;
  if (first === undefined) return units;
  const better = others.slice(0, FEW).find(({ probability }) => probability > first.probability + BY_FAR);
  return better === undefined ? units : [better, ...units.filter((read) => read !== better)];
}

const FEW = 2;
const BY_FAR = 0.1;

/** “四个期”是哪四个: a sentence that names them and tells just as many leaves little doubt. */
const tellsAsMany = (desk: Desk, { unit }: ReadUnit): boolean =>
  unit.kind !== "row" && namesParts(desk.question.asked, unitWords(desk, unit));

/** So near to the best, which of two says it is no matter of likelihood. */
const NEARLY = 0.97;

/** Of reports that say it about as well, the newest of the region speaks where no year is asked. */
function newestOf({ question, sources }: Desk, alike: readonly [ReadUnit, ...ReadUnit[]]): ReadUnit {
  const [first] = alike;
  if (question.years.length > 0) return first;
  const region = sources.document(first.unit.documentId)?.region ?? null;
  const newest = newestReports(sources.outline).get(region ?? "");
  return alike.find(({ unit }) => unit.documentId === newest?.id) ?? first;
}

/** A turn that goes on with another leans on what that named. */
const namesAny = ({ question: { regions, years, indicators, followUp, leans } }: Desk): boolean =>
  followUp || leans || regions.length + years.length + indicators.length > 0;

/** True where the reader is sure of a stretch that the answer cites: it has weighed every word of the question against it. */
export async function isSurelyRead(desk: Desk, { book }: Draft): Promise<boolean> {
  const units = await unitsFor(desk, desk.question.regions[0] ?? null);
  return units.some(
    ({ unit, probability }) =>
      probability >= WEIGHED &&
      book.citations.some(
        ({ documentId, start, end }) => documentId === unit.documentId && overlaps(unit, { start, end }),
      ),
  );
}

/** The stretch to be shown as the nearest thing held where nothing answers. */
export async function nearestRead(desk: Desk, region: string | null): Promise<readonly ReadUnit[]> {
  const floor = namesAny(desk) ? FLOOR : FLOOR_OF_ANYTHING;
  return (await tellable(desk, region)).filter(({ probability }) => probability >= floor);
}

/**
 * Whether a unit prints a thing of the kind asked for: a name beside the office for 区长是谁, a rate for 高考录取率. A row has
 * its unit in the head of its table.
 */
function tellsKind(desk: Desk, { unit }: ReadUnit): boolean {
  const asked = foldPlain(desk.question.asked);
  const words = foldPlain(unitWords(desk, unit));
  if (cues.asks.holder.test(asked) && !cues.tells.holder.test(words)) return false;
  return unit.kind === "row" || (bareFigureAsked(asked)?.test(words) ?? true);
}

/** 让我们朝着更加美好的明天，继续前进！: with such words a report ends, and tells nothing. */
const closes = ({ sources }: Desk, documentId: string, span: Span): boolean =>
  cues.tells.closing.test(foldPlain(sliceOf(sources.document(documentId)?.text ?? "", span)));

/**
 * What the lookup of figures did not find is in no row, but for one whose name tells the figure (新建500个小微停车位 | 200); and a
 * row gives no reason.
 */
function mayTell(desk: Desk, { unit }: ReadUnit): boolean {
  const { operation } = desk.question;
  if (unit.kind !== "row") return true;
  if (operation === "met" || operation === "reason") return false;
  return !isMostlyIndicator(desk.question) || COUNTS_IN_NAME.test(foldPlain(unitWords(desk, unit)));
}

/** Between words of a name, so that neither a year nor the number of the row is meant. */
const COUNTS_IN_NAME = /\p{Script=Han}\)?\d+(?:\.\d+)?(?!年|\d)\p{Script=Han}[^|]*\|/u;

/** 江北和渝北谁高: what sets places or years beside each other is told by no sentence on one of them. */
const setsApart = ({ regions, years }: Question): boolean => regions.length > 1 || years.length > 1;

/** Whether a stretch names not all of the years and places that are set beside each other. */
function leavesOneOut(desk: Desk, unit: ReadUnit["unit"]): boolean {
  const { question } = desk;
  const words = foldPlain(unitWords(desk, unit));
  return (
    setsApart(question) &&
    ![...question.years.map(String), ...question.regions].every((each) => words.includes(each))
  );
}

/** What sets figures beside each other stays with the figures, where no sentence surely tells it all (产能和产值分别是多少). */
const OF_FIGURES: ReadonlySet<Operation> = new Set(["compare", "difference", "sum", "series", "rank"]);

/** A figure asked of one year is not told by words, or under a heading, of another. */
const isOfOtherYear = ({ question }: Desk, features: Features): boolean =>
  question.operation === "value" && isMostlyIndicator(question) && features["yearSupport"] === -1;

/** How much something grew is not told by how much it is: 完成投资231亿元，占固定资产投资总额的73%; it is by 31微克，上升2微克. */
const isOfOtherMeasure = ({ question }: Desk, features: Features, words: string): boolean =>
  question.measure === "growth" &&
  isMostlyIndicator(question) &&
  features["quantityKind"] === -1 &&
  !CHANGES_BY.test(words);
const CHANGES_BY = /[增涨升降减跌高低][加长少]?了?\d/u;

const ON_END = /连续|连[冠升降增减]|[一二三四五六七八九十\d]连|年来|逐年/u;

/** A thing that no report names is no matter of likelihood, nor is the figure of another indicator. */
function nothingAgainst(desk: Desk, { unit, probability, features }: ReadUnit, ending: Ending): boolean {
  const { question } = desk;
  // 在全市排第几: that a sentence tells the rank of the figure asked about is seen to besides (`ranksAsked`).
  const surely = probability >= SURELY || asksOwnRank(question);
  if (OF_FIGURES.has(question.operation) && (!surely || leavesOneOut(desk, unit))) return false;
  if (quotesUnknown(desk) || ofOtherThanZone(desk, unit)) return false;
  // 什么时候通车: a sentence that prints no date tells none, and one without 连续 not for how many years on end.
  if (features["ruleMeets"] === 0 && expectationOf(foldPlain(question.asked)).date) return false;
  if (expectationOf(foldPlain(question.asked)).streak && !ON_END.test(foldPlain(unitWords(desk, unit))))
    return false;
  if (headUnknown(desk) && probability < SURELY) return false;
  if (isOfOtherYear(desk, features) && probability < BEYOND_DOUBT) return false;
  const words = foldPlain(unitWords(desk, unit));
  if (isOfOtherMeasure(desk, features, words)) return false;
  // 塔坪小区…租金3000元 where 物业费多少钱 is asked: its figure does not stand by the words asked.
  if (features["ruleTellsAsked"] === 0 && probability < SURELY) return false;
  if (asksOwn(question) && !tellsOwn(words)) return false;
  if (isOfOtherBreadth(question, words)) return false;
  if (question.operation === "value" && isMostlyIndicator(question)) {
    // A row has its unit in the head of its table.
    if (unit.kind !== "row" && asksMoney(question) && !MONEY.test(words)) return false;
    if (!namesIndicator(question, words) && (probability < SURELY || isOfOtherIndicator(desk, words)))
      return false;
  }
  if (question.operation === "value" && question.indicators.length === 0 && probability < SURELY)
    return speaksOfAny(desk, words);
  return ending !== "definition" || probability >= BEYOND_DOUBT || explains(desk, unit);
}

/** 教师平均工资 is not told by 平均价格降幅: one of the words that narrow what is asked is there by half at least. */
const speaksOfAny = ({ question: { residue }, sources }: Desk, words: string): boolean =>
  residue.length === 0 ||
  residue.some(({ word }) => namedShare(foldPlain(word), words, sources.holdsTerm) >= HALF);

const HALF = 0.5;
