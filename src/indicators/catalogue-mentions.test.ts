import fc from "fast-check";
import { expect, it, test } from "vitest";
import { z } from "zod";
import { conceptById } from "./catalogue.ts";
import casesData from "./catalogue-mentions.cases.json" with { type: "json" };
import { findMentions } from "./catalogue-mentions.ts";

const cases = z
  .array(
    z.strictObject({
      text: z.string(),
      mentions: z.array(
        z.strictObject({
          concepts: z.array(z.string()),
          measure: z.enum(["level", "growth"]).nullable(),
        }),
      ),
    }),
  )
  .parse(casesData);

it.each(cases)("reads $text", ({ text, mentions }) => {
  const found = findMentions(text).map(({ concepts, measure }) => ({ concepts, measure }));
  expect(found).toEqual(mentions);
});

test("a mention is exactly its slice of the text, and mentions never overlap", () => {
  const pieces = fc.constantFrom(
    "gdp",
    "的",
    "2022年",
    "增速",
    "收入",
    "工业",
    "占",
    "空气质量",
    "优良天数",
    "a",
    " ",
    "(",
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join("");
      let last = 0;
      for (const { start, end, phrase, concepts } of findMentions(text)) {
        expect(text.slice(start, end)).toBe(phrase);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        for (const id of concepts) expect(conceptById(id)).toBeDefined();
        last = end;
      }
    }),
  );
});

test("the words tell what kind they are", () => {
  const via = (text: string) => findMentions(text).map((mention) => mention.via);
  expect(via("社会消费品零售总额")).toEqual(["name"]);
  expect(via("空气优良天数")).toEqual(["alias"]);
  expect(via("多少天是蓝天")).toEqual(["colloquial"]);
  expect(via("retail sales")).toEqual(["english"]);
});
