import { z } from "zod";
import data from "./deeds.json" with { type: "json" };
import { anyOf, CONJUNCTION, words } from "./words.ts";

const list = z.array(z.string().min(1));
const { verbs, vague, ends } = z
  .strictObject({ comment: z.string(), verbs: list, vague: list, ends: list })
  .parse(data);

const VERB = anyOf(verbs);
const SECOND_VERB = anyOf(verbs.filter((verb) => verb !== "完成"));
/** 开工改造, 新建和改扩建: two verbs do one thing. */
const DEEDS = [`${VERB}[、和及]?${SECOND_VERB}`, VERB].map((verb) => new RegExp(`^${verb}(?=..)`, "u"));
const VERB_ALONE = new RegExp(`^${VERB}(?:[、和及]?${SECOND_VERB}){0,2}$`, "u");
const VAGUE: ReadonlySet<string> = new Set([...vague, ...words.generic.filter((name) => name.length < 4)]);
/** 加固江堤和新建水库5座: two deeds, and one figure. */
const TWO_DEEDS = new RegExp(`、|以及|或|[和及与]${VERB}`, "u");
const PARTICLE =
  /[的了在对把被将由从并给每该这那其]|各$|^为|用于|关于|(?<!级)以上|以下|超过|总投资|占地|[全我本](?:市|省|国|县)|全区/u;
const DONE_AGAIN =
  /增长|增加|上升|提高|下降|减少|降低|扩大|实现|达|带动|拉动|占|超|元$|率$|比重|标准$|时间$|期限$/u;
const COUNTED =
  /[个家所户条座项件台辆张处名套批种人次栋幢眼盏支位亩株间场宗起例只艘架门封幅首部篇盏组对]$|里$|米$|顷$|元$/u;
const CLASSIFIED = /[个家所户条座项件台辆处名套栋幢支位间场宗起部眼盏]$/u;
const AFTERWARDS =
  /^(?<thing>[\p{Script=Han}A-Za-z0-9“”+]{2,16}?)(?=[，；。]|、(?=\d)(?!\d[^，；。]*[等的])|[和及与]\d|$)/u;
/** 依托金融集聚区打造 …: an institution that something is done to or with. */
const ACTS = new RegExp(`^(?:${VERB}|${anyOf(words.verbs)}|支持|依托|在)`, "u");
/** Kinds that the whole region is spoken of in: 狠抓企业培育, 产业链拓展. */
const OF_ALL: ReadonlySet<string> = new Set([
  "企业",
  "平台",
  "基地",
  "中心",
  "社区(?!卫生|服务|养老|矫正|居家|教育|治理|体育)",
  "集群",
  "产业链",
  "学校",
  "(?<!城)乡",
  "(?<![农乡])村",
]);
const INSTITUTION = new RegExp(
  `^(?!\\d)[^，；：。、]{0,16}?${anyOf(words.notRegion.filter((word) => !OF_ALL.has(word)))}(?!${anyOf(ends)}|项目|建设|改造|[^，；：。]{0,8}(?:${anyOf(ends)}))`,
  "u",
);

const EVENT = new RegExp(
  `^[^，；：。、]{0,16}?${anyOf(words.notRegion)}[^，；：。]{0,4}(?:${anyOf(ends)})`,
  "u",
);

/** True for words that name a deed and nothing that it was done to: 新开工, 建成投用. */
export function isDeed(words: string): boolean {
  return VERB_ALONE.test(words);
}

/** The deeds that words speak of, in order: 开工 in 开工重点项目. */
export function deedsIn(text: string): readonly string[] {
  return text.match(new RegExp(VERB, "gu")) ?? [];
}

/** True when a deed told in this unit is a count, a size or a sum. */
export function deedFits(unit: string): boolean {
  return COUNTED.test(unit);
}

/** True when a deed told in this unit counts things: 712处, 1万个. */
export function isClassified(unit: string): boolean {
  return CLASSIFIED.test(unit);
}

/** 康特智能终端等24个 … : what stands before 等 are examples of what follows. */
function withoutExamples(object: string): string {
  const rest = object.replace(/^.{2,}?等(?!级|教育|职业|学校)/u, "");
  return rest.length >= 2 ? rest : object;
}

function clean(object: string): boolean {
  const body = object.replace(/[“”]/gu, "");
  return (
    body.length >= 3 &&
    body.length <= 16 &&
    /^[\p{Script=Han}A-Za-z0-9+]+$/u.test(body) &&
    (object.match(/“/gu)?.length ?? 0) === (object.match(/”/gu)?.length ?? 0) &&
    !/\d{2,}/u.test(body) &&
    !VAGUE.has(body) &&
    !PARTICLE.test(body) &&
    !DONE_AGAIN.test(body) &&
    !TWO_DEEDS.test(body)
  );
}

/** 完成 and 建成 say nothing that the object does not: 完成土地出让 is 土地出让. */
function named(verb: string, object: string): string {
  const done = verb.replace(/^完成/u, "");
  return `${done}${done === "" && object.length > 5 ? object.replace(/(?:年度)?(?:目标)?任务$/u, "") : object}`;
}

/** 争取 hopes for a level and wins a sum: 争取上级资金. */
const WON = /(?:资金|债券|项目|补助|贷款|专项|用地|指标|预算内投资)$/u;

interface Deed {
  readonly verb: string;
  readonly object: string;
}

