import type { Desk } from "#answer/desk.ts";
import { sliceOf } from "#domain/span.ts";
import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import { officialWordings } from "#question/wordings.ts";
import { foldPlain } from "#text/fold.ts";
import type { Candidate } from "./choose.ts";
import { expectationOf } from "./expectation.ts";
import { isMisspelt, wordingsFor } from "./find-candidates.ts";
import { attributesAsked, thingMeasured } from "./measured.ts";
import { namedShare } from "./named-share.ts";
import { BESIDE } from "./near-figure.ts";
import { type Stock, stockAsked, tellsStock } from "./stock.ts";

/** With the share of the rarest words: a figure near none of them is about something else. */
const TOGETHER = 0.9;
const HALF = 0.5;
/** What is counted: 游客 in 多少名游客. */
const COUNTED =
  /(?:多少|好多|几)(?:万|千|百|十|亿)?[个名家所项件套户座条位张册部台栋辆头场起艘]?([\u4e00-\u9fff]{2})/;
/** 多少钱, 多少比例: a unit is nothing counted; nor is what is done (多少家变成). */
const NOTHING_COUNTED =
  /^(?:[个人].|亿元|万元|万人|公里|千米|平方|百分|比例|美元|人民|人次|个月|小时|分钟|立方|千瓦|变成|增加|提高|以上|以内|左右|才能|可以|是.|能.|在.|被.|来.|要.|算.|给.|用.|[^头面里路]?了|.[?])/;

/**
 * Whether the figure in a passage is the one asked for and not just a figure beside the right name: 轨道18号线总投资多少亿
 * is not told by 18号线加快推进…新增道路21公里. True for questions that ask no figure.
 */
export function tellsAsked(desk: Desk, { documentId, window, beside, rare, passage }: Candidate): boolean {
  const { question, sources } = desk;
  const asked = foldPlain(question.asked);
  const expectation = expectationOf(asked);
  if (!expectation.number || expectation.rank) return true;
  if (question.operation === "list" || question.operation === "reason") return true;
  const words = foldPlain(
    `${passage.chunk.section.at(-1) ?? ""}\n${sliceOf(sources.document(documentId)?.text ?? "", window)}`,
  );
  if (!tellsHowMany(desk, words)) return false;
  if (isMostlyIndicator(question)) return true;
  if (beside < BESIDE / thingsAsked(asked) || beside + rare < TOGETHER) return false;
  if (!attributesAsked(asked).every((told) => told.test(words))) return false;
  const thing = thingMeasured(foldPlain(question.topic));
  const reworded = thing === null || isMisspelt(desk) || officialWordings(thing).length > 0;
  if (!reworded && namedShare(thing, words, sources.holdsTerm) < HALF) return false;
  // Another wording may have put a report's word in the place of what is counted.
  if (wordingsFor(desk).length > 1) return true;
  const counted = COUNTED.exec(asked)?.[1];
  if (counted === undefined || NOTHING_COUNTED.test(counted)) return true;
  return words.includes(counted) || !sources.holdsTerm(counted);
}

/** Of a question of how many there are, words put right aside; null for all others. */
export const stockOf = (desk: Desk): Stock | null => (isMisspelt(desk) ? null : stockAsked(desk.question));

/** Whether words tell how many of the thing there are, where that is asked. */
export function tellsHowMany(desk: Desk, words: string): boolean {
  const stock = stockOf(desk);
  return stock === null || tellsStock(stock, foldPlain(words), desk.sources.holdsTerm);
}

const ASKS = /多少|几|哪|谁|什么|吗|有没有|是否|怎/;

/** 出动了多少人，有没有人伤亡: words of the second question need not stand by the figure of the first. */
const thingsAsked = (asked: string): number =>
  Math.max(1, asked.split(/[,，;；。?？]/).filter((clause) => ASKS.test(clause)).length);
