import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft, UsedRow } from "#answer/draft.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { type Bound, type Claim, claimedFigure } from "#question/indicator/claimed-figure.ts";
import type { Question } from "#question/question.ts";
import { shortName } from "#text/places/place-names.ts";
import { convert } from "#text/quantity-convert.ts";
import { differenceOf } from "./arithmetic.ts";
import { metByArithmetic, metByReport } from "./met.ts";

/**
 * What a question puts up to be confirmed is confirmed or denied before the report's own figure is told: a figure (GDP增速是10%对吧),
 * a bound (超过5%了吗), the target (完成目标了吗), or a comparison (是不是比2022年低). Nothing is said where the report gives a range
 * or words, another unit, or figures of two kinds.
 */
export function withVerdict(desk: Desk, draft: Draft): Draft {
  const [first, ...others] = draft.blocks;
  if (draft.status !== "answered" || first?.type !== "paragraph") return draft;
  const claim = claimedFigure(desk.question.asked);
  const verdict =
    claim !== null
      ? ofClaim(desk.question, claim, draft)
      : isYesOrNo(desk.question)
        ? ofPremise(desk.question, draft)
        : null;
  if (verdict === null) return draft;
  const lead = desk.say(verdict ? "claim.yes" : "claim.no");
  return { ...draft, blocks: [{ ...first, text: `${lead}${first.text}` }, ...others] };
}

/** 多少, 哪个: asks for more than yes or no. */
const ASKS_MORE = /多少|几(?!乎)|哪|谁|什么|为何|为什么|怎/u;
const YES_OR_NO = /[吗么吧](?:[?？。]|$)|是不是|是否|有没有|有无|没有[?？]?$|了没[?？]?$/u;

const isYesOrNo = ({ asked, language }: Question): boolean =>
  language === "zh" && YES_OR_NO.test(asked) && !ASKS_MORE.test(asked);

function ofClaim({ kinds }: Question, claim: Claim, { used }: Draft): boolean | null {
  const verdicts = used.map(({ row }) => agrees(row, claim)).filter((verdict) => verdict !== null);
  if (verdicts.length === 0) return null;
  const wanted = kinds.length === 0 ? verdicts.slice(0, 1) : verdicts;
  return wanted.some(Boolean);
}

function ofPremise(question: Question, { used, reason }: Draft): boolean | null {
  return reason === "met" ? ofTarget(question, used) : ofComparison(question, used);
}

/** 没完成吧: the target is said to be missed. */
const MISSED =
  /(?:没有?|未)(?:能)?(?:完成|达到|达标|达成|实现)(?:目标|预期|任务|计划)?(?:吧|对吧|吗|对吗|是吗|是吧)/u;

/** 比目标低: on which side of its aim a result lies, whichever side is the good one. */
const AGAINST_AIM = /比[^，。]{0,4}(?:目标|预期|计划|任务)[^，。]{0,4}?([高低多少快慢大小])/u;

function ofTarget({ asked }: Question, used: readonly UsedRow[]): boolean | null {
  const rows = used.map(({ row }) => row);
  const targets = rows.filter(({ kind }) => kind === "target");
  const [target, another] = targets;
  const actual = rows.find(({ kind, indicator }) => kind === "actual" && indicator === target?.indicator);
  if (target === undefined || another !== undefined || actual === undefined) return null;
  const [counted, told] = [metByArithmetic(target, actual), metByReport(actual.status)];
  const side = AGAINST_AIM.exec(asked)?.[1];
  if (side !== undefined) {
    const apart = differenceOf(actual, target);
    return apart === null ? null : LESS.test(side) ? apart.sign < 0 : apart.sign > 0;
  }
  // Where the report judges otherwise than its figures do, both are told and neither is the answer.
  if (counted !== null && told !== null && counted !== told) return null;
  const met = counted ?? told;
  return met === null ? null : MISSED.test(asked) ? !met : met;
}

const LESS = /[低少慢小差]|下降|降低|减少|回落/u;
const MORE = /[高多快大好]|上升|增加|提高/u;

/** 比2022年低: whether the figure of the place named first is on the side of that of the place behind 比. */
function ofComparison({ asked }: Question, used: readonly UsedRow[]): boolean | null {
  const [, behind = ""] = /比(.*)$/u.exec(asked) ?? [];
  const rows = used.map(({ row }) => row);
  const names = ({ region, year }: IndicatorRow) => [
    region,
    region === null ? null : shortName(region),
    `${year}年`,
  ];
  const [one, two, third] = rows;
  if (behind === "" || one === undefined || two === undefined || third !== undefined) return null;
  if (one.kind !== two.kind || one.indicator !== two.indicator) return null;
  const apart = (row: IndicatorRow, other: IndicatorRow) =>
    names(row).some((name) => name !== null && behind.includes(name) && !names(other).includes(name));
  const [told, against] = apart(two, one) ? [one, two] : apart(one, two) ? [two, one] : [null, null];
  const [less, more] = [LESS.test(behind), MORE.test(behind)];
  const difference = told === null || less === more ? null : differenceOf(told, against);
  return difference === null ? null : less ? difference.sign < 0 : difference.sign > 0;
}

/** 1700亿 of an amount in 亿元: the unit is left out. */
const BARE_SIZE = /^(?:万亿|亿|万)$/u;

const HOLDS: Readonly<Record<Bound, (order: number) => boolean>> = {
  equal: (order) => order === 0,
  above: (order) => order > 0,
  "at least": (order) => order >= 0,
  below: (order) => order < 0,
  "at most": (order) => order <= 0,
};

/** Whether a row's value is the figure claimed, as printed to the last digit, or on the side of it that is claimed; null where the two cannot be compared. */
function agrees(row: IndicatorRow, claim: Claim): boolean | null {
  if (row.value === null || claim.unit === null || row.unit === null) return null;
  const unit = BARE_SIZE.test(claim.unit) ? claim.unit + row.unit.replace(/^[万亿]+/u, "") : claim.unit;
  const told = unit === row.unit ? claim.value : convert(claim.value, unit, row.unit);
  if (told === null) return null;
  if (claim.bound === "equal") return new Decimal(told).abs().eq(new Decimal(row.value).abs());
  return row.qualifier === null ? HOLDS[claim.bound](new Decimal(row.value).cmp(told)) : null;
}
