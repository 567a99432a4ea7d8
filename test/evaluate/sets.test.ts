import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseQuestionSet } from "#evaluate/sets/question-set.ts";

const FOLDER = new URL("../../evals/", import.meta.url);
const sets = readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl"));

it.each(sets)("%s is a question set", (name) => {
  const { questions } = parseQuestionSet(name, readFileSync(new URL(name, FOLDER), "utf8"));
  expect(questions.length).toBeGreaterThan(0);
});
