import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { indicatorListDraft, selectionFor } from "#answer/figures/indicator-list.ts";
import { valueDraft } from "#answer/figures/value.ts";
import { countedListDraft } from "#answer/passages/counted-list.ts";
import { definitionDraft, namesEntry } from "#answer/passages/definition.ts";
import { formedDraft } from "#answer/passages/formed.ts";
import { groundsDraft } from "#answer/passages/grounds.ts";
import { asksMeaning, explainingDraft, unexplainedDraft } from "#answer/passages/meaning.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { reasonEntryDraft, unmetReasonsDraft } from "#answer/passages/reason-entry.ts";
import { closerPassage } from "./closer-passage.ts";
import type { Step } from "./step.ts";

/** 什么是QFLP, 这个指标是什么意思. */
export const meaningStep: Step = async ({ question, glossary, desk }) => {
  const meaning = asksMeaning(question);
  if (question.operation !== "definition" && !meaning && !namesEntry(desk(), glossary)) return undefined;
  const defined = definitionDraft(desk(), glossary);
  if (defined !== null) return defined;
  const counted = meaning ? countedListDraft(desk()) : await formedDraft(desk());
  if (counted !== null) return counted;
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
    groundsDraft(desk()) ??
    (question.indicators.length > 0 ? await closerPassage(desk(), "reason") : null) ??
    reasonEntryDraft(desk()) ??
    (await passageDraft(desk(), "reason")) ??
    remarkDraft(desk())
  );
};

/** 哪些指标没完成，为什么: the list, and the reasons the report gives for each. */
function unmetDraft(desk: Desk): Draft | null {
  const selection = desk.question.indicators.length > 0 ? null : selectionFor(desk.question);
  if (selection?.met !== false) return null;
  const listed = indicatorListDraft(desk, selection);
  return listed === null ? null : unmetReasonsDraft(desk, listed);
}

/** No reason is told, but the table's remark (市级未反馈) is one. */
function remarkDraft(desk: Desk): Draft | null {
  const draft = desk.question.indicators.length === 0 ? null : valueDraft(desk);
  return draft?.used.some(({ row }) => row.note !== null) === true ? draft : null;
}
