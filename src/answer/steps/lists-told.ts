import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { indicatorListDraft, type Selection, selectionFor } from "#answer/figures/indicator-list.ts";
import { countedListDraft } from "#answer/lists/list-counted.ts";
import { listTableDraft } from "#answer/lists/list-table.ts";
import { reportsWords } from "#answer/lists/reports-account.ts";
import { extremeOfTable } from "#answer/lists/table-extreme.ts";
import { forms } from "#answer/passages/forms.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { tellingWords } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";
import { CAPTION_NAMED, type Step } from "./step.ts";

/** So many characters beside 目标, 主要, 全年 … name something. */
const OWN = 4;
/**
 * 有哪些, 几项: the indicators selected, else the rows of a table, else the items or headings that the report counts out.
 * Null where only a passage may answer.
 */
function listDraft(question: Question, desk: () => Desk): Draft | null {
  const selection = namesFigure(question) || ownSubject(question) ? null : selectionFor(question);
  const listed = selection === null ? null : indicatorsListed(desk(), selection);
  return listed ?? listTableDraft(desk()) ?? countedListDraft(desk());
}

/** The indicators selected; those not met with the report's own account of them. Null where no table can tell. */
export function indicatorsListed(desk: Desk, selection: Selection): Draft | null {
  const listed = indicatorListDraft(desk, selection);
  return listed !== null && selection.met === false ? reportsWords(desk, listed) : listed;
}

/** GDP目标分别是多少 lists figures of one indicator, not the indicators. */
const namesFigure = (question: Question): boolean =>
  isMostlyIndicator(question) && /多少|几/.test(question.asked);

/** 五大产业集群的营业收入目标分别是多少: figures of something the tables do not list. */
function ownSubject({ asked, indicators, topic }: Question): boolean {
  if (indicators.length > 0 || !/多少|几[^个项]/.test(asked)) return false;
  const subject = tellingWords(topic, foldPlain(asked)).replace(forms.aims, "");
  return subject.replace(/[^\p{L}]/gu, "").length >= OWN;
}

/** 2022年未完成的9项指标: a list is asked for by its name alone. */
export const namedListStep: Step = ({ question, desk }) => {
  const selection =
    question.operation === "passage" && BARE_LIST.test(question.asked) ? selectionFor(question) : null;
  return selection === null ? undefined : (indicatorsListed(desk(), selection) ?? undefined);
};

const BARE_LIST = /(?:指标|目标)(?:清单|名单|列表|情况)?[。.]?$/;

/** 有哪些, 几项: a list, and for 有哪些 of no indicator a passage at least. */
export const listStep: Step = async ({ question, desk }) => {
  const { operation } = question;
  if (operation !== "list" && operation !== "count") return undefined;
  const listed = listDraft(question, desk);
  if (listed !== null) return listed;
  const told =
    operation === "list" && !isMostlyIndicator(question) ? await passageDraft(desk(), "list") : null;
  return told ?? undefined;
};

/** 20件民生实事 and nothing else asked. */
export const captionStep: Step = ({ question: { operation, topic }, desk }) =>
  operation === "passage" && /\d+[件项个条]/.test(topic)
    ? (listTableDraft(desk(), CAPTION_NAMED) ?? undefined)
    : undefined;

/** 民生实事里哪一件投资最多: the largest or smallest rows of a table. */
export const extremeStep: Step = ({ desk }) => extremeOfTable(desk()) ?? undefined;
