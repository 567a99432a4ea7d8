import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { expectationOf, meets } from "#answer/passages/expectation.ts";
import { onlyNearest } from "#answer/several/joined-drafts.ts";
import { textsOf } from "#answer/verify.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import type { Question } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";

/** 排第几, 全市排名 of one region; 谁排第一 ranks several. */
export function asksOwnRank({ asked, operation, regions, indicators }: Question): boolean {
  if (!expectationOf(foldPlain(asked)).rank) return false;
  if (operation === "value") return true;
  // 工业投资和技改投资分别排第几: the ranks of two figures of one region.
  const each = operation === "compare" && indicators.length > 1;
  return regions.length === 1 && (operation === "rank" || each);
}

/** 连续几年第一: for how long on end, of one figure. */
export const asksStreak = ({ asked, operation }: Question): boolean =>
  operation === "value" && expectationOf(foldPlain(asked)).streak;

/** A rank (排第几) is no figure: where the report tells none, that is said and the figure is only the nearest thing. */
export function rankUnsaid(desk: Desk, draft: Draft): Draft {
  const expectation = expectationOf(foldPlain(desk.question.asked));
  const row = draft.used[0]?.row;
  if (!asksOwnRank(desk.question) || row === undefined) return draft;
  const texts = draft.blocks.flatMap(textsOf);
  // 全市第3位 is no rank in the country.
  const country = desk.question.asked.includes("全国");
  const tells = (text: string) =>
    meets(expectation, foldPlain(text)) === 1 && (!country || text.includes("全国"));
  if (draft.status !== "answered" || texts.some(tells)) return draft;
  const unsaid = desk.say("rank.unsaid", {
    where: desk.region(row.region),
    when: desk.year(row.year),
    indicator: `${desk.indicatorOf(row)}${country && desk.question.language === "zh" ? "在全国" : ""}`,
  });
  return onlyNearest(desk, draft, unsaid);
}

/**
 * Whether words tell the rank asked for, where one is. A sentence tells ranks one by one: …增速居第一位；外贸进出口总额41亿元
 * ranks nothing of the second.
 */
export function ranksAsked(desk: Desk, draft: Draft): boolean {
  const { question } = desk;
  if (!asksOwnRank(question)) return true;
  const expectation = expectationOf(foldPlain(question.asked));
  const texts = draft.blocks.flatMap(textsOf).map(foldPlain);
  if (question.asked.includes("全国") && !texts.some((text) => text.includes("全国"))) return false;
  const parts = texts.flatMap((text) => text.split(/[;。]/u));
  const names = indicatorNames(question.indicators).map((name) => name.replace(/(?:增速|增长率?)$/u, ""));
  const naming = parts.filter((part) => names.some((name) => part.includes(name)));
  if (naming.length > 0) return naming.some((part) => meets(expectation, part) === 1);
  const subject = otherWords(question);
  return texts.some((text) => pairsOf(subject).some((pair) => text.includes(pair)));
}

const RANKING = /全[国市省区县]|第几?|排|名次?|位次?|[在居列的]/gu;

/** What the topic names beside indicators and the field they are ranked in. */
function otherWords({ topic, indicators }: Question): string {
  const rest = indicators.reduce((left, { phrase }) => left.replace(foldPlain(phrase), ""), foldPlain(topic));
  return rest.replaceAll(" ", "").replace(RANKING, "");
}
