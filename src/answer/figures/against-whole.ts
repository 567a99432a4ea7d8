import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { documentsFor } from "#answer/passages/find-candidates.ts";
import { asItem } from "#answer/passages/quote.ts";
import { onlyNearest } from "#answer/several/joined-drafts.ts";
import { textsOf } from "#answer/verify.ts";
import { sliceOf } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses, sentences } from "#text/sentences.ts";

/** 高于全市平均水平, 比全市快, 居全市第二: what sets a figure against all of the whole. */
const WHOLE = "(?:全[市省国]|主城都市区|中心城区)";
const TELLS = new RegExp(
  `(?:[高低快慢优大小多少]于|超过|领先于?|比)${WHOLE}|${WHOLE}[^，。；]{0,6}(?:第[一二三四五六七八九十\\d]|首位|前列|前[一二三\\d])`,
  "u",
);

/** 比全市高还是低, 跟全国平均比呢: of one figure of one region. */
export const asksAgainstWhole = ({ asked, regions, indicators }: Question): boolean =>
  regions.length === 1 && indicators.length === 1 && patterns.againstWhole.test(foldPlain(asked));

/**
 * A figure set against the whole its region lies in: as the table remarks it, else in the sentence's own clauses; where
 * neither tells, that is said and the figure is only the nearest thing. `figures` is what the table tells of the figure.
 */
export function againstWholeDraft(desk: Desk, figures: Draft | null): Draft | null {
  const texts = figures?.blocks.flatMap(textsOf) ?? [];
  if (texts.some(tellsAsked(desk.question))) return figures;
  const told = inClauses(desk);
  if (told !== null) return told;
  const row = figures?.used[0]?.row;
  if (figures?.status !== "answered" || row === undefined) return null;
  const unsaid = desk.say("whole.unsaid", {
    where: desk.region(row.region),
    when: desk.year(row.year),
    indicator: desk.indicatorOf(row),
  });
  return onlyNearest(desk, figures, unsaid);
}

/** 总量居全市第一 tells nothing of the growth, nor of the country. */
function tellsAsked({ asked, indicators }: Question): (words: string) => boolean {
  const country = asked.includes("全国");
  const growth = indicatorNames(indicators).every((name) => /增速|增长率/u.test(name));
  return (words) =>
    TELLS.test(words) && words.includes("全国") === country && !(growth && /^[^增]*总量/u.test(words));
}

/** From the clause that names the indicator to the one behind it that sets it against the whole. */
function inClauses(desk: Desk): Draft | null {
  const { indicators, years } = desk.question;
  const tells = tellsAsked(desk.question);
  const names = indicatorNames(indicators).map((name) => name.replace(/(?:增速|增长率)$/u, ""));
  for (const { id, text, reviewYear } of documentsFor(desk)) {
    if (years.length > 0 && (reviewYear === null || !years.includes(reviewYear))) continue;
    for (const sentence of sentences(text)) {
      let named: number | null = null;
      for (const clause of clauses(text, sentence)) {
        const words = sliceOf(text, clause);
        if (names.some((name) => words.includes(name))) named = clause.start;
        if (named !== null && tells(words)) {
          const span = { start: named, end: clause.end };
          const said = asItem(sliceOf(text, span)).replace(/[，；。]$/u, "");
          return desk.draft("passage", [
            { type: "paragraph", text: `${said}。[${desk.book.cite(id, span)}]` },
          ]);
        }
        if (/[；;]$/u.test(words)) named = null;
      }
    }
  }
  return null;
}
