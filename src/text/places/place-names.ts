import { z } from "zod";
import namesFile from "./region-names.json" with { type: "json" };

export const regionNames = z
  .object({
    country: z.object({ name: z.string(), aliases: z.array(z.string()) }),
    /** Short names that no rule yields: 新疆维吾尔自治区 is 新疆. */
    short: z.record(z.string(), z.string()),
    /** Further names by official name, each meaning no other place: 克州, 达茂旗. */
    also: z.record(z.string(), z.array(z.string())),
    peoples: z.string(),
    suffixes: z.array(z.string()),
    /** Areas with a government of their own that the list of divisions lacks, with the regions above them. */
    zones: z.record(z.string(), z.array(z.string())),
    parts: z.array(z.string()),
  })
  .parse(namesFile);

const people = `(?:${regionNames.peoples.split(" ").join("|")})`;
const ETHNIC = new RegExp(`(?:${people}族)*(?:${people}族?)自治[县州旗]$`);
const SUFFIX = new RegExp(`(?:${regionNames.suffixes.join("|")})$`);

/** 江北区 → 江北; 酉阳土家族苗族自治县 → 酉阳; 忠县 stays. */
export function shortName(name: string): string {
  const known = regionNames.short[name];
  if (known !== undefined) return known;
  const bare = name.replace(ETHNIC, "");
  if (bare.length >= 2 && bare !== name) return bare;
  const short = name.replace(SUFFIX, "");
  return short.length >= 2 ? short : name;
}

/**
 * What else a place is called that means no other: 黔东南州 and 黔东南自治州 for 黔东南苗族侗族自治州, 酉阳县 for an autonomous
 * county, 新疆自治区.
 */
export function otherNames(name: string): readonly string[] {
  const short = shortName(name);
  const suffix = /(?:自治[州县旗区])$/.exec(name)?.[0];
  const told = regionNames.also[name] ?? [];
  if (suffix === undefined || short === name) return told;
  const rank = suffix.slice(2);
  const called = suffix === "自治区" ? [`${short}自治区`] : [`${short}${rank}`, `${short}${suffix}`];
  return [...new Set([...called, ...told])].filter((other) => other !== name);
}
