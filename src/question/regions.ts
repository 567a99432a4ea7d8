import {
  findRegions,
  newAreaNamed,
  type Region,
  regions,
  regionsNamed,
  shortName,
  startsAnotherName,
  unlistedRegion,
  withoutNamesOfChina,
} from "#text/regions.ts";
import { wordsIn } from "#text/words.ts";
import { latin, misspelt } from "./misspelt-regions.ts";
import type { CorpusOutline } from "./outline.ts";
import { patterns } from "./patterns.ts";
import { reportNamed } from "./report-named.ts";

export interface RegionsRead {
  /** Official names of held regions, in order of mention. */
  readonly held: readonly string[];
  /** Official names of regions named that are not held. */
  readonly other: readonly string[];
  /** The question without its regions. */
  readonly rest: string;
  /** The question with its regions spelt right; as it was where they are, and in English. */
  readonly spelt: string;
}

export type ReadRegions = (folded: string) => RegionsRead;

/**
 * Makes a reader for the regions of one corpus. Held regions are found by official and short name, by pinyin
 * (in English questions) and through one wrong character; their neighbours by short name too, so that a
 * question about them can be refused by name.
 */
export function regionReader(outline: CorpusOutline): ReadRegions {
  const held = new Set(outline.regions);
  const neighbours = regions.filter(({ parents }) =>
    parents.some((parent) => outline.parents.includes(parent)),
  );
  const near = new Set(neighbours.map(({ name }) => name));
  const known = [...new Set([...outline.regions, ...near])];
  const larger = regions.filter(({ level }) => level === "province" || level === "city");
  const byPinyin = new Map(
    [...larger.map(({ name }) => name), ...known].map((name) => [latin(shortName(name)), name]),
  );
  for (const name of held) byPinyin.set(latin(shortName(name)), name);
  const acceptShort = (region: Region) =>
    held.has(region.name) || region.level !== "county" || near.has(region.name);
  const listed = new Set(regions.map(({ name }) => name));
  const extra = outline.regions
    .filter((name) => !listed.has(name))
    .map((name): Region => ({ name, short: shortName(name), level: "county", parents: [] }));
  const options = { acceptShort, first: held, within: outline.parents, extra };

  /** 宁波江北区 is not the 江北区 held, which lies in another city. */
  const namesakeUnder = (name: string, end: number, text: string) => {
    const [next] = findRegions(text.slice(end, end + 12), { acceptShort, within: [name] });
    if (next === undefined || next.start > 0 || !next.region.parents.includes(name)) return null;
    const { region } = next;
    const ours = (one: Region) => one.parents.some((parent) => outline.parents.includes(parent));
    const elsewhere = held.has(region.name) && !ours(region) && regionsNamed(region.name).some(ours);
    return elsewhere ? { name: `${name}${region.name}`, end: end + next.end } : null;
  };

  return (folded) => {
    const found: string[] = [];
    let spelt = folded;
    let rest = folded;
    let passed = 0;
    const blank = (start: number, end: number) => {
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    };
    const take = (name: string, start: number, end: number) => {
      found.push(name);
      // A place not held that is named beside others (跟忠县合作) belongs to the subject.
      if (held.has(name) || outline.parents.includes(name)) blank(start, end);
    };
    for (const { region, start, end: named, full } of findRegions(withoutNamesOfChina(folded), options)) {
      const end = !full && held.has(region.name) && FORMER_RANK.test(folded.slice(named)) ? named + 1 : named;
      const word =
        !held.has(region.name) && (ORDINARY.has(region.name) || isPartOfWord(folded, { start, end }));
      if (
        word ||
        isField(folded, { start, end }) ||
        insideQuotation(folded, { start, end }) ||
        start < passed
      )
        continue;
      const namesake = namesakeUnder(region.name, end, folded);
      if (namesake !== null) {
        found.push(namesake.name);
        passed = namesake.end;
        blank(start, passed);
      } else if (saysWhereNextLies(region.name, end, folded) || namesField(region.name, end, folded)) {
        blank(start, end);
        if (findRegions(folded.slice(end), options)[0]?.start === 0)
          spelt = spelt.replace(folded.slice(start, end), "");
      } else take(region.name, start, namesItsHead(folded, end) ? end - 1 : end);
    }
    for (const { 0: word, index } of folded.matchAll(LATIN_NAME)) {
      const name = byPinyin.get(word.replace(/['’]/g, ""));
      if (name === undefined || word.length < SHORTEST_LATIN || saysWhereItLies(name, index, folded))
        continue;
      take(name, index, index + word.length);
      spelt = spelt.replace(word, shortName(name));
    }
    if (found.length === 0) {
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
    const [whole, another] = outline.parents;
    const against = patterns.againstWhole.test(folded);
    if (found.length === 0 && !against && WHOLE.test(folded) && whole !== undefined && another === undefined)
      found.push(whole);
    const stranger =
      found.length > 0
        ? null
        : (newAreaNamed(folded) ?? (POINTS.test(folded) ? null : unlistedRegion(folded)));
    if (stranger !== null) found.push(stranger);
    // A place not held is all the place there is: it is no part of the subject.
    if (!found.some((name) => held.has(name)))
      for (const name of found)
        for (const written of [name, shortName(name)]) rest = rest.replace(written, " ");
    const unique = [...new Set(found)];
    return {
      held: unique.filter((name) => held.has(name)),
      other: unique.filter((name) => !held.has(name)),
      rest,
      spelt: /\p{Script=Han}/u.test(folded) ? spelt : folded,
    };
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

/** 排全国第几, 全国排名, 比全国高吗: the field of a ranking, no place asked about. */
const namesField = (name: string, end: number, text: string): boolean =>
  name === "全国" && (patterns.againstWhole.test(text) || FIELD.test(text.slice(end)));
const FIELD = /^(?:的|里面?|范围内?|能|可以?|算|都)*(?:第|排|前|首|领先|平均|名次|位次)/;

/** Districts whose names are everyday words (中心城区): not held, they are not meant. */
const ORDINARY = new Set(["城区", "郊区", "矿区", "东区", "西区", "新城区", "老城区"]);

/** 全国运动会, 全国文明城市: a name that begins so. */
const NATIONAL =
  /^(?:大学生|少数民族|残疾人)?运动会|^(?:文明|卫生|园林|双拥|示范|先进|百强|劳模|劳动模范|五一|道德模范|优秀|重点文物|人大|政协|两会|锦标赛|职业院校|青少年)/;

/** 全国 in 排全国第几 is the field of a ranking, not the place asked about. */
const isField = (text: string, { start, end }: { start: number; end: number }): boolean =>
  text.slice(start, end) === "全国" &&
  (NATIONAL.test(text.slice(end)) ||
    /^(?:第|排名?|前[\d一二三四五六七八九十]|首|领先|平均)/.test(text.slice(end)));

/** 大理 in 四大理念: a name of two characters that cuts the words it stands in. */
function isPartOfWord(text: string, { start, end }: { start: number; end: number }): boolean {
  if (end - start > 2) return false;
  const words = wordsIn(text);
  return !(words.some((word) => word.start === start) && words.some((word) => word.end === end));
}

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

/** 贵州省长是谁: the 省 belongs to the office as well. */
const namesItsHead = (text: string, end: number): boolean =>
  /^[省市区县]长(?:是|叫|谁|姓|[?\s]|$)/.test(text.slice(end - 1));

/** 那个区 points back; it is no name. */
const POINTS = /^(?:那|这|该|此|哪|同)/;

/** “重庆小首尔” is a name of its own, not the region it begins with. */
function insideQuotation(text: string, { start, end }: { start: number; end: number }): boolean {
  return [...text.matchAll(/[“"「《][^”"」》]*[”"」》]/g)].some(
    ({ index, 0: { length } }) => index < start && end < index + length - 1,
  );
}

/** 重庆市 in 重庆市江北区 only says where 江北区 lies, and so it does in 重庆江北机场. */
function saysWhereNextLies(name: string, end: number, text: string): boolean {
  const landmark = regions.find(
    ({ short, parents }) =>
      parents.includes(name) && text.startsWith(short, end) && startsAnotherName(text, end + short.length),
  );
  if (landmark !== undefined) return true;
  const next = findRegions(text.slice(end, end + 12), { acceptShort: () => true, within: [name] })[0];
  return next !== undefined && next.start === 0 && next.region.parents.includes(name);
}

/** jiangbei in jiangbeigdp, too. */
const LATIN_NAME = /[a-z]+?(?:['’][a-rt-z][a-z]*?)*(?=gdp|cpi|['’]s\b|[^a-z'’]|$)/g;
