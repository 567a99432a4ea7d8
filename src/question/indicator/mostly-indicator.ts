import type { Question } from "#question/question.ts";

/** Chosen on the development questions: below it, words beside the indicator's name are what is asked about. */
const MOSTLY = 0.6;

/** Whether a question asks for an indicator and little else: 去年GDP是多少, and not 去年为GDP增长做了什么. */
export const isMostlyIndicator = ({ indicatorShare }: Pick<Question, "indicatorShare">): boolean =>
  indicatorShare >= MOSTLY;
