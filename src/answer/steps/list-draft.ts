import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { indicatorListDraft, type Selection, selectionFor } from "#answer/figures/indicator-list.ts";
import { countedListDraft } from "#answer/passages/counted-list.ts";
import { formedDraft } from "#answer/passages/formed.ts";
import { forms } from "#answer/passages/forms.ts";
import { listSectionsDraft } from "#answer/passages/list-sections.ts";
import { listTableDraft } from "#answer/passages/list-table.ts";
import { reportsWords, withSentence } from "#answer/passages/reports-words.ts";
import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { tellingWords } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";

/** So many characters beside 目标, 主要, 全年 … name something. */
const OWN = 4;
/** 指标从哪四个维度提出: what is counted are no indicators. */
const COUNTS_OTHERS =
  /哪[“"]?[二三四五六七八九十\d]+[个大项类条种](?!.{0,6}(?:指标|目标))[\u4e00-\u9fff“"]{2}/;

/**
 * 有哪些, 几项: the first that fits of counted reasons, indicators, a table, a form of its own, and the parts of a
 * section. Null where only a passage may answer.
 */
export async function listDraft(question: Question, desk: () => Desk): Promise<Draft | null> {
  const counts = forms.grounds.test(question.asked) || COUNTS_OTHERS.test(foldPlain(question.asked));
  const counted = counts ? countedListDraft(desk()) : null;
  if (counted !== null) return counted;
  const selection = namesFigure(question) || ownSubject(question) ? null : selectionFor(question);
  const listed = selection === null ? null : indicatorsListed(desk(), selection);
  if (listed !== null) return listed;
  return (
    listTableDraft(desk()) ??
    (await formedDraft(desk())) ??
    (question.operation === "list" ? listSectionsDraft(desk()) : null)
  );
}

/** The indicators selected; those not met with the report's own words on them. Null where no table can tell. */
export function indicatorsListed(desk: Desk, selection: Selection): Draft | null {
  const listed = indicatorListDraft(desk, selection);
  if (listed === null || selection.met === false) return listed === null ? null : reportsWords(desk, listed);
  return selection.attribute === null ? listed : withSentence(desk, listed, selection.attribute);
}

/** GDP目标分别是多少 lists figures of one indicator, not the indicators. */
const namesFigure = (question: Question): boolean =>
  isMostlyIndicator(question) && /多少|几/.test(question.asked);

/** 五大产业集群的营业收入目标分别是多少: figures of something the tables do not list. */
function ownSubject({ asked, indicators, topic }: Question): boolean {
  if (indicators.length > 0 || !/多少|几[^个项]/.test(asked)) return false;
  const rest = forms.openers.find((opener) => opener.asked.test("目标"))?.rest;
  const subject = tellingWords(topic, foldPlain(asked));
  return rest !== undefined && subject.replace(rest, "").replace(/[^\p{L}]/gu, "").length >= OWN;
}
