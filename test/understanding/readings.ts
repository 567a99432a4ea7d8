import { readFileSync } from "node:fs";
import { z } from "zod";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Question } from "#question/question.ts";

export const slotNames = ["regions", "years", "indicators", "kind", "operation", "language"] as const;
export type Slot = (typeof slotNames)[number];
export type Reading = Record<Slot, string>;

/** A conversation with its typed reading, as typed by hand. */
export const rowSchema = z.object({
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
export type Row = z.infer<typeof rowSchema>;

/** Reads a set of conversations, one a line. */
export function rowsOf(file: string): Row[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

const setOf = (values: readonly (string | number)[]): string =>
  [...new Set(values)].map(String).sort().join("、");

/** The name as the catalogue has it today, so that renaming a concept does not make a reading wrong. */
function conceptOf(name: string): string {
  const { concept, measure } = canonicalName(name);
  return concept === null ? name : `${concept}/${measure}`;
}

/** Where one figure is looked up, its kind matters; a judgement, a list, a reason or a definition has none. */
const ONE_KIND = new Set(["value", "compare", "difference", "series", "rank"]);

/** A figure asked of no indicator is looked for in the passages. */
const operationOf = (operation: string, indicators: string): string =>
  operation === "value" && indicators === "" ? "passage" : operation;

/** The reading typed by hand, slot by slot. */
export function wanted({ expect: gold }: Row): Reading {
  const indicators = setOf(gold.indicators.map(conceptOf));
  return {
    regions: setOf(gold.regions),
    years: setOf(gold.years),
    indicators,
    kind: ONE_KIND.has(gold.operation) ? (gold.kind ?? "") : "",
    operation: operationOf(gold.operation, indicators),
    language: gold.language,
  };
}

/**
 * What was understood, slot by slot: a gate or a region that is not held counts as `refuse`, words that point at
 * nothing as `clarify`. The province or city above the held regions (`parents`) counts as a region.
 */
export function understood(question: Question, parents: readonly string[]): Reading {
  const [kind = "", second] = question.kinds;
  const above = question.otherRegions.filter((region) => parents.includes(region));
  const regions = question.regions.length > 0 ? question.regions : above;
  const elsewhere = regions.length === 0 && question.otherRegions.length > 0;
  const refused = question.gate !== null || elsewhere;
  const indicators = setOf(question.indicators.map(({ names, phrase }) => conceptOf(names[0] ?? phrase)));
  const settled = !refused && !question.dangling && ONE_KIND.has(question.operation);
  return {
    regions: setOf(regions),
    years: setOf(question.years),
    indicators,
    kind: settled && second === undefined ? kind : "",
    operation: refused
      ? "refuse"
      : question.dangling
        ? "clarify"
        : operationOf(question.operation, indicators),
    language: question.language,
  };
}
