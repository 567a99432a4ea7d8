import { z } from "zod";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { documentsNewestFirst } from "#answer/passages/find-candidates.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import { asksTargetOnly, type Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";
import overYearsData from "./over-years.json" with { type: "json" };

const data = z
  .strictObject({
    about: z.string(),
    asked: z.string(),
    yearly: z.string(),
    told: z.string(),
    period: z.string(),
    aimed: z.string(),
  })
  .parse(overYearsData);
const ASKED = new RegExp(data.asked, "u");
const YEARLY = new RegExp(data.yearly, "u");
const TOLD = new RegExp(data.told, "u");
const PERIOD = new RegExp(data.period, "u");
const AIMED = new RegExp(data.aimed, "u");

/** True for 十三五年均增长多少, 五年提高几个点: a figure over several years is asked of an indicator. */
export function asksOverYears({ asked, indicators, operation }: Question): boolean {
  const [indicator, another] = indicators;
  if (indicator === undefined || another !== undefined) return false;
  // 三年里哪年最高 sets single years side by side; 十三五期间年均 names all of the plan's.
  if (
    !YEARLY.test(foldPlain(asked)) &&
    (operation === "series" || operation === "rank" || operation === "compare")
  )
    return false;
  return ASKED.test(foldPlain(asked)) && !indicator.names.some((name) => YEARLY.test(name));
}

interface Found {
  readonly document: SourceDocument;
  readonly sentence: Span;
  readonly words: Span;
}

/**
 * The words of a report that tell how an indicator went over several years, from its name to the figure; the newest
 * report first, and where a five-year plan is named one that speaks of no other. Null where none does: the figure of a
 * single year is never told in its place.
 */
export function overYearsDraft(desk: Desk): Draft | null {
  const { question } = desk;
  const asked = foldPlain(question.asked);
  const period = PERIOD.exec(asked)?.[0] ?? null;
  const aim = asksTargetOnly(question);
  const found = documentsNewestFirst(desk).flatMap((document) => toldIn(document, question));
  const fits = ({ document: { text }, sentence, words }: Found): boolean => {
    const lead = foldPlain(text.slice(sentence.start, words.end));
    const spoken = PERIOD.exec(lead)?.[0] ?? period;
    return spoken === (period ?? spoken) && AIMED.test(lead) === aim;
  };
  const best = found.find(fits);
  if (best === undefined) return null;
  const marker = `[${desk.book.cite(best.document.id, best.sentence)}]`;
  const text = sliceOf(best.document.text, best.words)
    .replaceAll("\n", "")
    .replace(/[，,；;。]$/u, "");
  return desk.draft("passage", [{ type: "paragraph", text: `${text}。${marker}` }]);
}

/** Sentences that name the indicator and, in that clause or behind it, say how it went over years. */
function toldIn(document: SourceDocument, question: Question): Found[] {
  const { text } = document;
  const names = namesOf(question);
  const told = YEARLY.test(foldPlain(question.asked)) ? YEARLY : TOLD;
  return sentences(text).flatMap((sentence): Found[] => {
    const folded = foldPlain(sliceOf(text, sentence));
    if (!told.test(folded) || !names.some((name) => folded.includes(name))) return [];
    const pieces = clauses(text, sentence);
    const said = pieces.map((piece) => foldPlain(sliceOf(text, piece)));
    const first = said.findIndex((words) => names.some((name) => words.includes(name)));
    const last = said.findIndex((words, at) => at >= first && told.test(words) && /\d/.test(words));
    const [start, end] = [pieces[first]?.start, pieces[last]?.end];
    if (start === undefined || end === undefined || last - first > NEAR) return [];
    return [{ document, sentence, words: { start, end } }];
  });
}

/** Clauses between an indicator's name and what is said of it. */
const NEAR = 2;

/** The indicator's names; city and country are often told together (城乡居民…年均分别增长). */
function namesOf({ indicators }: Question): string[] {
  const names = indicatorNames(indicators);
  const together = names.flatMap((name) =>
    /^(?:城镇|农村)居民/.test(name) ? [name.replace(/^../, "城乡")] : [],
  );
  return [...new Set([...names, ...together])].filter((name) => name.length > 1);
}
