import { conceptById } from "#indicators/catalogue.ts";
import { fuzzyNames } from "#indicators/catalogue-fuzzy.ts";
import { findMentions } from "#indicators/catalogue-mentions.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { foldPlain } from "#text/fold.ts";

/** The canonical names that a written name stands for; the name itself when none is known. */
export type IndicatorsMeant = (written: string) => readonly string[];

/**
 * A canonical name of the index means itself. Any other is an alias of the catalogue and a name that reports print; where
 * it is neither, an alias within other words, and last a name that is written much alike.
 */
export function heldIndicators(index: IndexReader): IndicatorsMeant {
  const held = new Set(index.distinctIndicators().map(({ indicator }) => indicator));
  let printed: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  return (written) => {
    const catalogued = namesInCatalogue(written);
    const known = [...new Set([...catalogued, written])].filter((name) => held.has(name));
    if (held.has(written)) return known;
    printed ??= printedNames(index);
    const named = new Set([...known, ...(printed.get(foldPlain(written)) ?? [])]);
    if (named.size > 0) return [...named];
    if (catalogued.length > 0) return catalogued;
    const mentioned = namesMentioned(written);
    if (mentioned.length > 0) return mentioned;
    const near = fuzzyNames(written, [...held], 3).map(({ name }) => name);
    return near.length > 0 ? near : [written];
  };
}

function namesInCatalogue(written: string): string[] {
  const { concept: id, indicator, measure } = canonicalName(written);
  const concept = id === null ? undefined : conceptById(id);
  if (concept === undefined) return [];
  if (measure === "growth" || concept.growthName === null) return [indicator];
  return written === concept.name ? [concept.name] : [concept.name, concept.growthName];
}

function namesMentioned(written: string): string[] {
  const folded = foldPlain(written);
  const whole = findMentions(folded).find(({ start, end }) => end - start === folded.length);
  return (whole?.concepts ?? []).flatMap((id) => {
    const concept = conceptById(id);
    if (concept === undefined) return [];
    return concept.growthName === null ? [concept.name] : [concept.name, concept.growthName];
  });
}

/** For each name as printed, folded, the canonical names its rows have. */
function printedNames(index: IndexReader): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { name, indicator } of index.indicators({})) {
    const key = foldPlain(name);
    const canonical = names.get(key) ?? new Set<string>();
    names.set(key, canonical.add(indicator));
  }
  return names;
}
