import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const MEASURE = /^(?:总?面积|总?人口)$/u;
const OF_REGION = /(?:全[国省市州区县]|辖区|幅员|区域|国土|行政|常住|户籍|总)[^,。;、]{0,4}(?:面积|人口)/u;

/** 渝北区面积多大, 渝北一共多少人口: how large the region itself is, which no floor or plot of it tells, nor some of its people. */
export const asksOwn = ({ topic, indicators, ...rest }: Question): boolean =>
  MEASURE.test(foldPlain(topic).replaceAll(" ", "")) ||
  (isMostlyIndicator(rest) && indicators.some(({ phrase }) => MEASURE.test(foldPlain(phrase))));

/** Whether folded words tell a measure of the region itself. */
export const tellsOwn = (folded: string): boolean => OF_REGION.test(folded);
