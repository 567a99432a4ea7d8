import { zoneAsked } from "#answer/asked/zone-asked.ts";
import type { Desk } from "#answer/desk.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { narrowerThan, type Wider, widerThan } from "#indicators/catalogue-wider.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { namesAnything } from "#read/query-words.ts";
import type { Unit } from "#read/unit.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";
import { asksMeaning, explainsTerm } from "./definition.ts";

/** 卖了多少: what is done is no name. */
const DONE = /(?:[了过到]|[下出上进回][去来])$/;
const HEAD =
  /([\u4e00-\u9fff]{2,8}?)(?:到底|究竟|大概|现在|一共)?(?:是|有|为|达到?)?(?:多少|多大|几何)(?:钱|[万亿]?元|个|家|所|座|条)?[?]?$/;
const HEAD_LENGTH = 3;
/** 每类多少个: nothing new is named. */
const OF_EACH = /[每各](?:一?[类种项个家件])?(?:各|都|分别)?$/;
/** 多了多少, 要增长多少, 要花多少: how it changed and what was done is no part of its name. */
const AFTER_HEAD =
  /(?:要|将|会|能|得|需要?|准备|打算|计划)?(?:[多少大小高低长短了过着]+|增长|增幅|增速|涨幅|降幅|占比|比重|提高|提升|增加|下降|降低|减少|控制在?|达到?|完成|花费?|投入?|安排|拨付?|用|又|也|都|还|各|则)$/;

/** 录取率是多少 where no report says 录取率: whatever else matches, the thing asked for is not held. */
export function headUnknown({ question, sources }: Desk): boolean {
  const before = HEAD.exec(foldPlain(question.asked).replace(/\d/g, " "))?.[1];
  const head = before?.replace(AFTER_HEAD, "").replace(OF_EACH, "").slice(-HEAD_LENGTH);
  if (before === undefined || head === undefined || question.indicators.length > 0) return false;
  // 准备花多少: to intend and to spend name nothing.
  if (DONE.test(before) || head.length < 2 || !namesAnything(head)) return false;
  return tokens(head).every((term) => !sources.holdsTerm(term));
}

const QUOTED = /[“"「]([\u4e00-\u9fff]{2,})[”"」]/g;
/** 四个 in 四个车轮 says nothing of what they are. */
const COUNTED = /^[二两三四五六七八九十]{1,2}[大个项条类种张](?=..)/;

/** “三缺”是哪三缺 where no report prints a word of what is quoted. */
export function quotesUnknown({ question, sources }: Desk): boolean {
  const quoted = [...foldPlain(question.asked).matchAll(QUOTED)].map(([, words = ""]) => words);
  return quoted.some((words) => tokens(words.replace(COUNTED, "")).every((term) => !sources.holdsTerm(term)));
}

const OF_THE_WHOLE = /(?<=[,;:])全(?:年|区|市|县)/u;

/** 徐水开发区GDP: what is told of the whole region is not its zone's. */
export function ofOtherThanZone(desk: Desk, unit: Unit): boolean {
  const zone = zoneAsked(desk.question, desk.sources);
  if (zone === null) return false;
  if (unit.passage.chunk.section.some((title) => zone.test(title))) return false;
  const names = indicatorNames(desk.question.indicators);
  const told = (words: string) => names.length === 0 || names.some((name) => words.includes(name));
  return !foldPlain(unitWords(desk, unit))
    .split(/[。;]/u)
    // 观音桥商圈扩容…,全年实现社零687亿元: what the whole region did is said behind it.
    .map((sentence) => sentence.split(OF_THE_WHOLE)[0] ?? "")
    .some((sentence) => zone.test(sentence) && told(sentence));
}

/** The words of a unit, as printed. */
export const unitWords = ({ sources }: Desk, unit: Span & Pick<Unit, "documentId">): string =>
  sliceOf(sources.document(unit.documentId)?.text ?? "", unit);

