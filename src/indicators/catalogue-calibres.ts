import { z } from "zod";
import calibresData from "./catalogue/calibres.json" with { type: "json" };
import { conceptById } from "./catalogue.ts";
import { canonicalName } from "./catalogue-names.ts";

const { groups, open } = z
  .strictObject({
    about: z.string(),
    open: z.array(
      z.strictObject({
        about: z.string(),
        concept: z.string(),
        closing: z.string().min(1),
        readings: z.array(z.string()).min(2),
        printed: z.array(z.string()),
      }),
    ),
    groups: z.array(z.array(z.string()).min(2)),
  })
  .parse(calibresData);

/** Every id that is grouped with another. */
export const grouped: readonly string[] = groups.flat();

const REAL = /实际增速$/u;

/** Canonical names, in the same measure, that stand for the same matter in another calibre; empty for most. */
export function otherCalibres(name: string): string[] {
  const { concept, measure } = canonicalName(name);
  const group = groups.find((ids) => concept !== null && ids.includes(concept)) ?? [];
  return group.flatMap((id) => {
    const other = id === concept ? undefined : conceptById(id);
    const named = measure === "growth" ? other?.growthName : other?.name;
    if (typeof named !== "string") return [];
    return [REAL.test(name) ? named.replace(/(?<!实际)增速$/u, "实际增速") : named];
  });
}

/** The calibres that a phrase leaves open, by id, and as reports print them that leave it open, too. */
export interface OpenCalibre {
  readonly readings: readonly string[];
  readonly printed: readonly string[];
}

/** The calibres that words for one concept leave open: 财政收入 is that of the whole or of the local budget; null for most words. */
export function openCalibre(concept: string, phrase: string): OpenCalibre | null {
  const found = open.find((each) => each.concept === concept);
  return found === undefined || new RegExp(found.closing, "u").test(phrase) ? null : found;
}
