import { z } from "zod";
import calibresData from "./catalogue/calibres.json" with { type: "json" };
import { conceptById } from "./catalogue.ts";
import { canonicalName } from "./catalogue-names.ts";

const { groups } = z
  .strictObject({ about: z.string(), groups: z.array(z.array(z.string()).min(2)) })
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
