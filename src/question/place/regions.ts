import type { CorpusOutline } from "#question/outline.ts";
import type { PlaceInside, UnclearPlace } from "#question/question.ts";
import { reportNamed } from "#question/report-named.ts";
import { patterns } from "#question/words/patterns.ts";
import { regions, regionsNamed } from "#text/places/gazetteer.ts";
import { startsAnotherName, withoutNamesOfChina } from "#text/places/not-a-place.ts";
import { latin } from "#text/places/pinyin.ts";
import { shortName } from "#text/places/place-names.ts";
import { findRegions, type RegionMention, unlistedRegion } from "#text/regions.ts";
import {
  type HeldPlace,
  heldAmong,
  heldAround,
  heldPlaces,
  readingsAmid,
  toldApart,
  unlistedAmong,
} from "./held-places.ts";
import { misspelt } from "./misspelt-regions.ts";
import {
  insideQuotation,
  isField,
  isPartOfWord,
  namesField,
  ORDINARY,
  type Stretch,
  shortNames,
} from "./place-words.ts";

export interface RegionsRead {
  /** Held regions as their reports are filed, in order of mention. */
  readonly held: readonly string[];
  /** Official names of regions named that are not held. */
  readonly other: readonly string[];
  /** Of these, the ones that lie in a held region. */
  readonly inside: readonly PlaceInside[];
  /** A name that several held regions bear and nothing tells apart; null otherwise. */
  readonly unclear: UnclearPlace | null;
  /** The question without its regions. */
  readonly rest: string;
  /** The question with its regions spelt right; as it was where they are, and in English. */
  readonly spelt: string;
}

export type ReadRegions = (folded: string) => RegionsRead;

/**
 * Makes a reader for the regions of one corpus. Held regions are found by any of their names, by pinyin (in English
 * questions) and through one wrong character; their neighbours by short name too, so that a question about them can be
 * refused by name. Of several places of one name it is the one under a region named before it, else the one held.
 */
