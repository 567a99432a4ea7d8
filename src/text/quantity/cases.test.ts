import { describe, expect, test } from "vitest";
import { z } from "zod";
import data from "./cases.json" with { type: "json" };
import { readQuantities } from "./find-quantities.ts";
import type { Quantity } from "./quantity.ts";

const schema = z.strictObject({
  comment: z.string(),
  cases: z.array(
    z.strictObject({
      rule: z.string().min(1),
      text: z.string().min(1),
      cell: z.literal(true).optional(),
      triangle: z.enum(["fall", "rise"]).optional(),
      reads: z.array(z.string().min(1)),
      doubts: z.array(z.string().min(1)).default([]),
      marks: z.array(z.string().min(1)).default([]),
    }),
  ),
});

const { cases } = schema.parse(data);

function told({ before, value, upper, unit, after }: Quantity): string {
  const parts = [before, value, upper === null ? null : `~${upper}`, unit, after];
  return parts.filter((part) => part !== null).join(" ");
}

test("the specification is whole", () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  const keys = cases.map(({ text, cell, triangle }) => JSON.stringify([text, cell, triangle]));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

describe.each([...new Set(cases.map(({ rule }) => rule))])("%s", (rule) => {
  test.each(cases.filter((each) => each.rule === rule))("$text", ({ text, cell, triangle, ...wanted }) => {
    const read = readQuantities(text, { cell: cell ?? false, triangle: triangle ?? null });
    expect({
      reads: read.quantities.map(told),
      doubts: read.doubts.map(({ reason }) => reason),
      marks: read.marks.map(({ raw }) => raw),
    }).toEqual({ reads: wanted.reads, doubts: wanted.doubts, marks: wanted.marks });
    for (const { start, end, raw } of [...read.quantities, ...read.doubts, ...read.marks])
      expect(text.slice(start, end)).toBe(raw);
  });
});
