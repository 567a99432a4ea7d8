import type { SourceDocument } from "#domain/document.ts";
import { regionMeant } from "#indicators/extract-region.ts";
import { withoutNamesOfChina } from "#text/places/not-a-place.ts";
import { shortName } from "#text/places/place-names.ts";
import { findRegions } from "#text/regions.ts";
import { readDeed } from "./deeds.ts";
import { knownName } from "./known-name.ts";
import { withoutTotal } from "./lead.ts";
import { placesWithin } from "./place/places-within.ts";
import { anyOf, CONJUNCTION, words } from "./words.ts";

/** Who and what a figure is about. */
export interface Subject {
  /** As printed, without the words that lead in. */
  readonly name: string;
  /** Id in the catalogue, or null for a clean noun phrase outside it. */
  readonly concept: string | null;
  readonly region: string | null;
  /** True when the sentence names the region right there. */
  readonly regionSaid: boolean;
  /** What was done, where the words tell of a deed: 认定高新技术企业. */
  readonly deed?: string;
}

const LEAD = new RegExp(`^${anyOf(words.lead)}+`, "u");
const YEAR_LEAD = /^(?:到|至|截至|截止)?(?:19|20)\d\d年?(?:底|末|全年)?/u;
/** 全市民营经济 is of the city; in 全市民 and 全国有 the word goes on. */
const REGION_WORD =
  /(?:[全我本](?:国(?!人大|政协|先进|优秀|文明|劳|重点|百强|示范|性|统一)|省|市|区|县|州|旗|镇)(?!际|营(?!业|商|收)|民(?!营|间|办|用|生|族)|有(?!效|机)|级|”)|[省市县区]域(?=生产总值|经济总量|GDP)|辖区内?|区域内?|国内(?!生产|旅游|外|[（(]))/u;
/** 获全省最高奖励, 居全国第一: the region is whose measure or prize it is. */
const COMPARISON = /获|列|居|位|排名|跻身|进入|占|高于|低于|超过|比|较|相当于|快于|好于/u;
const WIDER = /中心城区|主城都市区|主城区|都市圈|全球|世界|西部地区|同期/u;
const PARTICLES = /^为|[的了在对把被将由从让并给每该这那]|用于|关于|等于|以(?![上下内])|向(?![型])/u;
const VERB = new RegExp(
  `^${anyOf(words.verbs)}|实现|完成(?!率)|达到|新增|建成|带动|拉动|获得|累计|争取|引进|共(?:投|增)|增加(?!值)|筹集|筹措|安排|拨付|投资建设|建设[^用筑]`,
  "u",
);
const FOREIGN = new RegExp(`${anyOf(words.notRegion)}|项目|工程|总投资`, "u");
const BROAD = new RegExp(anyOf(words.broad), "u");

function conceptOf(phrase: string): string | null {
  return knownName(phrase).concept;
}

interface Placed {
  /** The subject without region words. */
  readonly rest: string;
  readonly region: string | null;
  readonly said: boolean;
}

/** 杭州市区: the town itself and not the whole city; but 杭州市区域. */
const TOWN = /^市区(?!域|县)/u;

/** Takes leading region words off; null when the words are about somebody the document does not speak for. */
function placed(document: SourceDocument, text: string): Placed | null {
  if (WIDER.test(text)) return null;
  const own = document.region ?? "";
  const short = shortName(own);
  for (const name of [own, short]) {
    if (name.length >= 2 && text.startsWith(name) && !TOWN.test(text.slice(name.length - 1)))
      return { rest: text.slice(name.length), region: own, said: true };
  }
  const word = REGION_WORD.exec(text);
  if (word !== null) {
    const before = text.slice(0, word.index);
    if (COMPARISON.test(before)) return null;
    const meant = /^(?:辖区|区域)/u.test(word[0]) ? document.region : regionMeant(document, word[0]);
    // 全市 of a district whose city is not known is somebody else's all the same.
    const region = meant ?? (/^全[省市]/u.test(word[0]) ? word[0].slice(0, 2) : meant);
    return region === undefined
      ? null
      : { rest: text.slice(word.index + word[0].length), region, said: true };
  }
  const [place, ...others] = placesWithin(document, text);
  if (place !== undefined && others.length === 0 && conceptOf(place.rest) !== null)
    return { rest: place.rest, region: place.name, said: true };
  const named = findRegions(withoutNamesOfChina(text), {
    acceptShort: (region) => region.level === "province",
  });
  if (named.some((mention) => mention.region.name !== own && !own.includes(mention.region.short)))
    return null;
  return { rest: text, region: document.region, said: false };
}

/** 我区, 全市 and nothing behind: the region whose figure follows; null where the words say more, or of nobody known. */
export function regionAlone(document: SourceDocument, text: string): string | null {
  const place = placed(document, withoutLead(text));
  return place?.said === true && withoutLead(place.rest) === "" ? place.region : null;
}

/** Strips the words that lead in, and years, from the start of a subject. */
export function withoutLead(text: string): string {
  let rest = text;
  for (;;) {
    const next = rest.replace(YEAR_LEAD, "").replace(LEAD, "");
    if (next === rest || next === "") return next;
    rest = next;
  }
}

/** An opening quotation mark without its closing one, or the other way round, shows a phrase cut in two. */
function balanced(text: string): boolean {
  return (text.match(/“/gu)?.length ?? 0) === (text.match(/”/gu)?.length ?? 0);
}

/** 新能源及智能汽车产量: two kinds of one thing, told in one figure. */
const PAIR =
  /^(?!.{0,6}(?:率|额|值|收入|支出|投资|产量|人口)[和及与])[^、和及与或]{2,6}[和及与](?!化)[^、和及与或]{3,9}(?:产量|产值|增加值|营业收入|拥有量)$/u;

/** Noun phrases of four characters that say what they are. */
const SHORT =
  /^(?:政府|社会|民间|工业|财政)|^(?!人均|户均|实物|当年)..产量$|^(?:水利|能源|旅游|交通|教育|科技|文化|卫生|农业|林业|电力|市政)(?:投资|支出)$/u;

/** A short noun phrase without verbs, particles, lists, figures, parks or companies: it can stand for itself. */
function cleanNounPhrase(text: string): boolean {
  const body = text.replace(/[“”（）()]/gu, "");
  const least = SHORT.test(body) ? 4 : 5;
  if (!balanced(text) || body.length < least || text.length > 18) return false;
  if (!/^[\p{Script=Han}A-Za-z0-9.&+/]+$/u.test(body) || /^占|\d{2,}/u.test(body)) return false;
  if (PARTICLES.test(body) || VERB.test(body) || (CONJUNCTION.test(body) && !PAIR.test(body))) return false;
  if (words.generic.includes(body)) return false;
  return !FOREIGN.test(body) || (BROAD.test(body) && /企业/u.test(body));
}

const ADDED = new RegExp(
  `^(?<verb>${anyOf(words.added)})(?<thing>[\\p{Script=Han}A-Za-z0-9“”（）.]{2,14})$`,
  "u",
);

/** The verb of 新增普惠性幼儿园: a thing of which so many were added; null for anything else. */
export function whatWasAdded(text: string): string | null {
  const match = ADDED.exec(text)?.groups;
  const thing = match?.["thing"] ?? "";
  if (
    match === undefined ||
    !balanced(thing) ||
    PARTICLES.test(thing) ||
    CONJUNCTION.test(thing) ||
    /等|亿级|项目$|^(?:里程|面积|投资|产能|收入)$/u.test(thing)
  )
    return null;
  return /实现|完成|达到|总投资|占地/u.test(thing) || /^\d/.test(thing) ? null : (match["verb"] ?? null);
}

/** 服务业实现增加值, 规上工业企业实现利润: a class of the whole region and what it achieved make one name. */
function ofBroadActor(text: string): string | null {
  const match = /^(?<who>.{2,12}?)(?:共|累计)?(?:实现|完成)(?<what>.{2,12})$/u.exec(text)?.groups;
  if (match === undefined || !BROAD.test(match["who"] ?? "")) return null;
  const joined = `${match["who"]}${match["what"]}`;
  return conceptOf(joined) !== null || cleanNounPhrase(joined) ? joined : null;
}

/** 家电产值占全市, 经济总量占全省比重: the region's share of the wider one. */
const SHARE_OF_WIDER =
  /^(?<part>[\p{Script=Han}A-Za-z]{2,14}?)(?:总量)?约?占(?:到|了)?(?<whole>全(?:国|省|市|州|区|县))(?:总量|总额)?的?(?:比重|比例|份额)?的?$/u;

function shareOfWider(document: SourceDocument, text: string): Subject | null {
  const match = SHARE_OF_WIDER.exec(withoutLead(text))?.groups;
  const whole = match?.["whole"] ?? "";
  if (match === undefined || regionMeant(document, whole) === document.region) return null;
  const place = placed(document, match["part"] ?? "");
  const part = withoutLead(place?.rest ?? "");
  if (place === null || place.region !== document.region) return null;
  if (conceptOf(part) === null && !cleanNounPhrase(`${part}比重`)) return null;
  return { name: `${part}占${whole}比重`, concept: null, region: place.region, regionSaid: place.said };
}

/** 民生投入占一般公共预算支出, 战略性新兴产业增加值占规上工业的: the name of a share. */
function shareName(text: string): string | null {
  const match = /^(?<part>[^占]{2,14})占(?<whole>[^占全]{2,14}?)的?(?:比重|比例|份额)?的?$/u.exec(
    text,
  )?.groups;
  if (match === undefined) return null;
  const part = match["part"] ?? "";
  const name = `${part}占${match["whole"]}比重`;
  return conceptOf(name) !== null || conceptOf(part) !== null || cleanNounPhrase(part) ? name : null;
}

/** The verb that is all there is before a figure (全年新开工68个项目), as a subject to be named by what follows. */
export function verbAlone(document: SourceDocument, text: string): Subject | null {
  const place = placed(document, withoutLead(text));
  if (place === null) return null;
  const name = withoutLead(place.rest) || (text.endsWith("完成") ? "完成" : "");
  return name === "" ? null : { name, concept: null, region: place.region, regionSaid: place.said };
}

/** The deed told by `name`, which stands at the end of `text`; 完成 and 争取 may have been taken off as words that lead in. */
function deedOf(text: string, name: string): string | null {
  const verb = text.endsWith(name) ? /(?:完成|争取)$/u.exec(text.slice(0, -name.length))?.[0] : undefined;
  return readDeed(name) ?? (verb === undefined ? null : readDeed(`${verb}${name}`));
}

/** 县级一般公共预算收入 in a county's report is the county's. */
const withoutOwnLevel = ({ region }: SourceDocument, name: string): string =>
  /[县区旗]$/u.test(region ?? "") ? name.replace(/^[县区旗]级(?=一般公共预算|财政|税收)/u, "") : name;

const OF_WHOLE = /(?:比重|比例)?占(?<whole>全[省市区县州旗])(?=(?:地区)?生产总值|GDP|经济总量|财政)/u;

/** 非公有制经济占全省生产总值 in the province's own report: the whole is its own, and a share of it is no share of a wider region's. */
function ofOwnWhole(document: SourceDocument, text: string): string {
  const whole = OF_WHOLE.exec(text)?.groups?.["whole"];
  return whole === undefined || regionMeant(document, whole) !== document.region
    ? text
    : text.replace(OF_WHOLE, "占");
}

/** 占常住人口比重（常住人口城镇化率）: the name stands behind what it means. */
const NAMED_BEHIND = /[^（(]{2,}[（(](?<name>[^（）()]{4,14})[）)]$/u;

/**
 * Who and what `text`, the words before the verb, speak of; null when that is not clear: another region, a part of
 * the region, an object of some action.
 */
export function readSubject(document: SourceDocument, written: string): Subject | null {
  const text = ofOwnWhole(document, written);
  const start = withoutLead(balanced(text) ? text : text.replace(/[“”]/gu, ""));
  const share = shareOfWider(document, text);
  if (share !== null) return share;
  const named = NAMED_BEHIND.exec(start)?.groups?.["name"];
  if (named !== undefined && conceptOf(named) !== null) return readSubject(document, named);
  const place = placed(document, start);
  if (place === null) return null;
  const name =
    withoutOwnLevel(document, withoutLead(place.rest)) ||
    ((place.said && /^经济总量/u.test(place.rest)) || /^经济总量$/u.test(text) ? "地区生产总值" : "");
  const { region } = place;
  if (name === "") return null;
  const deed = deedOf(text, name);
  const found = (printed: string, concept: string | null): Subject => ({
    name: printed,
    concept,
    region,
    regionSaid: place.said,
    ...(deed === null ? {} : { deed }),
  });
  const shorter = withoutTotal(name);
  // 城镇累计新增就业: over how long does not change the name.
  const once = name.replace(/累计|合计/u, "");
  for (const printed of [name, start, ...(shorter === null || shorter === "" ? [] : [shorter]), once]) {
    const concept = conceptOf(printed);
    if (concept !== null && !words.generic.includes(printed)) return found(printed, concept);
  }
  const growing = conceptOf(`${name}增长`);
  if (growing !== null && !words.generic.includes(name)) return found(name, growing);
  const made = shareName(name) ?? ofBroadActor(name);
  if (made !== null) return found(made, conceptOf(made));
  if (/^其中/u.test(text)) return null;
  if (cleanNounPhrase(name) || whatWasAdded(name) !== null) return found(name, null);
  return deed === null ? null : found(deed, null);
}
