import { type Region, regions, regionsNamed } from "#text/places/gazetteer.ts";
import { latin } from "#text/places/pinyin.ts";
import { findRegions, type RegionMention } from "#text/regions.ts";
import { ownRank } from "./own-rank.ts";
import { isPrintedName, printedRegion, regionStatements } from "./region-statements.ts";
import { plain, type ReportFace } from "./report-face.ts";

/** Where a region is named; how much it weighs is in `WEIGHTS`. */
export type SightingSource =
  | "statement"
  | "title"
  | "file title"
  | "caption"
  | "signature"
  | "body"
  | "places inside"
  | "file issuer"
  | "file name";

/** A region as one place of a report names it; `region` is null where no list knows the name. */
export interface Sighting {
  readonly name: string;
  readonly region: Region | null;
  readonly source: SightingSource;
  /** 1 for a plain sighting; less for one of many. */
  readonly share: number;
}

const BODY = 20000;
const COUNTRY =
  /全国人民代表大会|国务院总理|中华人民共和国(?:国民经济和社会发展|国务院|\d{4}年)|^中国\d{4}年|^\d{4}年中国|^中国[\u4e00-\u9fff]{2,10}年鉴|^(?:\d{4}年)?第.{1,2}次全国(?:人口|经济|农业)普查/m;
/** A ministry of the country, and none of its offices in a place. */
const MINISTRY =
  /^(?:中华人民共和国[\u4e00-\u9fff]{2,12}[部委会署局]|国务院[\u4e00-\u9fff]{0,12}|国家[\u4e00-\u9fff]{2,6}局)$/;
/** So many provinces, and hardly another place, are named where each has its row. */
const PROVINCES = 5;
const MOSTLY = 0.8;
const TOPMOST = regionsNamed("全国")[0] ?? null;
const SUBJECT =
  /(?<![\u4e00-\u9fff])(?:今年|去年|近年来|近日|日前|目前)?([\u4e00-\u9fff]{2,5}?(?:新区|开发区|省|市|县|区|州|旗|盟|镇))(?=[，、\d“]|今年|去年|全年|上半年|前三季度|地区|生产总值|实现|完成|坚持|聚焦|围绕|推动|推进|推出|交出|奋力|争当|力争|加快|加速|深入|全力|迎来|打造|建设|发展|高质量|人大|以|将|共|累计|新增|规模|经济|城镇|居民|财政|一般|固定|的|在|积极|持续|大力|着力|把|是|已)/g;

/** Every place of a report that names a region. */
export function sightingsOf(face: ReportFace): Sighting[] {
  const seen = (source: SightingSource, lines: readonly string[]) =>
    lines.flatMap((line) => namedIn(line, face).map((found) => ({ ...found, source, share: 1 })));
  const stated = (lines: readonly string[]): Sighting[] =>
    lines.flatMap((line) =>
      regionStatements(line)
        .flatMap((statement) => placeOf(statement, face))
        .map((found) => ({ ...found, source: "statement" as const, share: 1 })),
    );
  const front = face.front.map(plain);
  const sentences = face.opening.split(/[。；！]/).slice(0, 12);
  return [
    ...stated([...face.titles, ...front]),
    ...stated(sentences.map((sentence) => SPOKEN.exec(sentence)?.[0] ?? "")),
    ...country([...face.titles, face.fileTitle ?? ""]),
    ...seen("title", face.titles.slice(0, -1)),
    ...seen("file title", face.fileTitle === null ? [] : [face.fileTitle]),
    ...seen("file issuer", face.fileIssuer === null ? [] : [face.fileIssuer]),
    ...seen("caption", face.captions),
    ...seen(
      "signature",
      face.closing.filter((line) => /[局府会队室委]$|\d日$/.test(line)),
    ),
    ...(TOPMOST !== null && face.closing.some((line) => MINISTRY.test(line))
      ? [sighting(TOPMOST, "signature", 1)]
      : []),
    ...bodySightings(face),
    ...fileSightings(face),
  ];
}

/** 受…委托, 代表…人民政府 in the first paragraphs: the text itself says for whom it speaks. */
const SPOKEN =
  /(?:受|代表|由)[\u4e00-\u9fff]{2,30}?(?:人民政府(?:办公[室厅])?|统计局|委员会|发改委|财政局)(?=的?委托|[，,]|向|根据|编制)/;

function country(lines: readonly string[]): Sighting[] {
  const own = lines.some(
    (line) => COUNTRY.test(line) && !/省|自治区|[^城]市|县/.test(line.replace(COUNTRY, "")),
  );
  return own && TOPMOST !== null
    ? [{ name: TOPMOST.name, region: TOPMOST, source: "statement", share: 1 }]
    : [];
}

type Found = Pick<Sighting, "name" | "region">;

/** The region that a line names first, the innermost of a chain: 江北区 in 关于重庆市江北区…. */
function namedIn(line: string, face: ReportFace): Found[] {
  const [stated] = regionStatements(line).flatMap((statement) => placeOf(statement, face));
  if (stated !== undefined) return [stated];
  const mention = innermost(line, face);
  if (mention !== null) return mention.region.level === "country" ? [] : [found(mention, face)];
  const printed = printedRegion(OPENS_TITLE.exec(line)?.[1] ?? "");
  return printed === null ? [] : [{ name: printed, region: null }];
}

