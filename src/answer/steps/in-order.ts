import type { Draft } from "#answer/draft.ts";
import { asksAgainstWhole } from "#answer/figures/against-whole.ts";
import { tellsFigure } from "#answer/figures/tells-figure.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { SURELY } from "#answer/passages/read-choice.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import { meaningStep, reasonStep } from "./explained.ts";
import { againstWholeStep, figuresStep, rankStep } from "./figures-told.ts";
import { captionStep, extremeStep, listStep, namedListStep } from "./lists-told.ts";
import { nearestStep, otherMeasureStep } from "./nearest-told.ts";
import { leftOut, withoutResidue } from "./residue.ts";
import type { Asked, Step } from "./step.ts";
import {
  overallStep,
  overRegionsStep,
  overviewStep,
  overYearsStep,
  reportItselfStep,
  topicStep,
  wholeYearStep,
} from "./wholes-told.ts";

/** The ways to answer, in the order they are tried: the more a way demands of a question, the earlier. */
const STEPS: readonly Step[] = [
  reportItselfStep, // 工作报告是哪天作的
  overallStep, // 目标完成了没有
  overYearsStep, // 十三五年均增长多少
  overviewStep, // 2022年经济怎么样
  wholeYearStep, // 2022年有哪些成绩
  topicStep, // 教育有什么进展, 总结一下, 有哪些问题
  meaningStep, // 什么是QFLP
  reasonStep, // 为什么没完成
  namedListStep, // 2022年未完成的9项指标
  overRegionsStep, // 哪个区的财政收入最高
  extremeStep, // 民生实事里哪一件投资最多
  listStep, // 有哪些, 几项
  captionStep, // 20件民生实事
  rankStep, // 排第几
  againstWholeStep, // 比全市高还是低
  figuresStep, // 2022年GDP是多少, and all that is computed with figures
  otherMeasureStep, // 社零总额目标是多少, where a growth is printed
  nearestStep, // what the reader holds likely to answer, and figures whose names come near
];

/**
 * The draft of the first step that the question is of and that speaks of all its words; null where nothing held answers.
 * Where a draft leaves out a word that narrows the question, the later steps are tried; where they leave it out too, the
 * answer says that no report tells of it.
 */
export async function answeredInOrder(asked: Asked): Promise<Draft | null> {
  let wider: { readonly draft: Draft; readonly words: readonly string[] } | null = null;
  for (const step of STEPS) {
    const draft = await orSurelyRead(asked, await step(asked));
    if (draft === undefined) continue;
    const words = draft === null ? [] : await leftOut(asked, draft);
    if (words.length === 0 && (wider === null || draft?.status === "answered")) return draft;
    if (draft !== null && words.length > 0) wider ??= { draft, words };
  }
  return wider === null ? null : withoutResidue(asked.desk(), wider.draft, wider.words);
}

/** What the table does not hold a sentence may tell all the same: 民生支出153.5亿元，是2006年的4.1倍. */
async function orSurelyRead(
  { desk, question, sources }: Asked,
  draft: Draft | null | undefined,
): Promise<Draft | null | undefined> {
  if (draft?.status !== "refused" || draft.reason !== "not_in_corpus") return draft;
  // A sentence that uses a word explains it no better, and one figure is no comparison.
  if (question.operation !== "value" || asksAgainstWhole(question)) return draft;
  const told = await passageDraft(desk(), "passage", SURELY);
  if (told === null) return draft;
  return !isMostlyIndicator(question) || tellsFigure(question, told, sources) ? told : draft;
}
