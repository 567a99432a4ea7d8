import { answerWords } from "#answer/answer-words.ts";
import { asksWhole } from "#answer/asks-whole.ts";
import type { Desk } from "#answer/desk.ts";
import { asksOwn, tellsOwn } from "#answer/own-measure.ts";
import { zoneAsked } from "#answer/zone-asked.ts";
import { sliceOf } from "#domain/span.ts";
import { officialNames } from "#indicators/catalogue.ts";
import { narrowerThan, type Wider, widerThan } from "#indicators/catalogue-wider.ts";
import { indicatorNames } from "#question/indicator-names.ts";
import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { heldTerms, shareOf, termsOf, termsPresent } from "#read/query-terms.ts";
import { namesAnything } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";
import type { Candidate } from "./choose.ts";
import { ALIKE, expectationOf } from "./expectation.ts";
import { isMisspelt, wordingsFor } from "./find-candidates.ts";
import { forms } from "./forms.ts";
import { LEAST_OF_INDICATOR, namesOne, withoutMeasureWord } from "./names-indicator.ts";
import { onlyFigures } from "./only-figures.ts";
import { tellsOnlyGrowth } from "./only-growth.ts";
import { tellsAsked } from "./tells-asked.ts";

/**
 * The least a passage must hold of a question to answer it; chosen on the development questions, each asked
 * once with and once without the report that answers it.
 */
export const LEAST = { covered: 0, known: 0.4, together: 1.35 };
/** What a passage must hold to be preferred to a figure whose name only comes near. */
export const SURE: typeof LEAST = { covered: 0.55, known: 0.6, together: 1.8 };
/** What a figure in just the unit asked for needs beside it to be preferred so. */
const TOLD = { beside: 0.35, rare: 0.66, known: 0.6 };
/** A number with another unit than asked for needs words that fit all the better. */
const OTHER_UNIT = 1.9;
/** A reason seldom repeats what it is the reason of. */
const REASON_SLACK = 0.1;
/** Below this share of all its words, a question is about something no report tells of. */
export const MOSTLY_UNKNOWN = 0.35;

/** Words of another language are only looked up: more of them must be held. */
const ENGLISH_COVERED = 0.5;

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
export function ofOtherThanZone(desk: Desk, candidate: Candidate): boolean {
  const zone = zoneAsked(desk.question, desk.sources);
  if (zone === null) return false;
  if (candidate.passage.chunk.section.some((title) => zone.test(title))) return false;
  const names = indicatorNames(desk.question.indicators);
  const told = (words: string) => names.length === 0 || names.some((name) => words.includes(name));
  return !foldPlain(windowWords(desk, candidate))
    .split(/[。;]/u)
    // 观音桥商圈扩容…,全年实现社零687亿元: what the whole region did is said behind it.
    .map((sentence) => sentence.split(OF_THE_WHOLE)[0] ?? "")
    .some((sentence) => zone.test(sentence) && told(sentence));
}

/** Least share of the question's other words beside the word it is answered with. */
const ECHOED = 0.2;

/** 最大的障碍是什么 → 最大的障碍之一，是…: the asked-for word itself opens the answer, near words of the question. */
function echoed(desk: Desk, candidate: Candidate): boolean {
  const { operation, topic, asked } = desk.question;
  if (operation !== "definition" && operation !== "passage" && operation !== "reason") return false;
  const echo = forms.echoes.find(({ asked: asks, opens }) => opens && asks.test(foldPlain(asked)));
  if (echo === undefined) return false;
  const words = windowWords(desk, candidate);
  const terms = termsOf(desk.sources, foldPlain(topic).replace(echo.asked, " "));
  return echo.told.test(foldPlain(words)) && shareOf(terms, heldTerms(terms, words)) >= ECHOED;
}