/** The verb, or the two verbs, of a deed and what was done to; null for words that tell of none. */
function deedIn(text: string): Deed | null {
  for (const pattern of DEEDS) {
    const [verb] = pattern.exec(text) ?? [];
    if (verb === undefined) continue;
    const whose = withoutExamples(text.slice(verb.length));
    if (verb.endsWith("争取") && !WON.test(whose)) continue;
    if (clean(whose) || (verb === "完成" && /^(?:征地|供地)$/u.test(whose))) return { verb, object: whose };
  }
  return null;
}

/** The deed that `text`, the words from the clause's first to the figure, tells of: 实施审计项目; null for none. */
export function readDeed(text: string): string | null {
  const deed = deedIn(text);
  return deed === null ? null : named(deed.verb, deed.object);
}

/** The verb of a deed, so that 投用停车场5个、小微停车场20个 goes on with it. */
export function verbOf(deed: string): string | null {
  return deedIn(deed)?.verb ?? null;
}

/** 竣工投用67个项目: a verb alone before the figure, the things after it; null for anything else. */
export function readCountedDeed(verb: string, unit: string, after: string): string | null {
  if (!VERB_ALONE.test(verb) || !CLASSIFIED.test(unit)) return null;
  const thing = AFTERWARDS.exec(after)?.groups?.["thing"];
  if (thing === undefined || PARTICLE.test(thing) || CONJUNCTION.test(thing) || DONE_AGAIN.test(thing))
    return null;
  if (thing !== "项目" && !clean(thing)) return null;
  return named(verb, `${thing}${sharedDeed(verb, thing, after)}`);
}

const DEED_NOUN = "建设|改造|整治|治理|提升|修缮|更新|清理|升级|加固";
const OWN_DEED = new RegExp(`(?:${DEED_NOUN}|项目|工程|任务|活动|行动|扩建|打通|退租|硬化|配置)$`, "u");
const SHARED_DEED = new RegExp(
  `^[^，。；、和及]{2,14}[、和及][^，。；]*?\\d[^，。；]*?(?<deed>${DEED_NOUN})(?:任务|工作|工程)?(?=[，。；]|$)`,
  "u",
);

/** 完成1386个停车位和6个中转站建设: what was done to the things, said once behind the last. */
function sharedDeed(verb: string, thing: string, after: string): string {
  if (!/(?:完成|实施|启动|开展|推进)$/u.test(verb) || OWN_DEED.test(thing)) return "";
  return SHARED_DEED.exec(after)?.groups?.["deed"] ?? "";
}

/** 重庆动漫产业园落地发展 tells of an institution and nothing that the next clause goes on with. */
export function endsWithItself(clause: string): boolean {
  return EVENT.test(clause);
}

/** 区级重点项目, 市、区重点民生实事, 学校新改扩建项目: a list that a region keeps, told by its length. */
const KEPT =
  /^(?<thing>(?:[国省市州区县旗]、?){0,3}级?(?:[\p{Script=Han}]{0,6}重点[\p{Script=Han}]{0,6}?(?:项目|实事|工程)|(?:民生|惠民)实事(?:项目)?)|(?:国家|[省市州区县])级[\p{Script=Han}]{0,8}(?:改革试点|项目|实事))(?<rest>.*)$/u;
/** What is said of all of them: 全年完成投资, 有序推进, 的施工进度. */
const OF_ALL_KEPT =
  /^(?:年度|各项)?(?:目标|任务)*(?:$|[，；。]|(?:已|均|全部|全面|全年|累计|预计|共|较好|圆满|顺利|如期|有序|有力|加快|加速|稳步|扎实|先行)|完成|实施|推进|建设|办结|兑现|落实|的(?:施工|建设|前期|设计|实施))/u;

/** 245个区级重点项目完成投资231亿元: the list spoken of as a whole; null for a part of one (其中3个开工) or anything else. */
export function readKeptList(unit: string, after: string): string | null {
  const match = CLASSIFIED.test(unit) ? KEPT.exec(after)?.groups : undefined;
  const thing = match?.["thing"];
  if (thing === undefined || PARTICLE.test(thing) || !OF_ALL_KEPT.test(match?.["rest"] ?? "")) return null;
  return /(?:开工|竣工|建成|投产|投用|入选|获批|签约|落地|落户|纳入|列入|完工)/u.test(match?.["rest"] ?? "")
    ? null
    : thing;
}

const EVENTS =
  /^(?<thing>[\p{Script=Han}]{0,8}项目)(?:已|陆续|相继|全部|顺利)?(?<event>(?:开工|竣工|建成|完工)(?:建设|投产|投用|投运)?|投产|投用|签约|签约落地|落地|落户)(?=[，；。、]|$)/u;

/** 24个项目开工建设: the things that something came to pass with, after the figure; null for anything else. */
export function readEvent(unit: string, after: string): string | null {
  const match = CLASSIFIED.test(unit) ? EVENTS.exec(after)?.groups : undefined;
  return match === undefined ? null : `${match["event"]}${match["thing"]}`;
}

/** True when a clause before the deed speaks of a park, a company or the like, whose doing it may be. */
export function mayBeOthers(before: string): boolean {
  const clauses = before.slice(before.lastIndexOf("；") + 1).split(/[，：。]/u);
  return clauses.some((clause) => INSTITUTION.test(clause) && !ACTS.test(clause));
}
