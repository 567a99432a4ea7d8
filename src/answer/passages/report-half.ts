import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { partAt } from "#indicators/extract-part.ts";
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

/** The half of a report an offset stands in, as its chapters tell; null when they do not. */
export function halfAt(document: SourceDocument, offset: number): Half | null {
  const part = partAt(document, offset);
  return part === null ? null : part === "plan" ? "ahead" : "back";
}

/** The years that a stretch prints, and the one that its half of the report is about. */
export function yearsAt(document: SourceDocument, span: Span): readonly (number | null)[] {
  const half = halfAt(document, span.start);
  const printed = [...sliceOf(document.text, span).matchAll(/(?:19|20)\d{2}(?=年)/gu)].map(Number);
  return [half === "ahead" ? document.planYear : document.reviewYear, ...printed];
}

/** The half that the years of a question name in this report. */
export function halfOfYears(
  { years }: Pick<Question, "years">,
  document: Pick<SourceDocument, "planYear" | "reviewYear">,
): Half | null {
  const [year, another] = years;
  if (year === undefined || another !== undefined) return null;
  if (document.planYear === document.reviewYear) return null;
  if (year === document.planYear) return "ahead";
  return year === document.reviewYear ? "back" : null;
}
