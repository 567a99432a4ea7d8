import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LIMITS } from "#protocol/chat.ts";
import { limit } from "#serve/guard/limits.ts";
import { limitsTable } from "../scripts/limits-table.ts";

test.each([
  ["docs/operations.md", "en"],
  ["docs/operations.zh-CN.md", "zh"],
] as const)("%s prints the table of limits as it is", (file, language) => {
  expect(readFileSync(file, "utf8")).toContain(limitsTable(language));
});

test("what the wire contract limits is in the table with the same value", () => {
  expect(LIMITS).toEqual({
    bodyBytes: limit("bodyBytes"),
    messages: limit("messages"),
    questionChars: limit("questionChars"),
  });
});
