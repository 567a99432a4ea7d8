import { expect, test } from "vitest";
import { oncePerQuestion } from "#answer/sources.ts";
import { createUnderstand } from "#question/understand.ts";
import { sourcesOf } from "./example-sources.ts";

test("what a question decides is computed once for it, also where nothing is found, and anew for another", () => {
  const sources = sourcesOf([]);
  const understand = createUnderstand(sources.outline);
  const asked: string[] = [];
  const find = oncePerQuestion(({ question }) => {
    asked.push(question.asked);
    return question.asked === "渝北" ? null : question.asked.length;
  });
  const [first, second] = [understand(["江北GDP"]), understand(["渝北"])];
  const found = [first, first, second, second].map((question) => find({ question, sources }));
  expect(found).toEqual([5, 5, null, null]);
  expect(asked).toEqual(["江北gdp", "渝北"]);
});
