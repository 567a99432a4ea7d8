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
  const columns = COMPARED.map((name) => ({ name, values: all.map((features) => features[name] ?? 0) }));
  const sorted = new Map(columns.map(({ name, values }) => [name, values.toSorted((a, b) => b - a)]));
  return all.map((features) => {
    const compared = columns.flatMap(({ name }): [string, number][] => {
      const value = features[name] ?? 0;
      const order = sorted.get(name) ?? [];
      const [best = 0, second = 0] = order;
      return [
        [`${name}_ofBest`, best > 0 ? value / best : 0],
        [`${name}_gap`, value === best ? best - second : value - best],
        [`${name}_rank`, order.indexOf(value)],
      ];
    });
    return { ...features, ...Object.fromEntries(compared), units: all.length };
  });
}
