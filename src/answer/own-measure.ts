import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const MEASURE = /^(?:总?面积|总?人口)$/u;

/** 渝北区面积多大: how large the region itself is, which no floor or plot of it tells. */
export const asksOwn = ({ topic, indicators }: Question): boolean =>
  indicators.length === 0 && MEASURE.test(foldPlain(topic).replaceAll(" ", ""));
