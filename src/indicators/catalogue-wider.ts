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

/** The names of other indicators that the names of this one end with, each with the words that narrow it. */
export function widerThan(id: string): readonly Wider[] {
  const found = known.get(id) ?? searched(id);
  known.set(id, found);
  return found;
}

function searched(id: string): Wider[] {
  const own = officialNames(id);
  const others = concepts.flatMap((concept) => (concept.id === id ? [] : officialNames(concept.id)));
  return own.flatMap((long) => {
    const within = others.filter(
      (name) => name.length >= SHORTEST && name.length < long.length && long.endsWith(name),
    );
    const length = Math.max(...within.map((name) => name.length));
    const name = within.find((each) => each.length === length);
    const narrowed = long.slice(0, -length);
    return name === undefined || SAID_OTHERWISE.test(narrowed) ? [] : [{ name, narrowed }];
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
