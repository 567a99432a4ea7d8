import { z } from "zod";
import limitsFile from "./file-limits.json" with { type: "json" };

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const limitSchema = z.strictObject({
  value: z.number().positive(),
  unit: z.string(),
  /** What happens to a file that goes beyond it. */
  beyond: words,
  why: words,
});
type FileLimit = keyof (typeof limitsFile)["limits"];

/** Every limit of a file of the corpus with its reason: the operator's manual prints this table. */
export const FILE_LIMIT_TABLE: Readonly<Record<FileLimit, z.infer<typeof limitSchema>>> = limitsFile.limits;

z.record(z.string(), limitSchema).parse(limitsFile.limits);

/** The value of one limit, in the unit of the table. */
export const fileLimit = (name: FileLimit): number => FILE_LIMIT_TABLE[name].value;
