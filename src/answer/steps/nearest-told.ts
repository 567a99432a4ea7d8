import { zoneAsked } from "#answer/asked/zone-asked.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { figuresDraft } from "#answer/figures/figures-draft.ts";
import { ofNamedThing } from "#answer/figures/named-thing.ts";
import { heldOtherwise, withOtherMeasure } from "#answer/figures/other-measure.ts";
import { ranksAsked } from "#answer/figures/own-rank.ts";
import {
  SIMILAR,
  SIMILAR_ENOUGH,
  SURELY_SIMILAR,
  VERY_SIMILAR,
  withSimilarIndicator,
} from "#answer/figures/similar.ts";
import { asksAmount, tellsFigure } from "#answer/figures/tells-figure.ts";
import { valueDraft } from "#answer/figures/value.ts";
import { countedTableDraft } from "#answer/lists/list-table.ts";
import { headUnknown } from "#answer/passages/mismatch.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { LIKELY, nearestRead, SURELY, tellable } from "#answer/passages/read-choice.ts";
import { refuseNotHeld } from "#answer/refuse/refuse.ts";
import { textsOf } from "#answer/verify.ts";
import { sliceOf } from "#domain/span.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import { asksOtherMeasure } from "#question/indicator/other-measure.ts";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import { type Asked, CAPTION_NAMED, type Step } from "./step.ts";

/** 社会消费品零售总额目标是多少, where the target printed is a growth. */
export const otherMeasureStep: Step = (asked) => {
  const { question, sources } = asked;
  if (!isHeldOtherwise(asked) || question.measure === "growth" || asksAmount(question)) return undefined;
  const told = valueDraft(new Desk(withOtherMeasure(question) ?? question, sources));
  return told?.status === "answered" ? told : undefined;
};

/**
 * Passages and figures whose names only come near, the surest first: a cell very near, a sure passage, a near figure,
 * any passage that holds enough, any figure.
 */
export const nearestStep: Step = async (asked) => {
  const { question, sources, desk } = asked;
  const literal = (await printsTopic(desk())) ? await passageDraft(desk(), "passage", SURELY) : null;
  if (literal !== null) return literal;
  const near = await similarFigures(desk(), VERY_SIMILAR);
  // 网上开店的有多少户: a sentence on something near goes behind one that surely answers; of a cell the name is all there is to read.
  if (near?.used.some(({ row }) => row.source === "table")) return near;
  const otherwise = isHeldOtherwise(asked);
  const counted = countedTableDraft(desk(), CAPTION_NAMED);
  if (counted !== null) return counted;
  const passage = async (least: number): Promise<Draft | null> => {
    const told = await passageDraft(desk(), question.operation === "list" ? "list" : "passage", least);
    if (told === null || (otherwise && !tellsChange(told))) return null;
    if (!ranksAsked(desk(), told)) return null;
    // A growth asked of a year is told in no other measure, whatever else the question says.
    const other = !isMostlyIndicator(question) && question.measure !== "growth";
    return other || tellsFigure(question, told, sources) ? told : null;
  };
  return (
    (await passage(SURELY)) ??
    near ??
    (await similarFigures(desk(), SIMILAR_ENOUGH)) ??
    (otherwise ? await notHeld(desk()) : null) ??
    (await passage(LIKELY)) ??
    similarFigures(desk(), SIMILAR)
  );
};

/** 协作引资: what the nearest passage prints word for word is no other indicator's name misheard. */
async function printsTopic(desk: Desk): Promise<boolean> {
  const named = topicNamed(desk.question);
  if (named === null) return false;
  const [best] = await tellable(desk, desk.question.regions[0] ?? null);
  return best !== undefined && foldPlain(best.unit.passage.chunk.text).includes(named);
}

/** What the question asks for where it names no indicator, without the words of asking; null where that is too little. */
function topicNamed({ topic, indicators, language }: Question): string | null {
  const named = topic.replace(patterns.filler, "").replace(/\s/g, "").replace(/有$/u, "");
  return language !== "zh" || indicators.length > 0 || named.length < SHORTEST_TOPIC ? null : named;
}

/**
 * 县级行政区划 of 省级行政区划单位34个，县级行政区划单位2843个: where the sentence of a figure prints another right behind the words
 * asked, a name that only comes near them is not what was meant.
 */
function printsOther({ question, sources }: Desk, near: Question, { used }: Draft): boolean {
  const named = topicNamed(question);
  const names = near.indicators.flatMap((indicator) => indicator.names);
  if (named === null || names.some((name) => foldPlain(name).includes(named))) return false;
  return used.some(({ row }) => {
    const sentence = foldPlain(sliceOf(sources.document(row.documentId)?.text ?? "", row.context));
    const at = sentence.indexOf(named);
    return at >= 0 && FIGURE_BEHIND.test(sentence.slice(at + named.length));
  });
}

const FIGURE_BEHIND = /^[^，。；、,;\d]{0,6}\d/u;

const SHORTEST_TOPIC = 4;

/** Refused, with the nearest passage that is held; for a place inside no region named, with one that speaks of the place. */
export async function notHeld(desk: Desk): Promise<Draft> {
  const region = desk.question.regions[0] ?? null;
  const found = await nearestRead(desk, region);
  const zone = desk.question.regions.length === 0 ? zoneAsked(desk.question, desk.sources) : null;
  const nearest = found.find(({ unit }) => zone?.test(unit.passage.chunk.text) ?? true) ?? null;
  return refuseNotHeld(desk, nearest, []);
}

const isHeldOtherwise = ({ question, sources }: Asked): boolean =>
  isMostlyIndicator(question) && heldOtherwise(question, sources);

/** True where a passage speaks of growth at all. */
function tellsChange({ blocks }: Draft): boolean {
  return blocks.flatMap(textsOf).some((text) => /[增涨升降跌]/u.test(text));
}

/** The figures of the indicator the words come nearest to. */
async function similarFigures(desk: Desk, least: number): Promise<Draft | null> {
  if (saysNoSubject(desk.question)) return null;
  const similar = await withSimilarIndicator(
    desk,
    headUnknown(desk) ? Math.max(least, SURELY_SIMILAR) : least,
  );
  if (similar === null || asksOtherMeasure(desk.question, similar.indicators)) return null;
  const draft = figuresDraft(similar, () => new Desk(similar, desk.sources));
  if (draft?.status !== "answered" || printsOther(desk, similar, draft)) return null;
  // Words that only come near are judged by what reports call the indicator.
  const meant = least < SIMILAR_ENOUGH ? [] : similar.indicators;
  return ofNamedThing(desk.question, draft, desk.sources, meant) ? null : draft;
}

/** 这两样一共新增几个: words of pointing, counting and asking come near to nothing. */
const saysNoSubject = ({ topic, language }: Question): boolean =>
  language === "zh" && topic.replace(patterns.recall, " ").replace(patterns.filler, "").trim().length < 2;
