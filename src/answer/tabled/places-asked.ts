import type { Sources } from "#answer/sources.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { ownLevelOf, wideLevelOf } from "#indicators/tables/place-words.ts";
import type { Question } from "#question/question.ts";
import { type Region, regionsNamed } from "#text/places/gazetteer.ts";
import type { TableAsked } from "./words-asked.ts";

/**
 * The places whose figures are asked for, each as the names its rows may be filed under, the best first: with 本级 the books
 * of its own government, and otherwise the whole before those. Places that have no report but stand in a table of one are
 * among them.
 */
export function placesAsked(
  { regions, otherRegions, asked }: Question,
  { ownLevel }: TableAsked,
): readonly (readonly string[])[] {
  const inner = otherRegions.length > 0 ? otherRegions : regions;
  if (/市辖区/u.test(asked) && inner.every((name) => name.endsWith("市")))
    return inner.map((name) => [`${name}市辖区`]);
  // 省本级对承德市: the place is given to; what it gets is filed under it.
  if (ownLevel && otherRegions.length > 0 && regions.length > 0) return inner.map((name) => [name]);
  const levels = (name: string) =>
    asked.includes("本级") ? [ownLevelOf(name), wideLevelOf(name)] : [wideLevelOf(name), ownLevelOf(name)];
  return inner.map((name) => (ownLevel ? levels(name) : [name, ...levels(name)]));
}

const LEVEL =
  /(?:哪[个些一]?|各|所有|全部|最\p{Script=Han}的)(?<level>旗县|县市区?|区县|县区|市县|市州|州市|地市|城市|省份|省|市|县|区|旗|州)/u;
const LEVELS: Readonly<Record<string, RegExp>> = {
  省: /省$|自治区$/u,
  省份: /省$|自治区$|^(?:北京|上海|天津|重庆)市$/u,
  市: /[市州盟]$|地区$/u,
  城市: /市$/u,
  州: /州$/u,
  县: /[县旗]$/u,
  旗: /旗$/u,
};

/** The places of a table that are set in a row where one of them is asked for: 各县 in a city's report, 哪个市 in a province's. */
export function placesRanked(
  rows: readonly IndicatorRow[],
  { asked, regions }: Question,
  sources: Sources,
): readonly IndicatorRow[] {
  const level = LEVEL.exec(asked)?.groups?.["level"] ?? null;
  const fits = level === null ? undefined : LEVELS[level];
  const ranked = rows.filter(({ region, documentId, scope }) => {
    const own = sources.document(documentId)?.region ?? null;
    if (region === null || own === null || scope !== "other") return false;
    const place = placeIn(region, own);
    if (place === null || (regions.length > 0 && !regions.includes(own))) return false;
    return fits === undefined ? true : fits.test(region);
  });
  return level === null || fits === undefined ? ofOneLevel(ranked) : oneLevelOf(ranked, level);
}

function placeIn(name: string, own: string): Region | null {
  const found = regionsNamed(name).filter(
    (region) => region.name === name && (own === "全国" || region.parents.includes(own)),
  );
  return found[0] ?? null;
}

/** 县级市 is a 市 by its name and a county by its rank. */
const rankOf = (name: string | null): string =>
  (name === null ? undefined : regionsNamed(name).find((region) => region.name === name))?.level ?? "";

function oneLevelOf(rows: readonly IndicatorRow[], level: string): readonly IndicatorRow[] {
  const province = /^(?:省|省份)$/u.test(level);
  const city = /^(?:市|城市|州)$/u.test(level);
  const found = rows.filter(({ region }) => {
    const rank = rankOf(region);
    // 直辖市 are cities beside the others.
    if (city) return rank === "city" || (rank === "province" && region?.endsWith("市") === true);
    return rank === (province ? "province" : "county");
  });
  return found.length > 1 ? found : rows;
}

/** Fewer places of a level (the four cities under the country itself) are no row to be ranked in. */
const FEWEST = 5;

/** A city and its districts are not ranked in one row: the widest level that has several, else the one that has most. */
function ofOneLevel(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const levels = ["province", "city", "county"].map((level) =>
    rows.filter(({ region }) => rankOf(region) === level),
  );
  const several = levels.find((found) => new Set(found.map(({ region }) => region)).size >= FEWEST);
  return several ?? levels.reduce((most, found) => (found.length > most.length ? found : most), []);
}
