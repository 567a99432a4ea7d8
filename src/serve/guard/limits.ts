import { z } from "zod";
import { wordsSchema } from "#protocol/problem.ts";
import limitsFile from "./limits.json" with { type: "json" };

const limitSchema = z.strictObject({
  value: z.number().positive(),
  unit: z.string(),
  /** What happens to whoever goes beyond it. */
  beyond: wordsSchema,
  why: wordsSchema,
});

/** Every limit of the service with its reason: the operator's manual prints this table. */
export const LIMIT_TABLE: Readonly<Record<keyof (typeof limitsFile)["limits"], z.infer<typeof limitSchema>>> =
  limitsFile.limits;

z.record(z.string(), limitSchema).parse(limitsFile.limits);

/** The value of one limit, in the unit of the table. */
export const limit = (name: keyof (typeof limitsFile)["limits"]): number => LIMIT_TABLE[name].value;
