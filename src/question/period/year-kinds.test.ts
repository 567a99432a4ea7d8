import { expect, test } from "vitest";
import { kindsIn, withYearsInBrackets, yearKindsIn } from "./year-kinds.ts";

test.each([
  ["2022年目标", ["target"]],
  ["2022年实际", ["actual"]],
  ["目标和实际", ["target", "actual"]],
  ["实际利用外资", []],
  ["人均预期寿命", []],
  ["2022年gdp", []],
  ["2022年做到多少", ["actual"]],
  ["2023年想做到多少", ["target"]],
  ["目标是做到多少", ["target"]],
  ["2022年做到的", ["actual"]],
  ["2022年干成多少", ["actual"]],
  ["2023年要到的", ["target"]],
])("%s → %j", (text, kinds) => expect(kindsIn(text)).toEqual(kinds));

test.each([
  ["2022年实际、2023年目标", { 2022: ["actual"], 2023: ["target"] }],
  ["2020年、2022年实际、2023年预期", { 2020: ["actual"], 2022: ["actual"], 2023: ["target"] }],
  ["2022年目标和实际、2023年目标", { 2022: ["target", "actual"], 2023: ["target"] }],
  ["从2020年的实际到2021年的预期,涨了多少", { 2020: ["actual"], 2021: ["target"] }],
  ["从2020年到2021年预期提高几个点", { 2020: ["actual"], 2021: ["target"] }],
])("each year has the kind that follows it: %s", (text, kinds) => expect(yearKindsIn(text)).toEqual(kinds));

test.each(["2022年目标和实际", "2022年目标、2023年目标", "2022年、2023年"])(
  "nothing tells the years apart: %s",
  (text) => expect(yearKindsIn(text)).toEqual({}),
);

test.each([
  ["去年增长多少、今年打算增长多少(2023、2024)", "2023年增长多少、2024年打算增长多少"],
  ["去年增长多少(2022、2023)", "去年增长多少(2022、2023)"],
  ["去年增长多少、今年打算增长多少", "去年增长多少、今年打算增长多少"],
])("years in brackets are those of the words before: %s", (text, dated) =>
  expect(withYearsInBrackets(text)).toBe(dated),
);