/** 2026年云岭县县级部门预算: a name that no list knows, where a title begins or behind its year. */
const OPENS_TITLE =
  /^(?:关于)?(?:(?:19|20)\d\d年度?)?([\u4e00-\u9fff]{2,4}?(?:自治县|街道|县|市|区|州|旗|盟|镇|乡))(?=[\u4e00-\u9fff]{2,30}(?:预算|决算|公报|报告|情况|规划|年报|年鉴|表))/u;

function placeOf(statement: string, face: ReportFace): Found[] {
  const mention = innermost(statement, face);
  if (mention !== null && mention.end === statement.length && !isTail(mention, statement))
    return mention.region.level === "country" ? [] : [found(mention, face)];
  const printed = printedRegion(statement);
  return printed === null ? [] : [{ name: printed, region: null }];
}

/** 云县 in 紫云县: the last two characters of another county's name. */
const isTail = ({ start, end }: RegionMention, statement: string): boolean =>
  start === 1 && end - start === 2 && isPrintedName(statement);

/** The last region of the first chain of regions in `line`, each inside the one before. */
function innermost(line: string, { text }: ReportFace): RegionMention | null {
  // A county's short name is an everyday word unless the text has its full name as well.
  const acceptShort = (region: Region) =>
    region.level === "province" || region.level === "city" || text.split(region.name).length > 2;
  const [first, ...others] = findRegions(line, { acceptShort });
  if (first === undefined) return null;
  let last = first;
  for (const mention of others) {
    if (mention.start !== last.end || !mention.region.parents.includes(last.region.name)) break;
    last = mention;
  }
  return last;
}

/** Of several places of one name, the one whose regions above the text names most. */
function found({ readings, region }: RegionMention, { text }: ReportFace): Found {
  const opening = text.slice(0, BODY);
  const named = (parents: readonly string[]) =>
    parents.reduce(
      (sum, parent) => sum + opening.split(parent.replace(/[省市]$|自治[区州].*$/, "")).length - 1,
      0,
    );
  const [best = region] = [...readings].sort((a, b) => named(b.parents) - named(a.parents));
  return { name: best.name, region: best };
}

/** Regions named in the text, each by its share of all; and the regions around those, which a report of theirs names. */
function bodySightings({ text }: ReportFace): Sighting[] {
  const body = text.slice(0, BODY);
  const mentions = findRegions(body)
    .map(({ region }) => region)
    .filter(({ level }) => level !== "country");
  const subjects = subjectRegions(body);
  const most = Math.max(3, mentions.length + subjects.length);
  const around = mentions.flatMap(({ parents }) =>
    parents.flatMap((parent) =>
      regionsNamed(parent)
        .filter(({ level }) => level === "province" || level === "city")
        .slice(0, 1),
    ),
  );
  const provinces = mentions.filter(({ level }) => level === "province").map(({ name }) => name);
  const byProvince = new Set(provinces).size >= PROVINCES && provinces.length >= mentions.length * MOSTLY;
  const whole =
    TOPMOST === null
      ? []
      : [
          ...(ownRank(body) === "国" ? [sighting(TOPMOST, "body", 1)] : []),
          ...(byProvince ? [sighting(TOPMOST, "places inside", 1)] : []),
        ];
  return [
    ...mentions.map((region) => sighting(region, "body", 1 / most)),
    ...subjects.map((name) => ({ name, region: null, source: "body" as const, share: 1 / most })),
    ...around.map((region) => sighting(region, "places inside", 1 / Math.max(3, mentions.length))),
    ...whole,
  ];
}

const sighting = (region: Region, source: SightingSource, share: number): Sighting => ({
  name: region.name,
  region,
  source,
  share,
});

/** Regions that no list knows, where a clause begins with their name and goes on as of something that acts. */
function subjectRegions(text: string): string[] {
  return [...text.matchAll(SUBJECT)].flatMap(([, printed = ""]) => {
    const name = printedRegion(printed);
    return name === null || regionsNamed(name).length > 0 ? [] : [name];
  });
}

/** What the file's name says, in Chinese or, of provinces and cities, in pinyin (nanchang-2025). */
function fileSightings(face: ReportFace): Sighting[] {
  const chinese = namedIn(plain(face.fileName), face).map((one) => ({
    ...one,
    source: "file name" as const,
    share: 1,
  }));
  if (chinese.length > 0 || /[\u4e00-\u9fff]/.test(face.fileName)) return chinese;
  const words = face.fileName
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 4);
  const inPinyin = words.flatMap((word) => pinyinNames().get(word) ?? []).slice(0, 1);
  return inPinyin.map((region) => sighting(region, "file name", 0.5));
}

let pinyinMade: ReadonlyMap<string, Region> | null = null;
function pinyinNames(): ReadonlyMap<string, Region> {
  if (pinyinMade !== null) return pinyinMade;
  const larger = regions.filter(({ level }) => level === "city" || level === "province");
  pinyinMade = new Map(larger.toReversed().map((region) => [latin(region.short), region]));
  return pinyinMade;
}
