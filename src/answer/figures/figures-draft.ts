import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Question } from "#question/question.ts";
import { comparisonDraft } from "./compare.ts";
import { metDraft } from "./met-draft.ts";
import { metOtherwise } from "./other-measure.ts";
import { valueDraft } from "./value.ts";

/** The indicators a question names, from the table, in the form it asks for; null where the table holds none of them. */
export function figuresDraft(question: Question, desk: () => Desk): Draft | null {
  switch (question.operation) {
    case "met":
      return metDraft(desk()) ?? metOtherwise(question, desk()) ?? valueDraft(desk());
    case "compare":
    case "difference":
    case "series":
    case "rank": {
      const ending = {
        compare: "comparison",
        difference: "difference",
        series: "series",
        rank: "rank",
      } as const;
      return comparisonDraft(desk(), ending[question.operation]) ?? valueDraft(desk());
    }
    default:
      return valueDraft(desk());
  }
}
