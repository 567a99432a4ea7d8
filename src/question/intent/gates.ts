import { z } from "zod";
import gatesFile from "./gates.json" with { type: "json" };
import { type IntentOrClass, intentOrClassSchema } from "./intent.ts";

const expressions = z.array(z.string().min(1));

/** Words that leave no doubt of what a turn is, and words that let it through all the same. */
const gateSchema = z.strictObject({
  intents: z.array(intentOrClassSchema).min(1),
  patterns: expressions.min(1),
  unless: expressions.optional(),
});

export interface Gate {
  readonly intents: readonly IntentOrClass[];
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
}

const anyOf = (sources: readonly string[]): RegExp => new RegExp(sources.join("|"));

/** The gates, compiled once. All expect folded text. */
export const gates: readonly Gate[] = z
  .object({ about: z.string(), gates: z.array(gateSchema) })
  .parse(gatesFile)
  .gates.map(({ intents, patterns, unless }) => ({
    intents,
    pattern: anyOf(patterns),
    unless: unless === undefined ? null : anyOf(unless),
  }));
