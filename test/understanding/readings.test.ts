import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { readCorpus } from "#ingest/read-corpus.ts";
import { outlineOf } from "#question/outline.ts";
import { createUnderstand } from "#question/understand.ts";
import { report } from "./held-regions.ts";
import { type Row, rowSchema, rowsOf, slotNames, understood, wanted } from "./readings.ts";

/** Conversations typed by hand with their readings, against the shipped corpus. */
const SET = "evals/understanding.jsonl";
/** The same over reports of other regions of China. */
const ELSEWHERE = "test/understanding/elsewhere.json";

/** Least share of exact matches a slot; raise a floor when the reading gets better, never lower one. */
const FLOORS = { regions: 0.98, years: 0.99, indicators: 0.99, kind: 0.99, operation: 0.99, language: 0.99 };

const worldsSchema = z.array(
  z.strictObject({
    about: z.string(),
    reports: z.array(z.strictObject({ title: z.string(), region: z.string(), reviewYear: z.int() })),
    rows: z.array(rowSchema),
  }),
);

type Outline = ReturnType<typeof outlineOf>;

function read(rows: readonly Row[], outline: Outline) {
  const understand = createUnderstand(outline);
  return rows.map((row) => ({
    turns: row.turns,
    gold: wanted(row),
    got: understood(understand(row.turns), outline.parents),
  }));
}

function expectFloors(readings: ReturnType<typeof read>, floors: typeof FLOORS): void {
  for (const slot of slotNames) {
    const misses = readings.filter(({ gold, got }) => gold[slot] !== got[slot]);
    const told = misses.map(({ turns, gold, got }) => `${turns.join(" / ")}: ${gold[slot]} ≠ ${got[slot]}`);
    const share = 1 - misses.length / readings.length;
    expect.soft(share, `${slot}\n${told.join("\n")}`).toBeGreaterThanOrEqual(floors[slot]);
  }
}

test("every slot is read as typed by hand, as often as was recorded", async () => {
  const rows = rowsOf(SET);
  expect(rows.length).toBeGreaterThan(400);
  expectFloors(read(rows, outlineOf((await readCorpus("corpus")).documents)), FLOORS);
});

test("and so it is over reports of other regions", () => {
  const worlds = worldsSchema.parse(JSON.parse(readFileSync(ELSEWHERE, "utf8")));
  const readings = worlds.flatMap(({ reports, rows }) =>
    read(rows, outlineOf(reports.map(({ title, region, reviewYear }) => report(region, reviewYear, title)))),
  );
  expect(readings.length).toBeGreaterThan(45);
  expectFloors(readings, FLOORS);
});
