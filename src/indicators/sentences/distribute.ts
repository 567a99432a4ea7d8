import { knownName } from "./known-name.ts";
import { anyOf, CONJUNCTION, words } from "./words.ts";

const HEAD = new RegExp(`${anyOf(words.heads)}$`, "u");

/** Things that are counted: 省级科技小巨人企业. */
const THING = /(?:企业|机构|平台|基地|人才|合作社|农场|户|项目)$/u;

/** What a list is measured by, printed once after its last: 铁路、高速公路通车里程. */
const MEASURE = new RegExp(
  `(?:${[
    "(?:行业|产业)?(?:增加值|总产值|产值|(?:主营业务|营业|销售)收入|利润|税收)",
    "产量|排放量|投资|(?:平均|年均)?浓度|(?:零售|销售|营业|交易)额",
    "(?<!进)出口(?:额|总额)?|(?:占[^占]{2,14}|出口|装机)的?(?:比重|占比)",
    "(?:种植|播种|养殖|食品认证)?面积|通车里程|总?里程|(?:发电)?(?:累计)?装机(?:容量|规模)?",
    "(?:人口|保健|社区养老服务|(?:社会)?(?:养老|医疗)?保险)(?:综合)?覆盖率|(?:无害化)?处理率|(?:群众)?满意率|办结率|综合利用率",
    "(?:政策|制度)(?:范围)?内[^，]{0,8}(?:报销|支付)比例",
    "(?:货物|旅客|集装箱)?吞吐量|(?:客?货运输?|货物|旅客)?周转量",
  ].join("|")})$`,
  "u",
);
/** What measures by itself: 水耗、二氧化碳排放量 share no measure. */
const OWN_MEASURE = /(?:[率额量耗值]|投资|人数|面积|里程)$/u;
/** Words with which the tail may begin that the parts share: 省会、设区市空气质量优良率. */
const TAIL =
  /^(?:人口|综合|教育|城镇化|空气|水质|流域|领域|抽检|良种|毛?入[学园]|政策|住院|医保|医疗|保险|社会养老|基本医疗|居民|人均|人数|覆盖|最低|制度内|限上|类|六大|低保|五保|特困|满意|优良|办结|合格|达标|处[理置]|普及|转化|利用|贡献|零售|销售|进出口|生均|报销|救助|供养|参保|平均|补助|养老|资金|占|就业|政策范围|[存贷]款)/u;

const known = (phrase: string) => knownName(phrase).concept !== null;

/** The shortest tail of `last` that makes a known name of `part`: 城镇 + 居民人均可支配收入. */
export function completed(part: string, last: string): string | null {
  if (known(part)) return part;
  // 旅游投资 of 能源、旅游投资 names itself, which its one measure completes.
  if (part === last && OWN_MEASURE.test(last) && MEASURE.exec(last)?.index !== 0 && MEASURE.test(last))
    return last;
  for (let at = last.length - 2; at > 0; at--) {
    const whole = part + last.slice(at);
    if (known(whole)) return whole;
  }
  // 国家级、省级重点龙头企业: what the levels are of.
  const graded = /级$/u.test(part) ? /^[^级]{1,3}级(?<thing>.+)$/u.exec(last)?.groups?.["thing"] : undefined;
  if (graded !== undefined) return part + graded;
  if ((HEAD.test(part) || THING.test(part)) && part.length >= 5) return part;
  if (/[^总](?:产量|加工量|发电量|销量)$/u.test(part)) return part;
  if (part.length < 2 || OWN_MEASURE.test(part)) return null;
  const rest = last.slice(part.length);
  if ((part.at(-1) === last.at(part.length - 1) || TAIL.test(rest)) && HEAD.test(rest)) return part + rest;
  const measure = MEASURE.exec(last)?.[0];
  if (measure === undefined || measure === last) return null;
  return part.endsWith(measure) ? part : part + measure;
}

/** 基本养老、医保参保率: the known names that the parts before the last make with its tail. */
export function beforeLast(text: string): string[] {
  const parts = text.split("、").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  return parts.slice(0, -1).flatMap((part) => {
    const whole = completed(part, last);
    return whole !== null && known(whole) ? [whole] : [];
  });
}

/** 战略性新兴制造业、高技术产业产值: the measure printed once, after the last. */
function withMeasure(part: string, last: string): string {
  const measure = /(?:总产值|产值|增加值|收入|投资|支出|产量)$/u.exec(last)?.[0] ?? "";
  return part.endsWith(measure) ? part : `${part}${measure}`;
}

/** The head of the first part that makes a known name of a later one: 税收收入、非税收入; or it stands by itself. */
function completedByFirst(part: string, first: string): string | null {
  if (known(part) || (HEAD.test(part) && part.length >= 5)) return part;
  for (let at = 1; at < first.length; at++) {
    const whole = first.slice(0, at) + part;
    if (known(whole)) return whole;
  }
  return null;
}

/** How many a list names: 城镇和农村居民人均可支配收入, or 城乡居民 for both. */
export function sidesOf(text: string): number {
  const parts = text.split(CONJUNCTION).filter((part) => part !== "").length;
  return parts === 1 && text.includes("城乡") ? 2 : parts;
}

const INDUSTRIES = /第?一、第?二[、和]第?三(?:次|大)?产业/u;

/** 一、二、三次产业增加值, 第一、二、三产业: each industry by its whole name. */
export const industriesApart = (text: string): string =>
  text.replace(INDUSTRIES, "第一产业、第二产业、第三产业");

/**
 * The subjects of a list that `count` figures follow: `城镇和农村常住居民人均可支配收入` is two whole names.
 * Null when the words don't part into as many subjects.
 */
export function distribute(text: string, count: number): string[] | null {
  const [list = "", tail = ""] = text.split(/分别|各(?=实现|完成|达|增)/u);
  const parts = list.split(CONJUNCTION).filter((part) => part !== "");
  const first = parts[0];
  const last = parts.at(-1);
  if (/等(?!教育|职业|学校|级)/u.test(list)) return null;
  if (parts.length === 1 && count === 2 && list.includes("城乡")) {
    return ["城镇", "农村"].map((side) => list.replace("城乡", side) + tail);
  }
  if (tail !== "")
    return parts.length === count ? parts.map((part) => `${withMeasure(part, last ?? "")}${tail}`) : null;
  if (parts.length !== count || first === undefined || last === undefined) return null;
  const heads = parts.map((part) => completed(part, last));
  if (heads.every((head) => head !== null)) return heads;
  const tails = parts.map((part) => completedByFirst(part, first));
  return tails.every((tail) => tail !== null) ? tails : null;
}
