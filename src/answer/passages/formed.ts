import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { classLineDraft } from "./class-line.ts";
import { countedListDraft } from "./counted-list.ts";
import { definingClauseDraft } from "./defining-clause.ts";
import { labelledDraft } from "./labelled.ts";
import { measuresDraft } from "./measures.ts";
import { openedDraft } from "./opened.ts";
import { ranksOverYearsDraft } from "./ranks-over-years.ts";
import { superlativeDraft } from "./superlative.ts";

/** 第二产业包括什么: what a term contains is asked for as a list. */
const CONTENTS = /(?:包括|包含|涵盖|是指|统计范围)[^，。]{0,6}(?:什么|啥|哪些)/;

/** The answer to a question whose answer has a form of its own: counted things, problems, targets, measures. */
export async function formedDraft(desk: Desk): Promise<Draft | null> {
  const contained = CONTENTS.test(desk.question.asked) ? definingClauseDraft(desk) : null;
  if (contained !== null) return contained;
  const said =
    classLineDraft(desk) ??
    labelledDraft(desk) ??
    ranksOverYearsDraft(desk) ??
    countedListDraft(desk) ??
    openedDraft(desk);
  if (said !== null) return said;
  const extreme = desk.question.regions.length < 2 ? await superlativeDraft(desk) : null;
  return extreme ?? (await measuresDraft(desk));
}
