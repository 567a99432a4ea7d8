import type { SourceDocument } from "#domain/document.ts";
import { regionMeant } from "#indicators/extract-region.ts";
import { type Region, regionsNamed } from "#text/places/gazetteer.ts";
import { plainCell } from "#text/quantity/read-cell.ts";

/** 全市, 本地区, 全省合计: all of the report's own region. */
const WHOLE =
  /^(?:全(?<level>[省市区县州盟旗])|本地区|全地区|本(?<same>[省市区县州盟旗]))(?:合计|总计|小计)?$/u;
/** 市本级, 本级, 省级: what the government of the region itself holds, without those below it. */
const OWN_LEVEL = /^(?:(?<level>[省市区县州盟旗])?本级|(?<rank>[省市区县州盟旗])(?:直)?级)(?:合计|小计)?$/u;
const OF_PLACE = /^(?<place>\p{Script=Han}{2,12}?)(?:[省市区县州盟旗])?本级(?:合计|小计)?$/u;
/** 县区合计, 下级, 市县小计: those below it together. */
const BELOW =
  /^(?:(?:各)?(?:下级|市县|县区|区县|县\(市、?区\)|县市区?|市辖区|县级|区级|县区级|区县级|市县级|州市|盟市|地市))(?:合计|小计|总计)?$/u;
const NUMBERING = /^(?:其中[:：]?|[#＃]|[（(]?[\d一二三四五六七八九十]{1,3}[)）、．.])+/u;

/** The region that a head of a row or column names; null where the words mean one that the report does not tell. */
export interface PlaceMeant {
  readonly region: string | null;
}

/** What all figures of a government's own books are filed under: 昌都市本级. */
export const ownLevelOf = (region: string): string => `${region}本级`;

/** 市级 where the paper tells it from 市本级: 济南市级. */
export const wideLevelOf = (region: string): string => `${region}级`;

/** The words of a row's or column's head as a place is looked for in them. */
function bare(word: string): string {
  return plainCell(word).replace(NUMBERING, "");
}

/**
 * The place that a head of a row or column means in this report: 全市 and 本地区 are its own region, 市本级 is filed under
 * 昌都市本级, 江达 and 江达县 are the county that lies in it. Of two places of one name the one in `around`, the row above, is
 * meant. Null where the words name no place.
 */
export function placeMeant(
  document: SourceDocument,
  word: string,
  around: string | null = null,
): PlaceMeant | null {
  const name = bare(word);
  if (name === "" || name.length > LONGEST) return null;
  if (/^全国$/u.test(name)) return { region: "全国" };
  if (/^[本全]地区/u.test(name) && WHOLE.test(name)) return { region: document.region };
  if (WHOLE.test(name)) return { region: regionMeant(document, name) ?? null };
  const region = document.region === null ? null : regionNamed(document, name, around);
  return region === null ? null : { region };
}

function regionNamed(document: SourceDocument, name: string, around: string | null): string | null {
  const { region: own } = document;
  if (name === own) return own;
  const level = OWN_LEVEL.exec(name)?.groups;
  if (level !== undefined) return ofLevel(document, level["level"] ?? level["rank"] ?? null, name);
  if (BELOW.test(name)) return `${around ?? own}${name.replace(/(?:合计|小计|总计)$/u, "")}`;
  const place = OF_PLACE.exec(name)?.groups?.["place"];
  if (place !== undefined) {
    const found = [name.slice(0, -2), place].map((each) => regionIn(document, each, around));
    const held = found.find((each) => each !== null) ?? null;
    return held === null ? null : ownLevelOf(held);
  }
  return regionIn(document, name, around);
}

const LONGEST = 16;

/** 市级 in a city's report is the city's own level; 县级 there is somebody else's. */
function ofLevel(document: SourceDocument, level: string | null, name: string): string {
  const own = document.region ?? "";
  const whole = level === null ? own : regionMeant(document, `全${level}`);
  return whole === own ? ownLevelOf(own) : `${own}${name}`;
}

function regionIn(document: SourceDocument, name: string, around: string | null): string | null {
  const { region: own } = document;
  const named = regionsNamed(name);
  if (own === "全国") {
    // 河北 below 天津市 is the province and not the district.
    const province = named.find(({ level }) => level === "province");
    return (province ?? bestOf(named, around))?.name ?? null;
  }
  const inside = named.filter(({ parents }) => own !== null && parents.includes(own));
  if (inside.length > 0) return bestOf(inside, around)?.name ?? null;
  return named.some((one) => one.name === own) ? own : null;
}

function bestOf(named: readonly Region[], around: string | null): Region | undefined {
  const rank = ({ level }: Region) => ["province", "city", "county"].indexOf(level) >>> 0;
  const near = named.filter(({ parents }) => around !== null && parents.includes(around));
  return [...(near.length > 0 ? near : named)].sort((a, b) => rank(a) - rank(b))[0];
}
