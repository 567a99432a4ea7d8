import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { forms } from "./forms.ts";

/** From this share on a question is about the figure, and 怎么样 asks how it came out. */
const MOSTLY_INDICATOR = 0.6;

/** True for 怎么推进, 采取了哪些措施: what was or will be done is asked for, which takes more than one sentence. */
export function asksMeasures({ asked, operation, indicatorShare }: Question): boolean {
  if (operation !== "passage" && operation !== "list" && operation !== "value") return false;
  const folded = foldPlain(asked);
  return forms.measures.test(folded) || (forms.manner.test(folded) && indicatorShare < MOSTLY_INDICATOR);
}
