import type { DocumentMetadata } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";

type Side = (document: DocumentMetadata) => boolean;

/**
 * The sides a question compares: its regions when it names several, else its years. Empty when there is nothing to
 * compare.
 */
export function sidesOf({ regions = [], years = [] }: PassageFilter): Side[] {
  if (regions.length > 1) return regions.map((region) => (document) => document.region === region);
  if (years.length < 2) return [];
  const [region] = regions;
  return years.map(
    (year) => (document) =>
      document.years.includes(year) && (region === undefined || document.region === region),
  );
}

/**
 * Brings the best passages of each side to the front in turn, so that one side's many good passages do not crowd out
 * the other's only one; all others follow in their order.
 * @param rounds how many passages each side gets before the rest
 */
export function spread<Item>(
  ranked: readonly Item[],
  documentOf: (item: Item) => DocumentMetadata | undefined,
  { sides, rounds }: { sides: readonly Side[]; rounds: number },
): Item[] {
  const front = new Set<Item>();
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      const next = ranked.find((item) => {
        const document = documentOf(item);
        return !front.has(item) && document !== undefined && side(document);
      });
      if (next !== undefined) front.add(next);
    }
  }
  return [...front, ...ranked.filter((item) => !front.has(item))];
}
