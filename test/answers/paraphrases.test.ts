import { afterAll, beforeAll, expect, test } from "vitest";
import { factFor } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { sourcesOf } from "./example-sources.ts";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";
import { drawFrom, type Paraphrase, paraphrasesOf } from "./paraphrases.ts";

/**
 * Every figure in the tables of the reports is asked for by other words than its printed name: aliases, citizens' words
 * and English, in drawn templates, places and numerals. Each must be told from the right cell, or asked back about.
 */
const SEED = 20_240_126;
const ROUNDS = 2;
/** A sub-row's name holds its parent's; it is asked for by its printed name only. */
const SUB_ROW = /·/;

let corpus: OpenedCorpus;
let questions: readonly Paraphrase[];

beforeAll(async () => {
  corpus = await openCorpus();
  questions = paraphrasesOf(tableFacts(corpus.index.indicators({})), drawFrom(SEED), ROUNDS);
}, 120_000);
afterAll(() => corpus.close());

/** One row a fact of the tables, chosen by the rule that a reader is told. */
function tableFacts(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const sources = sourcesOf(corpus.index.documents(), rows);
  const facts = new Map<string, IndicatorRow>();
  for (const { region, year, kind, indicator, source } of rows) {
    if (source !== "table" || region === null || SUB_ROW.test(indicator)) continue;
    const row = factFor(sources, { region, year, kind, names: [indicator] })?.row;
    if (row !== undefined) facts.set(JSON.stringify([region, year, kind, indicator]), row);
  }
  return [...facts.values()];
}

/** The parts of a cell that tell it from every other, and its value. */
const cellOf = ({ region, year, kind, indicator, value }: Cell) =>
  `${region} ${year} ${indicator} ${kind} ${value === null ? "–" : Number(value)}`;

type Cell = Pick<IndicatorRow, "region" | "year" | "kind" | "indicator"> & {
  readonly value: string | number | null;
};

test("a figure asked for in other words is told from its cell, or asked back about", async () => {
  expect(questions.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  let clarified = 0;
  for (const { asked, row } of questions) {
    const { status, indicators, answer } = await corpus.answer(asked);
    if (status === "clarify") clarified += 1;
    const [used] = indicators;
    // A sentence that prints the cell's figure tells it as well.
    const printed = row.value !== null && answer.includes(row.value) ? cellOf(row) : status;
    const told = used === undefined ? printed : cellOf(used);
    if (status !== "clarify" && (status !== "answered" || told !== cellOf(row)))
      wrong.push(`${asked} → ${told}, not ${cellOf(row)}`);
  }
  expect(wrong).toEqual([]);
  expect(clarified).toBeLessThan(questions.length / 20);
}, 60_000);
