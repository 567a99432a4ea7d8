import type { SourceDocument } from "#domain/document.ts";
import { sectionAt, sectionPath } from "#domain/document.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { forms } from "./forms.ts";

export type Half = "back" | "ahead";

/** Whether a question looks back on what was done or ahead to what is planned; null when it does not say. */
export function halfAsked({ asked, kinds }: Question): Half | null {
  const folded = foldPlain(asked);
  if (forms.back.test(folded)) return "back";
  if (kinds.includes("target") || forms.ahead.test(folded)) return "ahead";
  return null;
}

/** The half of a report an offset stands in, as the headings above it tell; null when they do not. */
export function halfAt(document: SourceDocument, offset: number): Half | null {
  const path = sectionPath(document, sectionAt(document, offset)?.id ?? null);
  for (const title of path) {
    const folded = foldPlain(title);
    const years = [...folded.matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year));
    if (document.planYear !== null && years.includes(document.planYear)) return "ahead";
    if (document.reviewYear !== null && years.includes(document.reviewYear)) return "back";
    if (forms.backHeading.test(folded)) return "back";
    if (forms.aheadHeading.test(folded)) return "ahead";
  }
  return null;
}

/** The half that the years of a question name in this report. */
export function halfOfYears({ years }: Question, document: SourceDocument): Half | null {
  const [year, another] = years;
  if (year === undefined || another !== undefined) return null;
  if (year === document.planYear) return "ahead";
  return year === document.reviewYear ? "back" : null;
}
