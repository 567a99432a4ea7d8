import { asksOverYears, yearsTogetherDraft } from "#answer/compare/years-together.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { byRegionDraft } from "#answer/figures/by-region.ts";
import { figuresDraft } from "#answer/figures/figures-draft.ts";
import { selectionFor } from "#answer/figures/indicator-list.ts";
import { overallDraft } from "#answer/figures/overall.ts";
import { headlinesDraft, overviewDraft } from "#answer/figures/overview.ts";
import { asksWholeYear, titledPartsDraft } from "#answer/lists/list-sections.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { SURELY } from "#answer/passages/read-choice.ts";
import { reportItselfDraft } from "#answer/passages/report-itself.ts";
import type { Sources } from "#answer/sources.ts";
import { topicDraft } from "#answer/topics/topic-draft.ts";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import type { Step } from "./step.ts";

/** 工作报告是哪天作的: a line of the report itself. */
export const reportItselfStep: Step = ({ desk }) => reportItselfDraft(desk()) ?? undefined;

/** 目标完成了没有 of a place and no indicator. */
export const overallStep: Step = ({ question, desk }) =>
  question.operation === "met" ? (overallDraft(desk()) ?? undefined) : undefined;

/** A figure of one year is no answer to several. */
export const overYearsStep: Step = async ({ question, desk, sources }) => {
  const together = yearsTogetherDraft(question, sources);
  if (together !== null || !asksOverYears(question)) return together ?? undefined;
  return (await passageDraft(desk(), "passage", SURELY)) ?? undefined;
};

/** 2022年经济怎么样: the headline figures of a year. */
export const overviewStep: Step = ({ question, desk }) =>
  selectionFor(question)?.met === false ? undefined : (overviewDraft(desk()) ?? undefined);

/** 2022年有哪些成绩: the headings of that part of the report, else the year's headline figures. */
export const wholeYearStep: Step = ({ question, desk }) => {
  if (question.regions.length !== 1 || question.indicators.length > 0 || !asksWholeYear(desk()))
    return undefined;
  const parts = titledPartsDraft(desk());
  // 做好几个方面的工作: the figures of a year count no parts.
  if (parts !== null || COUNTS_PARTS.test(question.asked)) return parts ?? undefined;
  return headlinesDraft(desk(), question.regions) ?? undefined;
};

const COUNTS_PARTS = /几(?:个|大|项)?(?:方面|部分|条|件|项)/u;

/** 教育有什么进展, 总结一下: the main points of a theme or of a report. */
export const topicStep: Step = async ({ desk }) => (await topicDraft(desk())) ?? undefined;

/** 哪个区的财政收入最高: over the regions held, from the table, before any sentence with a superlative. */
export const overRegionsStep: Step = ({ question, sources }) => {
  const { regions, indicators, asked } = question;
  if (regions.length > 0 || indicators.length === 0 || !patterns.ranging.test(asked)) return undefined;
  // The amount before its growth; and where no year is held by two regions, each region's newest figure.
  const amounts = indicators.map((indicator) => ({ ...indicator, names: indicator.names.slice(0, 1) }));
  for (const named of [amounts, indicators])
    for (const operation of [question.operation, "value"] as const) {
      const asking = { ...question, indicators: named, operation };
      const told = figuresDraft(asking, () => new Desk(asking, sources));
      if (told !== null) return overAllYears(asking, sources, told);
    }
  return undefined;
};

/** Where no year is asked and the year two regions share leaves out others that are held, each region's newest figure. */
function overAllYears(asking: Question, sources: Sources, told: Draft): Draft {
  if (asking.years.length > 0) return told;
  const spread = byRegionDraft(new Desk(asking, sources));
  const regions = ({ used }: Draft) => new Set(used.map(({ row }) => row.region)).size;
  return spread !== null && regions(spread) > regions(told) ? spread : told;
}
