import { unsupported } from "#answer/asked/residue-supported.ts";
import { asksOverYears, overYearsDraft } from "#answer/compare/over-years.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { byRegionDraft } from "#answer/figures/by-region.ts";
import { figuresDraft } from "#answer/figures/figures-draft.ts";
import { selectionFor } from "#answer/figures/indicator-list.ts";
import { overallDraft } from "#answer/figures/overall.ts";
import { overviewDraft } from "#answer/figures/overview.ts";
import { totalDraft } from "#answer/figures/total.ts";
import { listTableDraft } from "#answer/lists/list-table.ts";
import { extremeOfTable } from "#answer/lists/table-extreme.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { isSurelyRead, SURELY } from "#answer/passages/read-choice.ts";
import { reportItselfDraft } from "#answer/passages/report-itself.ts";
import { onlyNearest } from "#answer/several/joined-drafts.ts";
import type { Sources } from "#answer/sources.ts";
import { topicDraft } from "#answer/topics/topic-draft.ts";
import { partOfYear } from "#indicators/period-words.ts";
import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import { patterns } from "#question/patterns.ts";
import type { Question } from "#question/question.ts";
import { meaningStep, reasonStep } from "./explained.ts";
import { againstWholeStep, figuresStep, rankStep } from "./figures-told.ts";
import { indicatorsListed, listDraft } from "./list-draft.ts";
import { nearestStep, otherMeasureStep } from "./nearest-told.ts";
import { type Asked, CAPTION_NAMED, type Step } from "./step.ts";

/** A figure of one year is no answer to several. */
const overYearsStep: Step = async ({ question, desk }) => {
  if (!asksOverYears(question)) return undefined;
  return overYearsDraft(desk()) ?? (await passageDraft(desk(), "passage", SURELY));
};

/** 2022年未完成的9项指标: a list is asked for by its name alone. */
const namedListStep: Step = ({ question, desk }) => {
  const selection =
    question.operation === "passage" && BARE_LIST.test(question.asked) ? selectionFor(question) : null;
  return selection === null ? undefined : (indicatorsListed(desk(), selection) ?? undefined);
};

const BARE_LIST = /(?:指标|目标)(?:清单|名单|列表|情况)?[。.]?$/;

/** 有哪些, 几项: a list, and for 有哪些 of no indicator a passage at least. */
const listStep: Step = async ({ question, desk }) => {
  const { operation } = question;
  if (operation !== "list" && operation !== "count") return undefined;
  const listed = listDraft(question, desk);
  if (listed !== null) return listed;
  const told =
    operation === "list" && !isMostlyIndicator(question) ? await passageDraft(desk(), "list") : null;
  return told ?? undefined;
};

/** 20件民生实事 and nothing else asked. */
const captionStep: Step = ({ question: { operation, topic }, desk }) =>
  operation === "passage" && /\d+[件项个条]/.test(topic)
    ? (listTableDraft(desk(), CAPTION_NAMED) ?? undefined)
    : undefined;

/** 哪个区的财政收入最高: over the regions held, from the table, before any sentence with a superlative. */
const overRegionsStep: Step = ({ question, sources }) => {
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

/** The ways to answer, in the order they are tried: the more a way demands of a question, the earlier. */
const STEPS: readonly Step[] = [
  ({ desk }) => reportItselfDraft(desk()) ?? undefined,
  ({ question, desk }) => (question.operation === "met" ? (overallDraft(desk()) ?? undefined) : undefined),
  overYearsStep,
  ({ desk }) => totalDraft(desk()) ?? undefined,
  ({ question, desk }) =>
    selectionFor(question)?.met === false ? undefined : (overviewDraft(desk()) ?? undefined),
  meaningStep,
  reasonStep,
  namedListStep,
  async ({ desk }) => (await topicDraft(desk())) ?? undefined,
  overRegionsStep,
  ({ desk }) => extremeOfTable(desk()) ?? undefined,
  listStep,
  captionStep,
  rankStep,
  againstWholeStep,
  figuresStep,
  otherMeasureStep,
  nearestStep,
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
  { desk }: Asked,
  draft: Draft | null | undefined,
): Promise<Draft | null | undefined> {
  if (draft?.status !== "refused" || draft.reason !== "not_in_corpus") return draft;
  return (await passageDraft(desk(), "passage", SURELY)) ?? draft;
}

/**
 * The words that the draft speaks of nowhere. Where a passage is quoted of which the reader is sure, it has weighed them: what
 * it says in other words (入驻 for 入住, 房屋 for 房子) is said. A figure of the table it has not chosen.
 */
async function leftOut({ question, sources, desk }: Asked, draft: Draft): Promise<readonly string[]> {
  const words = unsupported(question, draft, sources);
  if (words.length === 0 || draft.used.length > 0 || !(await isSurelyRead(desk(), draft))) return words;
  const quoted = draft.book.citations.map(({ quote }) => quote).join("");
  return words.filter((word) => !isPutOtherwise(word, quoted));
}

/** 入驻 for 入住, 按摩店铺 for 按摩店: the first character and half of the pairs of characters; 业 of 航空业 is in any report. */
function isPutOtherwise(word: string, quoted: string): boolean {
  const pairs = [...word].slice(1).map((sign, at) => `${word[at] ?? ""}${sign}`);
  if (pairs.length <= 1) return quoted.includes(word.charAt(0)) && partOfYear(word, 2000) === null;
  return pairs.filter((pair) => quoted.includes(pair)).length * 2 >= pairs.length;
}

/** 茶叶产值 where only the value of all crops is told: that is said, and the wider figure is the nearest thing. */
function withoutResidue(desk: Desk, wider: Draft, words: readonly string[]): Draft {
  const said = words.map((word) => `“${word}”`).join("、");
  return onlyNearest(desk, wider, desk.say("refuse.residue", { words: said }));
}
