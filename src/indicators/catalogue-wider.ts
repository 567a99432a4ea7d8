import { concepts, officialNames } from "./catalogue.ts";

/** A shorter name of another indicator inside a name, and what the longer one says besides. */
export interface Wider {
  /** 居民人均可支配收入 in 农村居民人均可支配收入 */
  readonly name: string;
  /** 农村 */
  readonly narrowed: string;
}

/** A shorter name than this is no name of an indicator by itself wherever it stands. */
const SHORTEST = 4;
/** 新增, 规模以上: reports say these in many ways (认定, 规上). */
const SAID_OTHERWISE = /新|净增|规模|限[额上]/;
const known = new Map<string, readonly Wider[]>();
/** The indicators of each name; a name may be that of several. */
const idsOf = new Map<string, string[]>();
for (const { id } of concepts)
  for (const name of officialNames(id)) idsOf.set(name, [...(idsOf.get(name) ?? []), id]);

/** The names of other indicators that the names of this one end with, each with the words that narrow it. */
export function widerThan(id: string): readonly Wider[] {
  const found = known.get(id) ?? searched(id);
  known.set(id, found);
  return found;
}

function searched(id: string): Wider[] {
  return officialNames(id).flatMap((long) => {
    for (let at = 1; at + SHORTEST <= long.length; at++) {
      const [narrowed, name] = [long.slice(0, at), long.slice(at)];
      if (!idsOf.get(name)?.some((other) => other !== id)) continue;
      return SAID_OTHERWISE.test(narrowed) ? [] : [{ name, narrowed }];
    }
    return [];
  });
}

/** The indicators that are parts of this one (城镇居民人均可支配收入), each with the words that narrow it. */
export function narrowerThan(id: string): readonly { readonly id: string; readonly narrowed: string }[] {
  const names = officialNames(id);
  return concepts.flatMap((concept) =>
    widerThan(concept.id)
      .filter(({ name }) => names.includes(name))
      .map(({ narrowed }) => ({ id: concept.id, narrowed })),
  );
}
