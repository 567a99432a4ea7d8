import { expect, it, test } from "vitest";
import choices from "./catalogue/choices.json" with { type: "json" };
import { conceptById } from "./catalogue.ts";
import { chosen } from "./catalogue-choice.ts";

const FISCAL = ["general-budget-revenue", "general-budget-expenditure"];

it.each([
  ["财政一共花出去多少钱", ["general-budget-expenditure"]],
  ["财政收上来多少", ["general-budget-revenue"]],
  ["财政怎么样", FISCAL],
])("%s", (text, left) => {
  expect(chosen(FISCAL, text)).toEqual(left);
});
test("a single reading stays", () => {
  expect(chosen(["gdp"], "花出去多少")).toEqual(["gdp"]);
});
test("every reading is in the catalogue", () => {
  for (const { concepts } of choices.choices)
    for (const id of concepts) expect(conceptById(id)).toBeDefined();
});