/** Figures alone are no reason, and an indicator's is told with a word of cause or of purpose. */
const givesNone = ({ indicators }: Question, folded: string): boolean =>
  onlyFigures(folded) ||
  (indicators.length > 0 &&
    folded.match(answerWords.cause) === null &&
    !forms.purpose.test(folded) &&
    !forms.grounded.test(folded));

/** True when a candidate is good enough to be given as the answer. */
export function answers(desk: Desk, candidate: Candidate, least: typeof LEAST = LEAST): boolean {
  const { question, sources } = desk;
  const { covered, known, rare, fit } = candidate;
  if (headUnknown(desk) || quotesUnknown(desk) || ofOtherThanZone(desk, candidate)) return false;
  if (echoed(desk, candidate)) return true;
  if (asksOwn(question) && !tellsOwn(foldPlain(windowWords(desk, candidate)))) return false;
  if (fit === 0 || covered < least.covered || known < least.known) return false;
  if (!tellsAsked(desk, candidate)) return false;
  const reason = question.operation === "reason" ? REASON_SLACK : 0;
  if (reason > 0 && givesNone(question, foldPlain(windowWords(desk, candidate)))) return false;
  if (asksContents(question) && !foldPlain(windowWords(desk, candidate)).includes(containerOf(question)))
    return false;
  if (least === SURE && isMisspelt(desk)) return false;
  if (rare < 1 && namesOneThing(desk)) return false;
  // What no dictionary knows in English is what the question is about as well.
  if (question.language === "en" && covered < ENGLISH_COVERED) return false;
  if (covered + known + rare + reason < (fit < ALIKE ? OTHER_UNIT : least.together)) return false;
  const words = windowWords(desk, candidate);
  const concepts = question.indicators.flatMap((indicator) => indicator.concepts);
  if (asksWhole(question) && concepts.some((id) => tellsParts(id, foldPlain(words)))) return false;
  if (question.operation === "series" && concepts.length === 1 && !namesOne(desk, words)) return false;
  if (!isMostlyIndicator(question)) return covered >= MOSTLY_UNKNOWN || !mayBeUnheld(desk);
  if (question.operation === "value" && ofOtherYears(question, words)) return false;
  if (isOf(question.kinds, "actual") && question.operation === "value" && INTENDED.test(words)) return false;
  return question.indicators.some(({ phrase, concepts }) => {
    if (concepts.length > 0 && concepts.every((id) => tellsWider(id, foldPlain(words)))) return false;
    const names = concepts.flatMap(officialNames);
    if (question.operation === "value" && endsOtherwise(foldPlain(words), [phrase, ...names].map(foldPlain)))
      return false;
    // 人口 may name 常住人口 for an asker; for a report it may be anyone.
    const said = phrase.length > 2 || reason > 0 || names.includes(phrase) ? [phrase] : [];
    const known = [...said, ...names.filter((name) => name.length > 2)].map(withoutMeasureWord);
    if (tellsOnlyGrowth(question, { folded: foldPlain(words), names: known })) return false;
    return known.some((name) => {
      const terms = termsOf(sources, name);
      if (shareOf(terms, heldTerms(terms, words)) < LEAST_OF_INDICATOR) return false;
      if (!TELLS_FIGURES.has(question.operation)) return true;
      return saysOf(foldPlain(words), { name: foldPlain(name), inParts: terms.weights.size > 1 });
    });
  });
}

const TELLS_FIGURES: ReadonlySet<Question["operation"]> = new Set(["value", "series"]);

/** True when the best candidate prints a figure in just the unit asked for, right beside words of the question. */
export function tellsUnit(desk: Desk, candidate: Candidate | undefined): boolean {
  if (candidate === undefined) return false;
  const { number, rank, classifier, figure } = expectationOf(foldPlain(desk.question.asked));
  if (!number || rank || (classifier === null && figure === null)) return false;
  const { fit, beside, rare, known } = candidate;
  return fit === 1 && beside >= TOLD.beside && rare >= TOLD.rare && known >= TOLD.known;
}

