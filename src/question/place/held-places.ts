import type { CorpusOutline } from "#question/outline.ts";
import type { Region } from "#text/places/gazetteer.ts";
import { shortName } from "#text/places/place-names.ts";
import { findRegions, type RegionMention, regionsMeant } from "#text/regions.ts";

/** A region that has a report, and the place of the gazetteer that it is; null where no list knows it or which one is not told. */
export interface HeldPlace {
  readonly region: string;
  readonly listed: Region | null;
}

/**
 * The held regions as places. Of several of one name (普陀区 in 上海市 and in 舟山市) it is the one under a region that its
 * reports name as lying above it.
 */
export function heldPlaces({ regions, documents }: CorpusOutline): readonly HeldPlace[] {
  const told = new Map<string, Set<string>>();
  for (const { region, parents, title, issuer } of documents) {
    if (region === null) continue;
    const above = told.get(region) ?? new Set();
    for (const name of parents ?? []) above.add(name);
    for (const mention of findRegions(`${title} ${issuer ?? ""}`)) above.add(mention.region.name);
    told.set(region, above);
  }
  return regions.map((region) => {
    const candidates = regionsMeant(region);
    const under = candidates.filter(({ parents }) => parents.some((name) => told.get(region)?.has(name)));
    const [only, another] = under.length > 0 ? under : candidates;
    return { region, listed: another === undefined ? (only ?? null) : null };
  });
}

/** Held regions that no list knows, as regions that can be found in a text: 云岭县, 万里街道. */
export function unlistedAmong(held: readonly HeldPlace[]): Region[] {
  return held
    .filter(({ region }) => regionsMeant(region).length === 0)
    .map(({ region }) => ({ name: region, short: shortName(region), level: "county", parents: [] }));
}

/** The held regions that a name with these readings may mean. */
export function heldAmong(held: readonly HeldPlace[], readings: readonly Region[]): readonly HeldPlace[] {
  return held.filter(({ region, listed }) =>
    readings.some((reading) => (listed === null ? reading.name === region : reading === listed)),
  );
}

/** The region that every other lies in. */
const NATION = "全国";

/** The innermost held region that a place lies in (凯里市 in 黔东南苗族侗族自治州, 四川省 in 全国), or null. */
export function heldAround(held: readonly HeldPlace[], { name, parents }: Region): string | null {
  const outward = [...parents.toReversed(), NATION].filter((parent) => parent !== name);
  const around = outward.flatMap((parent) =>
    held.filter(({ listed }) => listed?.name === parent).map(({ region }) => region),
  );
  return around[0] ?? null;
}

/**
 * What a mention can mean where other places are named before it: 江北区 behind 宁波 is the one in 宁波市, and so it is in
 * 宁波的江北区.
 */
export function readingsAmid(mention: RegionMention, before: readonly RegionMention[]): readonly Region[] {
  const { readings } = mention;
  if (readings.length < 2) return readings;
  const named = new Set(before.map(({ region }) => region.name));
  const under = readings.filter(({ parents }) => parents.some((parent) => named.has(parent)));
  return under.length > 0 ? under : readings;
}

/** The place with the region it lies in before it where a held region bears its name: 宁波市江北区. */
export function toldApart({ name, parents }: Region, held: readonly HeldPlace[]): string {
  const [above] = parents.toReversed();
  const namesake = held.some(({ region, listed }) => region === name || listed?.name === name);
  return namesake && above !== undefined ? `${above}${name}` : name;
}