export function regionReader(outline: CorpusOutline): ReadRegions {
  const places = heldPlaces(outline);
  const held = new Set(outline.regions);
  const above = new Set([...outline.parents, ...places.flatMap(({ listed }) => listed?.parents ?? [])]);
  const neighbours = regions.filter(({ parents }) => parents.some((parent) => above.has(parent)));
  const near = new Set(neighbours.map(({ name }) => name));
  const known = [...new Set([...outline.regions, ...near])];
  const byPinyin = namesInPinyin(known, outline.regions);
  const listedHeld = new Set(places.map(({ region, listed }) => listed?.name ?? region));
  const extra = unlistedAmong(places);
  const mentionsIn = (text: string) =>
    findRegions(text, {
      acceptShort: shortNames(text, { held: listedHeld, near }),
      first: listedHeld,
      within: [...above],
      extra,
    });

  return (folded) => {
    const found: string[] = [];
    const inside = new Map<string, string>();
    let unclear: UnclearPlace | null = null;
    let spelt = folded;
    let rest = folded;
    const blank = (start: number, end: number) => {
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    };
    const strangers: Stretch[] = [];
    const take = (name: string, start: number, end: number) => {
      found.push(name);
      if (!held.has(name)) strangers.push({ start, end });
      // A place not held that is named beside others (跟忠县合作) belongs to the subject.
      if (held.has(name) || outline.parents.includes(name)) blank(start, end);
    };
    const mentions = mentionsIn(withoutNamesOfChina(folded)).filter(
      (mention) => !isField(folded, mention) && !insideQuotation(folded, mention),
    );
    for (const [at, mention] of mentions.entries()) {
      const { region, start, end, full } = mention;
      const readings = readingsAmid(mention, mentions.slice(0, at));
      const [meant, another] = heldAmong(places, readings);
      const behindParent = mentions[at - 1]?.end === start;
      const byChance = ORDINARY.has(region.name) || isPartOfWord(folded, mention);
      if (meant === undefined && byChance && !behindParent) continue;
      const last = !full && meant !== undefined && FORMER_RANK.test(folded.slice(end)) ? end + 1 : end;
      const next = mentions[at + 1];
      if (saysWhereNextLies(mention, next, folded) || namesField(region.name, end, folded)) {
        blank(start, end);
        if (next?.start === end && meansSameAlone(next, places, folded))
          spelt = spelt.replace(folded.slice(start, end), "");
      } else if (meant !== undefined && another !== undefined) {
        unclear = {
          written: folded.slice(start, end),
          readings: heldAmong(places, readings).map((one) => one.region),
        };
        blank(start, last);
      } else if (meant !== undefined) {
        take(meant.region, start, namesItsHead(folded, last) ? last - 1 : last);
      } else {
        const [reading = region] = readings.includes(region) ? [region] : readings;
        const name = toldApart(reading, places);
        const around = heldAround(places, reading);
        if (around !== null) inside.set(name, around);
        take(name, start, namesItsHead(folded, end) ? end - 1 : end);
      }
    }
    for (const { 0: word, index } of folded.matchAll(LATIN_NAME)) {
      const name = byPinyin().get(word.replace(/['’]/g, ""));
      if (name === undefined || word.length < SHORTEST_LATIN || saysWhereItLies(name, index, folded))
        continue;
      take(name, index, index + word.length);
      spelt = spelt.replace(word, shortName(name));
    }
    if (found.length === 0 && unclear === null) {
      for (const { name, start, end } of ofItsZone(folded, [...held])) take(name, start, end);
    }
    const unfound = [...held].filter((name) => !found.includes(name));
    for (const { name, start, end } of misspelt(rest, unfound, found.length === 0)) {
      take(name, start, end);
      spelt = spelt.replace(folded.slice(start, end), shortName(name));
    }
    const report = found.length === 0 ? reportNamed(folded, outline) : null;
    if (report !== null) take(report.region, report.start, report.end);
    // 全市 is the city that the districts lie in, where there is just one.
    const named = found.length > 0 || unclear !== null;
    const wide = patterns.againstWhole.test(folded) ? undefined : WHOLE.exec(folded)?.[0].slice(-1);
    const [whole, another] = outline.parents.filter((name) => wide !== undefined && name.endsWith(wide));
    if (!named && whole !== undefined && another === undefined) found.push(whole);
    const stranger = named || POINTS.test(folded) ? null : (zoneElsewhere(folded) ?? unlistedRegion(folded));
    if (found.length === 0 && stranger !== null) found.push(stranger);
    // A place not held is all the place there is: it is no part of the subject.
    if (!found.some((name) => held.has(name))) {
      for (const { start, end } of strangers) blank(start, end);
      for (const name of found)
        for (const written of [name, shortName(name)]) rest = rest.replace(written, " ");
    }
    const unique = [...new Set(found)];
    return {
      held: unique.filter((name) => held.has(name)),
      other: unique.filter((name) => !held.has(name)),
      inside: [...inside].map(([place, region]) => ({ place, region })),
      unclear,
      rest,
      spelt: /\p{Script=Han}/u.test(folded) ? spelt : folded,
    };
  };
}

/** Names by how they sound: those known here before all provinces and cities, held ones first. Made when first needed. */
function namesInPinyin(known: readonly string[], held: readonly string[]): () => ReadonlyMap<string, string> {
  let made: Map<string, string> | null = null;
  return () => {
    if (made !== null) return made;
    const larger = regions.filter(({ level }) => level === "province" || level === "city");
    const names = [...larger.map(({ name }) => name), ...known, ...held];
    made = new Map(names.map((name) => [latin(shortName(name)), name]));
    return made;
  };
}

/** Least letters of a name in pinyin: shorter ones are English words. */
const SHORTEST_LATIN = 4;

/** Nan'an District, Chongqing: the city says where the district lies. */
const saysWhereItLies = (name: string, at: number, text: string): boolean =>
  /市$/u.test(name) && /\b(?:district|county), ?(?:in )?$/.test(text.slice(0, at));

/** 清苑县 where the report is now that of 清苑区. */
const FORMER_RANK = /^[县区市](?![域场民政级城区内外长委府辖])/;

/** 全市 as the place asked about, not as the field of a ranking (在全市排第几). */
const WHOLE = /(?<![在居列])全[市省](?!(?:的)?(?:第|排|前|首|领先|平均|名次|位次))/;

/** 徐水开发区: the zone is asked about, in the report of its region. */
function ofItsZone(text: string, held: readonly string[]): { name: string; start: number; end: number }[] {
  for (const name of held) {
    const short = shortName(name);
    const start = text.search(
      new RegExp(`${short}(?:(?:经济|高新|技术|工业|产业|省级|国家级)*(?:开发区|园区?)|经开区|高新区)`, "u"),
    );
    if (start >= 0) return [{ name, start, end: start + short.length }];
  }
  return [];
}

const ZONE_OF =
  /([\u4e00-\u9fff]{2,4})(?:市|州)?(?:高新区|经开区|(?:经济技术|高新技术产业|经济)开发区|综合保税区)/gu;

/** 西安高新区, where nothing of 西安 is held: the zone is named as not held. */
function zoneElsewhere(text: string): string | null {
  for (const { 0: zone, 1: name = "" } of text.matchAll(ZONE_OF)) {
    for (let from = 0; from <= name.length - 2; from++) {
      const larger = regionsNamed(name.slice(from)).some(
        ({ level }) => level === "city" || level === "province",
      );
      if (larger) return zone.slice(from);
    }
  }
  return null;
}

/** 贵州省长是谁: the 省 belongs to the office as well. */
const namesItsHead = (text: string, end: number): boolean =>
  /^[省市区县]长(?:是|叫|谁|姓|[?\s]|$)/.test(text.slice(end - 1));

/** 那个区 points back; it is no name. */
const POINTS = /^(?:那|这|该|此|哪|同)/;

/** 重庆市 in 重庆市江北区 and 宁波 in 宁波的江北区 only say where that lies, and so does 重庆 in 重庆江北机场. */
function saysWhereNextLies(
  { region: { name }, end }: RegionMention,
  next: RegionMention | undefined,
  text: string,
): boolean {
  const landmark = regions.some(
    ({ short, parents }) =>
      parents.includes(name) && text.startsWith(short, end) && startsAnotherName(text, end + short.length),
  );
  if (landmark) return true;
  if (next === undefined || !/^的?$/.test(text.slice(end, next.start))) return false;
  return next.readings.some(({ parents }) => parents.includes(name));
}

/** 江北区 behind 重庆 means the same without it; behind 宁波 it does not, and nor does 鼓楼区 where that of another city is held too. */
function meansSameAlone({ readings, start, end }: RegionMention, places: readonly HeldPlace[], text: string) {
  const [alone, another] = heldAmong(places, regionsNamed(text.slice(start, end)));
  return alone !== undefined && another === undefined && heldAmong(places, readings)[0] === alone;
}

/** jiangbei in jiangbeigdp, too. */
const LATIN_NAME = /[a-z]+?(?:['’][a-rt-z][a-z]*?)*(?=gdp|cpi|['’]s\b|[^a-z'’]|$)/g;
