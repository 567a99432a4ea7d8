import type { Draft } from "#answer/draft.ts";
import { SURE } from "#answer/passages/good-enough.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { contains } from "#domain/span.ts";
import type { Asked } from "./step.ts";

const ASKS_TWICE = /(?:多少|几|多高|多大)[^,，、;；]*[,，、;；].*(?:多少|几|多高|多大|呢)/u;

/** 交了多少套，交付率多高 where the figure of one is told: the passage that tells it with the other; else the draft as it is. */
export async function asWellAs({ question, desk }: Asked, draft: Draft): Promise<Draft> {
  const [told, second] = draft.used;
  if (told === undefined || second !== undefined || !ASKS_TWICE.test(question.asked)) return draft;
  const passage = await passageDraft(desk(), "passage", SURE);
  const [citation, another] = passage?.book.citations ?? [];
  if (passage === null || citation === undefined || another !== undefined) return draft;
  const tellsIt = told.row.documentId === citation.documentId && contains(citation, told.row);
  return tellsIt ? passage : draft;
}
