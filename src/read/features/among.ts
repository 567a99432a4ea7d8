import type { Features } from "./feature.ts";

/** Features that say more as a share of the best unit's. */
const COMPARED = [
  "bm25",
  "coveredByText",
  "covered",
  "coveredByPassage",
  "likeness",
  "likenessInContext",
  "passageScore",
  "run",
  "wordsInText",
  "supportMean",
  "supportMeanWithHeading",
] as const;

/** How each unit stands among all that were read for the question: its share of the best, its gap to the best other, its rank. */
export function among(all: readonly Features[]): Features[] {
  const columns = COMPARED.map((name) => ({
    name,
    order: all.map((features) => features[name] ?? 0).sort((a, b) => b - a),
  }));
  return all.map((features) => {
    const told: Record<string, number> = { ...features };
    for (const { name, order } of columns) {
      const value = features[name] ?? 0;
      const [best = 0, second = 0] = order;
      told[`${name}_ofBest`] = best > 0 ? value / best : 0;
      told[`${name}_gap`] = value === best ? best - second : value - best;
      told[`${name}_rank`] = order.indexOf(value);
    }
    told["units"] = all.length;
    return told;
  });
}
