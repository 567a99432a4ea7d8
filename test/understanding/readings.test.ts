import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { outlineOf } from "#question/outline.ts";
import type { Question } from "#question/question.ts";
import { createUnderstand } from "#question/understand.ts";

/**
 * Conversations typed by hand with their readings, against the shipped corpus. A gate or a region that is not held
 * counts as `refuse`; the cases to ask back (`clarify`) need the index and are left to the answers.
 */
const SET = "evals/understanding.jsonl";

/** Least share of exact matches a slot; raise a floor when the reading gets better, never lower one. */
const FLOORS = { regions: 0.97, years: 0.97, indicators: 0.93, kind: 0.87, operation: 0.87, language: 0.99 };

const slotNames = ["regions", "years", "indicators", "kind", "operation", "language"] as const;
type Reading = Record<(typeof slotNames)[number], string>;

const rowSchema = z.object({
  turns: z.array(z.string()).min(1),
  expect: z.object({
    regions: z.array(z.string()),
    years: z.array(z.int()),
    indicators: z.array(z.string()),
    kind: z.enum(["target", "actual"]).nullable(),
    operation: z.string(),
    language: z.enum(["zh", "en"]),
  }),
});

const setOf = (values: readonly (string | number)[]): string =>
  [...new Set(values)].map(String).sort().join("、");

/** The name as the catalogue has it today, so that renaming a concept does not make a reading wrong. */
function conceptOf(name: string): string {
  const { concept, measure } = canonicalName(name);
  return concept === null ? name : `${concept}/${measure}`;
}

function wanted({ expect: gold }: z.infer<typeof rowSchema>): Reading {
  return {
    regions: setOf(gold.regions),
    years: setOf(gold.years),
    indicators: setOf(gold.indicators.map(conceptOf)),
    kind: gold.kind ?? "",
    operation: gold.operation,
    language: gold.language,
  };
}

function got(question: Question): Reading {
  const [kind = "", second] = question.kinds;
  const elsewhere = question.regions.length === 0 && question.otherRegions.length > 0;
  return {
    regions: setOf(question.regions),
    years: setOf(question.years),
    indicators: setOf(question.indicators.map(({ names, phrase }) => conceptOf(names[0] ?? phrase))),
    kind: second === undefined ? kind : "",
    operation: question.gate !== null || elsewhere ? "refuse" : question.operation,
    language: question.language,
  };
}

test("every slot is read as typed by hand, as often as was recorded", async () => {
  const understand = createUnderstand(outlineOf((await readCorpus("corpus")).documents));
  const rows = readFileSync(SET, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .filter((row) => row.expect.operation !== "clarify");
  expect(rows.length).toBeGreaterThan(140);
  const readings = rows.map((row) => ({
    turns: row.turns,
    gold: wanted(row),
    read: got(understand(row.turns)),
  }));
  for (const slot of slotNames) {
    const misses = readings.filter(({ gold, read }) => gold[slot] !== read[slot]);
    const told = misses.map(({ turns, gold, read }) => `${turns.join(" / ")}: ${gold[slot]} ≠ ${read[slot]}`);
    const share = 1 - misses.length / readings.length;
    expect.soft(share, `${slot}\n${told.join("\n")}`).toBeGreaterThanOrEqual(FLOORS[slot]);
  }
});