const QUOTED_TERM = /[“"「]([^”"」]{2,})[”"」]/g;
const MARKS = /[“”"「」]/g;
/** 近千家四上企业: so many of them stand before the term, */
const COUNTED_BEFORE = /[\d百千万多余几两][家个户项名位](?:的)?$/;
/** 四上企业250家: or behind it. */
const COUNTED_BEHIND = /^[\u4e00-\u9fff]{0,4}(?:达到?|超过?|突破|增至)?\d+(?:\.\d+)?[多余万]*[家个户项名位]/;

/**
 * Whether a passage may explain the term a question puts in quotation marks: it holds the term, and not only to say how
 * many there are. True for questions without a term so marked.
 */
export function explains(desk: Desk, unit: Span & Pick<Unit, "documentId">): boolean {
  const { question } = desk;
  if (asksMeaning(question)) return explainsTerm(desk, unitWords(desk, unit));
  const terms = [...foldPlain(question.asked).matchAll(QUOTED_TERM)].map(([, term = ""]) => term);
  if (terms.length === 0) return true;
  const words = foldPlain(unitWords(desk, unit)).replace(MARKS, "");
  return terms.some((term) => {
    const [before = "", ...behind] = words.split(term.replace(MARKS, ""));
    return behind.some((after, i) => {
      const ahead = i === 0 ? before : (behind[i - 1] ?? "");
      return !COUNTED_BEFORE.test(ahead) && !COUNTED_BEHIND.test(after);
    });
  });
}

/**
 * Whether folded words tell, of each indicator asked for, only a wider one (居民人均可支配收入 where 农村居民人均可支配收入 is
 * asked) or, where the whole is asked for, only its parts.
 */
export function isOfOtherBreadth(question: Question, folded: string): boolean {
  const { operation, indicators } = question;
  if (operation !== "value" || !isMostlyIndicator(question)) return false;
  // 城乡居民收入 means two, which 城乡居民人均可支配收入 tells under one name.
  if (new Set(indicators.map(({ phrase }) => phrase)).size < indicators.length) return false;
  return indicators.some(
    ({ concepts }) =>
      concepts.length > 0 &&
      (concepts.every((id) => tellsWider(id, folded)) ||
        (asksWhole(question) && concepts.some((id) => tellsParts(id, folded)))),
  );
}

function tellsWider(id: string, folded: string): boolean {
  const wider = widerThan(id);
  return (
    wider.some((each) => standsBare(each, folded)) &&
    // 轨道通车里程 where 轨道交通通车里程 is asked.
    !wider.some(({ narrowed }) => pairsOf(foldPlain(narrowed)).some((pair) => folded.includes(pair)))
  );
}

/** 城镇和农村居民人均可支配收入 where that of all is asked. */
const tellsParts = (id: string, folded: string): boolean =>
  narrowerThan(id).some(({ narrowed }) => folded.includes(foldPlain(narrowed))) &&
  !/全体|全[区市县省]居民/u.test(folded);

/** 出口总额 in 进出口总额 is a part of it. */
const standsBare = ({ name, narrowed }: Wider, folded: string): boolean =>
  folded
    .split(foldPlain(name))
    .some((before, at, all) => at < all.length - 1 && before.at(-1) !== narrowed.at(-1));

const WHOLE =
  /全体|所有|不分(?:城乡|城镇|地区)|城乡(?:合在?一起|合计|全部|合起来)|全[区市县省](?:的)?(?:居民|人)/u;

/** 全体居民, 不分城乡: the figure of the whole and of none of its parts. */
export const asksWhole = ({ asked }: Question): boolean => WHOLE.test(asked);

const MEASURE = /^(?:总?面积|总?人口)$/u;
const OF_REGION = /(?:全[国省市州区县]|辖区|幅员|区域|国土|行政|常住|户籍|总)[^,。;、]{0,4}(?:面积|人口)/u;

/** 渝北区面积多大, 渝北一共多少人口: how large the region itself is, which no floor or plot of it tells, nor some of its people. */
export const asksOwn = ({ topic, indicators, ...rest }: Question): boolean =>
  MEASURE.test(foldPlain(topic).replaceAll(" ", "")) ||
  (isMostlyIndicator(rest) && indicators.some(({ phrase }) => MEASURE.test(foldPlain(phrase))));

/** Whether folded words tell a measure of the region itself. */
export const tellsOwn = (folded: string): boolean => OF_REGION.test(folded);

/** 多少亿元: an amount, where no growth has one. */
const AMOUNT = /多少[万亿]*元|几[万亿]+元/u;
const GROWTH = /(?:增|降|涨|升|提高)[^\d]{0,6}[\d.]+(?:%|个百分点)/gu;
const YEAR = /(?:19|20)\d{2}年/gu;

/** 生产总值增长8%, where how much it is was asked: every clause that has one of the names tells a percentage and no amount. */
export function tellsOnlyGrowth(
  { operation, measure, asked }: Pick<Question, "operation" | "measure" | "asked">,
  { folded, names }: { readonly folded: string; readonly names: readonly string[] },
): boolean {
  if (operation !== "value" || (measure !== "level" && !AMOUNT.test(asked))) return false;
  const clauses = folded.split(/[,;。](?!\d)/).filter((clause) => /\d/.test(clause));
  return names.map(foldPlain).some((name) => {
    const naming = clauses.filter((clause) => clause.includes(name));
    // 旅客吞吐量4465万人次、增长106%: an amount stands beside its growth.
    return (
      naming.length > 0 && naming.every((clause) => !/\d/.test(clause.replace(YEAR, "").replace(GROWTH, "")))
    );
  });
}
