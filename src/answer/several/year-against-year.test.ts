import { expect, test } from "vitest";
import type { Question } from "#question/question.ts";
import { yearAgainstYear } from "./year-against-year.ts";

const question = (asked: string): Question => ({
  text: asked,
  asked,
  language: "zh",
  gate: null,
  intent: "report",
  regions: ["大渡口区"],
  otherRegions: [],
  inside: [],
  unclearPlace: null,
  years: [2022, 2023],
  relativeYear: null,
  indicators: [],
  kinds: [],
  places: [],
  yearKinds: { 2023: ["target"] },
  sides: [],
  measure: null,
  aspect: "other",
  operation: "difference",
  topic: asked,
  residue: [],
  indicatorShare: 0,
  leans: false,
  followUp: false,
  dangling: false,
});

test.each([
  ["大渡口生态环保产业2023年营收目标比2022年实际多多少", "大渡口生态环保产业"],
  ["大渡口快消品产业，2022年营收和2023年目标差好多倍数？", "大渡口快消品产业,"],
])("%s is asked of each year", (asked, lead) => {
  expect(yearAgainstYear(question(asked))).toEqual([
    `${lead}2022年营收是多少`,
    `${lead}2023年营收目标是多少`,
  ]);
});

test.each(["大渡口2022年和2023年的营收目标是多少", "大渡口2023年营收比上年多多少"])("%s is not", (asked) => {
  expect(yearAgainstYear(question(asked))).toBeNull();
});
