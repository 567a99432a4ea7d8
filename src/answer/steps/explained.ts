import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { selectionFor } from "#answer/figures/indicator-list.ts";
import { valueDraft } from "#answer/figures/value.ts";
import {
  asksMeaning,
  definitionDraft,
  explainingDraft,
  namesEntry,
  unexplainedDraft,
} from "#answer/passages/definition.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { heldTerms, knownShareOf, termsOf } from "#read/query-terms.ts";
import { closerPassage } from "./closer-passage.ts";
import { indicatorsListed } from "./lists-told.ts";
import type { Step } from "./step.ts";

/** 什么是QFLP, 这个指标是什么意思. */
export const meaningStep: Step = async ({ question, glossary, desk }) => {
  const meaning = asksMeaning(question);
  if (question.operation !== "definition" && !meaning && !namesEntry(desk(), glossary)) return undefined;
  const defined = definitionDraft(desk(), glossary);
  if (defined !== null) return defined;
  return (
    (await passageDraft(desk(), "definition")) ??
    (meaning ? (explainingDraft(desk()) ?? unexplainedDraft(desk())) : null)
  );
};

/** 为什么没完成. */
export const reasonStep: Step = async ({ question, desk }) => {
  if (question.operation !== "reason") return undefined;
  return (
    unmetDraft(desk()) ??
    (question.indicators.length > 0 ? await closerPassage(desk(), "reason") : null) ??
    (await passageDraft(desk(), "reason")) ??
    remarkDraft(desk()) ??
    (await ofStateDraft(desk()))
  );
};

/** 哪些指标没完成，为什么: the list, with the report's own account of it. */
function unmetDraft(desk: Desk): Draft | null {
  const selection = desk.question.indicators.length > 0 ? null : selectionFor(desk.question);
  return selection?.met === false ? indicatorsListed(desk, selection) : null;
}

/** How a figure stands and moves; everything else is said of the thing itself. */
const OF_FIGURE = /[增降涨跌升高低多少快慢大小差负没未比]|完成|达标|目标|放缓|下滑|回落|不及/u;
/** Share of what is said of the thing that a reason must hold. */
const SAID = 0.5;

/** 市场主体为什么信心不足: no figure of the indicator is asked about, and words on its state may tell why. */
async function ofStateDraft({ question, sources }: Desk): Promise<Draft | null> {
  const said = question.indicators.reduce((topic, { phrase }) => topic.replace(phrase, " "), question.topic);
  const terms = termsOf(sources, said);
  if (question.indicators.length === 0 || !/\p{L}{2}/u.test(said) || OF_FIGURE.test(said)) return null;
  const draft = await passageDraft(
    new Desk({ ...question, indicators: [], indicatorShare: 0 }, sources),
    "reason",
  );
  const told = draft?.book.citations.map(({ quote }) => quote).join("") ?? "";
  return knownShareOf(terms, heldTerms(terms, told)) >= SAID ? draft : null;
}

/** No reason is told, but the table's remark (市级未反馈) is one. */
function remarkDraft(desk: Desk): Draft | null {
  const draft = desk.question.indicators.length === 0 ? null : valueDraft(desk);
  return draft?.used.some(({ row }) => row.note !== null) === true ? draft : null;
}