/** 旅游线路有哪些: of two words that name one thing, one alone is about other things. */
function namesOneThing(desk: Desk): boolean {
  const { operation, indicators } = desk.question;
  if (operation !== "list" || indicators.length > 0) return false;
  return wordingsFor(desk).every(({ rarest, bonds }) => rarest.length <= 2 && bonds.length > 0);
}

/** The words of a candidate, as printed. */
export const windowWords = ({ sources }: Desk, { documentId, window }: Candidate): string =>
  sliceOf(sources.document(documentId)?.text ?? "", window);

/** 第二产业包括什么: a passage that does not name the whole cannot tell its parts. */
const CONTENTS = /^(.{2,8}?)(?:主要|都|分别)?(?:包括|包含|涵盖)/;
const containerOf = ({ topic }: Question): string => CONTENTS.exec(topic)?.[1] ?? "";
const asksContents = ({ operation, topic }: Question): boolean =>
  operation === "list" && CONTENTS.test(topic) && !topic.includes(" ");

/** 居民人均可支配收入 where 农村居民人均可支配收入 is asked: the wider figure, and not a word that narrows it. */
function tellsWider(id: string, folded: string): boolean {
  const wider = widerThan(id);
  const present = termsPresent(folded);
  return (
    wider.some((each) => standsBare(each, folded)) &&
    !wider.some(({ narrowed }) => tokens(foldPlain(narrowed)).some((term) => present.has(term)))
  );
}

/** 城镇和农村居民人均可支配收入 where that of all is asked. */
const tellsParts = (id: string, folded: string): boolean =>
  narrowerThan(id).some(({ narrowed }) => folded.includes(foldPlain(narrowed))) &&
  !/全体|全[区市县省]居民/.test(folded);

/** 出口总额 in 进出口总额 is a part of it. */
const standsBare = ({ name, narrowed }: Wider, folded: string): boolean =>
  folded
    .split(foldPlain(name))
    .some((before, i, all) => i < all.length - 1 && before.at(-1) !== narrowed.at(-1));

/** 2023年…1744亿元 where a figure of 2024 is asked. */
function ofOtherYears({ years }: Question, words: string): boolean {
  const printed = [...foldPlain(words).matchAll(/(?:19|20)\d{2}(?=年)/g)].map(([year]) => Number(year));
  return years.length > 0 && printed.length > 0 && !printed.some((year) => years.includes(year));
}

/** What is aimed at is no result. */
const INTENDED = /力争|确保|提出|建议|未来|(?:目标|预期|计划)(?![^。;]{0,12}(?:完成|实现))/;
const isOf = (kinds: readonly string[], kind: string): boolean => kinds.length === 1 && kinds[0] === kind;

/** Least length of a name without its end that tells it from others. */
const STEM = 5;

/** 一般公共预算支出 is no 一般公共预算收入, whatever has 收入 behind it. */
const endsOtherwise = (folded: string, names: readonly string[]): boolean =>
  names.some((name) => name.length - 2 >= STEM && folded.includes(name.slice(0, -2))) &&
  !names.some((name) => folded.includes(name));

/** The name stands there as it is, in a row, or, of a name in parts, the last has a figure right behind it. */
function saysOf(folded: string, { name, inParts }: { name: string; inParts: boolean }): boolean {
  if (folded.includes(" | ") || folded.includes(name.replace(/[件总个]数$/, ""))) return true;
  const end = name.slice(-2);
  return inParts && folded.split(end).some((after, i) => i > 0 && /^[^,。;、]{0,16}\d/.test(after));
}

/** A plain question of which no other wording is known: its words mean what they say. */
function mayBeUnheld(desk: Desk): boolean {
  const { operation, followUp, indicators } = desk.question;
  return operation === "value" && !followUp && indicators.length === 0 && wordingsFor(desk).length === 1;
}
