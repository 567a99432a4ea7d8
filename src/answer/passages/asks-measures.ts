import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { forms } from "./forms.ts";

/**
 * True for 怎么推进, 采取了哪些措施: what was or will be done is asked for, which takes more than one sentence. Of an
 * indicator 怎么样 asks how it came out.
 */
export function asksMeasures(question: Question): boolean {
  const { asked, operation } = question;
  if (operation !== "passage" && operation !== "list" && operation !== "value") return false;
  const folded = foldPlain(asked);
  return forms.measures.test(folded) || (forms.manner.test(folded) && !isMostlyIndicator(question));
}
