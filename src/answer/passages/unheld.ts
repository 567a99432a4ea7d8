import type { Desk } from "#answer/desk.ts";
import { zoneAsked } from "#answer/zone-asked.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator-names.ts";
import { namesAnything } from "#read/query-words.ts";
import type { Unit } from "#read/unit.ts";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";

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
