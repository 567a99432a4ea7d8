import { z } from "zod";
import { conceptById } from "#indicators/catalogue.ts";
import dimensionsFile from "./dimensions.json" with { type: "json" };
import type { Asked } from "./seen.ts";

const nameSchema = z.enum([
  "money",
  "percent",
  "points",
  "times",
  "people",
  "area",
  "length",
  "volume",
  "energy",
  "mass",
  "time",
  "count",
]);

/** What a quantity is a quantity of, as its unit tells; `count` for all that has a measure word of its own. */
export type QuantityDimension = z.infer<typeof nameSchema>;

const file = z
  .object({
    asked: z.array(
      z.object({
        dimensions: z.array(nameSchema).min(1),
        growth: z.boolean().nullable(),
        words: z.string().min(1),
      }),
    ),
    any: z.string().min(1),
    units: z.array(z.object({ dimension: nameSchema, unit: z.string().min(1) })),
  })
  .parse(dimensionsFile);

const ASKED = file.asked.map(({ words, ...told }) => ({ ...told, words: new RegExp(words, "u") }));
const ANY = new RegExp(file.any, "u");
const UNITS = file.units.map(({ dimension, unit }) => ({ dimension, unit: new RegExp(unit, "u") }));

/** What a question asks a quantity of. */
export interface AskedDimension {
  readonly dimensions: readonly QuantityDimension[];
  /** Whether it asks how much something grew; null where its words leave that open. */
  readonly growth: boolean | null;
}

/** The dimension of a printed unit; a bare number counts. */
export function dimensionOf(unit: string | null): QuantityDimension {
  if (unit === null) return "count";
  return UNITS.find(({ unit: printed }) => printed.test(unit))?.dimension ?? "count";
}

/** What a question asks a quantity of, by the indicator it names or by its words; null where it asks none. */
export function dimensionAsked({ folded, question }: Asked): AskedDimension | null {
  if (question.operation === "reason" || question.operation === "definition") return null;
  if (question.measure === "growth" && question.indicators.length > 0) return GROWTH;
  const said = ASKED.find(({ words }) => words.test(folded));
  if (said !== undefined) return said;
  const [indicator] = question.indicators;
  if (question.operation === "value" && indicator !== undefined) {
    if (indicator.measure === "growth") return GROWTH;
    const dimension = nameSchema.safeParse(conceptById(indicator.concepts[0] ?? "")?.dimension);
    if (dimension.success) return { dimensions: [dimension.data], growth: false };
  }
  return ANY.test(folded) ? { dimensions: nameSchema.options, growth: null } : null;
}

const GROWTH: AskedDimension = { dimensions: ["percent", "times", "points"], growth: true };
