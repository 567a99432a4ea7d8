import { type NamedRegion, namesAt, type Region, regionsNamed } from "./places/gazetteer.ts";
import { endsLikeAPlace, isEverydayName, startsAnotherName, wordsWithNames } from "./places/not-a-place.ts";
import { regionNames } from "./places/place-names.ts";

export interface RegionMention {
  readonly region: Region;
  readonly start: number;
  readonly end: number;
  /** False when only the short name was written. */
  readonly full: boolean;
  /** All regions that the words may mean here, the one taken first: 鼓楼区 is in four cities. */
  readonly readings: readonly Region[];
}

export interface FindRegionsOptions {
  /** Which short names count as a mention; short names of counties are also everyday words (和平, 长安). */
  readonly acceptShort?: (region: Region, where: { readonly start: number; readonly end: number }) => boolean;
  /** Regions outside the gazetteer (new or renamed ones), by official and short name. */
  readonly extra?: readonly Region[];
  /** Where a name is shared, one of these regions is meant (海南省, where 海南区 lies in a held province); else a province; */
  readonly first?: ReadonlySet<string>;
  /** else the region under one of these parents. */
  readonly within?: readonly string[];
}

/** A region named right behind the one it lies in (宁波江北区) is that one, whatever others bear its name. */
interface Chain {
  readonly above: Region;
  readonly end: number;
}

/**
 * Regions named in `text`, left to right, the longest name winning. Provinces and cities count by their
 * short names as well; counties only where `acceptShort` says so, or right behind the region they lie in.
 */
export function findRegions(text: string, options: FindRegionsOptions = {}): RegionMention[] {
  const acceptShort =
    options.acceptShort ?? (({ level }: Region) => level === "province" || level === "city");
  const given = {
    acceptShort,
    first: options.first ?? new Set<string>(),
    within: options.within ?? [],
    extra: options.extra ?? [],
  };
  const found: RegionMention[] = [];
  const byChance = wordsWithNames(text);
  let passed = 0;
  for (let at = 0; at < text.length; ) {
    while (passed < byChance.length && (byChance[passed]?.end ?? 0) <= at) passed++;
    const last = found.at(-1);
    const chain = last?.end === at ? { above: last.region, end: at } : null;
    const mention = mentionAt(text, at, { ...given, chain });
    const word = byChance[passed];
    const inWord =
      mention !== null && (mention.full ? covers(word, mention) : cuts(word, byChance[passed + 1], mention));
    if (mention === null || inWord) at += 1;
    else {
      found.push(mention);
      at = mention.end;
    }
  }
  return found;
}

type Stretch = { readonly start: number; readonly end: number } | undefined;

/** True where the mention stands in a word that holds its name by chance, whole or in part. */
const cuts = (word: Stretch, next: Stretch, { start, end }: RegionMention): boolean =>
  [word, next].some((one) => one !== undefined && one.start < end && start < one.end);

/** 沙县小吃 for 沙县: a longer name that begins with a full one. */
const covers = (word: Stretch, { start, end }: RegionMention): boolean =>
  word !== undefined && word.start <= start && end < word.end;

type Given = Required<FindRegionsOptions> & { readonly chain: Chain | null };

function mentionAt(text: string, start: number, given: Given): RegionMention | null {
  for (const { end, held } of namesFrom(text, start, given.extra)) {
    const usable = held.filter(
      ({ region, full }) =>
        full ||
        hasFormerRank(region, text.slice(end, end + 2)) ||
        ((given.acceptShort(region, { start, end }) || isInside(region, given)) &&
          !startsAnotherName(text, end)),
    );
    const chosen = chosenOf(usable, given);
    if (chosen === undefined) continue;
    const renamed = !chosen.full && hasFormerRank(chosen.region, text.slice(end, end + 2));
    const inside = usable.filter(({ region }) => isInside(region, given));
    const readings = (inside.length > 0 ? inside : usable).map(({ region }) => region);
    const others = readings.filter((region) => region !== chosen.region);
    return {
      region: chosen.region,
      start,
      end: renamed ? end + 1 : end,
      full: chosen.full || renamed,
      readings: [chosen.region, ...others],
    };
  }
  return null;
}

/** 徐水县 where the place is now 徐水区: the rank belongs to the name; not so in 朝阳市场. A county may have become a city, not a city a county. */
const hasFormerRank = ({ level, short, name }: Region, behind: string): boolean =>
  level === "county" &&
  short !== name &&
  !isEverydayName(short) &&
  (/区$/.test(name) ? /^[县市](?![场民政级城区内外长委府辖])/ : /^县(?![域级城内外长委府])/).test(behind) &&
  !name.endsWith("县");

const isInside = ({ parents }: Region, { chain }: Given): boolean =>
  chain !== null && parents.includes(chain.above.name);

function chosenOf(usable: readonly NamedRegion[], given: Given): NamedRegion | undefined {
  return (
    usable.find(({ region }) => isInside(region, given)) ??
    usable.find(({ region }) => given.first.has(region.name)) ??
    usable.find(({ region }) => region.level === "province") ??
    usable.find(({ region }) => region.parents.some((parent) => given.within.includes(parent))) ??
    usable[0]
  );
}

function namesFrom(text: string, start: number, extra: readonly Region[]) {
  const listed = namesAt(text, start);
  const own = extra.flatMap((region) =>
    [region.name, region.short].flatMap((name) =>
      text.startsWith(name, start)
        ? [{ end: start + name.length, held: [{ region, full: name === region.name }] }]
        : [],
    ),
  );
  return own.length === 0 ? listed : [...listed, ...own].sort((a, b) => b.end - a.end);
}

const unlisted =
  /^([\u4e00-\u9fff]{2,5}?(?:自治县|自治州|县|市|区|旗|盟|街道|镇|乡|开发区|高新区|新区))(?=的|\s|\d|gdp|去年|今年)/;

/** A name at the start of a question that reads like a region (云岭县2024年…) though no list knows it. */
export function unlistedRegion(text: string): string | null {
  const name = unlisted.exec(text)?.[1];
  return name === undefined || endsLikeAPlace(name) ? null : name;
}

/** 黔中水利枢纽, 鲁南高铁: works of the whole province that lie there. */
const builtThere = /^[^，；。]{0,4}(?:高铁|铁路|城铁|高速|公路|快线|引水|调水|水利|枢纽|港|工程|项目|机场)/;
const zones = Object.keys(regionNames.zones);
const partFirst = new RegExp(`^(?:${[...zones, ...regionNames.parts].join("|")})`);

/** True where `text` begins with a part of provinces that has figures of its own: 珠三角, 两江新区; not 鲁南高铁. */
export function startsWithPart(text: string): boolean {
  const end = partFirst.exec(text)?.[0].length;
  return end !== undefined && !startsAnotherName(text, end) && !builtThere.test(text.slice(end));
}

/** The regions that a name with its parents before it means: 宁波市江北区 is one, 江北区 may be two; none where it is not known. */
export function regionsMeant(written: string): readonly Region[] {
  const whole = regionsNamed(written);
  if (whole.length > 0) return whole;
  const mentions = findRegions(written, { acceptShort: () => true });
  const last = mentions.at(-1);
  const chained = mentions.every(
    ({ start, region }, at) =>
      start === (mentions[at - 1]?.end ?? 0) && (at === 0 || isUnder(region, mentions[at - 1])),
  );
  return last?.end === written.length && chained ? last.readings : [];
}

const isUnder = ({ parents }: Region, above: RegionMention | undefined): boolean =>
  above !== undefined && parents.includes(above.region.name);
