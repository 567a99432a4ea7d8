import { withoutPlace } from "#answer/passages/wording.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

/** 差多少, 哪块大, 几倍: sets two things against each other. */
const AGAINST =
  /差(?:了)?(?:多少|几|多大)|相差|(?:哪|谁|[多高大快少低小慢])(?:[一个类块样项种边])?.{0,6}(?:[多高大快少低小慢]|多少|几)|[几多少]倍|几成/;
const JOINT = /和|与|跟|同|比|、|是|占/g;
/** Where the second thing ends: what follows asks. */
const ASKING =
  /(?:的?哪|的?谁|这?两[个类者种项块]|这?俩|相?差|[多高大快少低小慢]出?(?:多少|几|些|$)|占|各|的?几[倍成]|的?多少|分别|大概|差不多|约).*$/;
/** 同比, 比上年: how much the same thing changed, and no second thing. */
const EARLIER = /同比|环比|[和与跟比较]?(?:上一?年|去年|前年|往年|上期|上月|上季度|年初)(?:的?同期)?/g;
const TIME = /(?:19|20)\d{2}年?|^\s*(?:的|里|中)|安排的?|计划里|\s/g;
/** 是甲还是乙: the one or the other. */
const EITHER = /(?:^.*?是)?([^是]{2,}?)还是/g;
/** What is told in per cent. */
const RATE = /增速|增长|增幅|涨幅|占比|比重|比例|百分|降幅|[增涨升降长]得|[高低快慢]几个点|点$/;
const RATE_WORDS = /增速|增长率?|增幅|涨幅|占比|比重|比例|降幅/g;

/** 甲和乙两个产业，哪个…: what asks goes on with the things named. */
const RUNS_ON = /[,，](?=哪|谁)/g;
/** 征地多少亩、供地多少亩: each is asked for its own figure. */
const NO_NAME = /、|多少/;

/** Things that a question sets against each other. */
export interface Sides {
  /** Two things or more. */
  readonly names: readonly string[];
  /** What is compared (年度投资计划); empty where the question does not say. */
  readonly measure: string;
  /** Whose the things are (新区的产值和税收); empty where it does not say. */
  readonly owner: string;
  /** True where figures in per cent are asked for. */
  readonly rate: boolean;
}

/** What is longer is pasted text: each 和 in it could set two things against each other. */
const LONGEST = 200;

/** Every way to read a question as things set against each other; empty where it does not compare. */
export function sidesIn(question: Question): Sides[] {
  const folded = foldPlain(question.asked);
  if (folded.length > LONGEST || !AGAINST.test(folded)) return [];
  const rate = RATE.test(folded);
  return withoutPlace(folded, question)
    .replace(RUNS_ON, "")
    .split(/[,，。;；:：?？]/)
    .flatMap((clause) => readingsOf(clause.replace(EARLIER, "").replace(TIME, "").replace(EITHER, "$1和")))
    .map((sides) => ({ ...sides, names: completed(sides.names) }))
    .filter(({ names }) => names.every((name) => name.length > 1 && !NO_NAME.test(name)))
    .filter(({ names, measure }) => measure !== "" || !names.some((name) => TOWN_OR_LAND.test(name)))
    .map(({ measure, ...sides }) => ({ ...sides, measure: measure.replace(RATE_WORDS, ""), rate }));
}

/** 城镇 alone names nothing that a figure could be of. */
const TOWN_OR_LAND = /^(?:城镇|城市|城里|城乡|农村|乡村|乡下|市区)$/;
const OF_TOWN_OR_LAND = /^(?:城镇|城市|城里|农村|乡村|乡下|市区)(?=.)/;

/** 城镇和农村居民收入: what is printed once belongs to both. */
function completed(names: readonly string[]): readonly string[] {
  const tail = names.find((name) => OF_TOWN_OR_LAND.test(name))?.replace(OF_TOWN_OR_LAND, "");
  return tail === undefined
    ? names
    : names.map((name) => (TOWN_OR_LAND.test(name) ? `${name}${tail}` : name));
}

function readingsOf(clause: string): Omit<Sides, "rate">[] {
  const many = clause
    .replace(ASKING, "")
    .replace(COUNTED, "")
    .split(/[、和与及]/);
  if (many.length > 2) return [{ names: many, measure: measureBehind(clause), owner: "" }];
  return [...clause.matchAll(JOINT)].flatMap(({ index, 0: joint }) => {
    const [one = "", own = ""] = cutAt(clause.slice(0, index));
    const rest = clause.slice(index + joint.length);
    const [two = "", shared = ""] = cutAt(rest.replace(ASKING, ""));
    const behind = measureBehind(rest);
    // 新培育的科技型企业和认定的高新技术企业: each is a thing of its own.
    if (own !== "" && shared !== "" && own !== shared && COUNTABLE.test(own) && COUNTABLE.test(shared))
      return [{ names: [`${one}${own}`, `${two}${shared}`], measure: behind, owner: "" }];
    // 新区的产值和税收: what stands before 的 may also be whose the two things are.
    const owned = own === "" || shared !== "" ? [] : [{ names: [own, two], measure: behind, owner: one }];
    // 续建项目总投资比新建项目多多少: the first thing says what is measured of both.
    const tail = joint === "比" ? /^(.{2,}?项目|.{2,}?产业)(.{2,})$/.exec(one) : null;
    const said = tail === null ? [] : [{ names: [tail[1] ?? "", two], measure: tail[2] ?? "", owner: "" }];
    return [...said, { names: [one, two], measure: shared || own || behind, owner: "" }, ...owned];
  });
}

/** 建成的工厂: what was done to a thing is no part of its name. */
const DONE = /^(?:全年|共|一共)?(?:建成|建设|新建|新增|完成|实施|引进|投用|建|发展)(?:了|的)+/;

/** 政府主导类项目的年度投资: the thing, and what is measured of it. */
const cutAt = (words: string): string[] =>
  words
    .replace(DONE, "")
    .replace(/大概|差不多|约$|[多高大快少低小慢]还$/g, "")
    .split(/的(?=[^的]+$)/);

/** 两个产业营收差多少, 哪个营业收入增速最快: what is measured stands in what asks. */
function measureBehind(clause: string): string {
  const asking = (ASKING.exec(clause)?.[0] ?? "").replace(BEFORE_MEASURE, "");
  if (/钱|花/.test(asking)) return "投资";
  const words =
    /^([\u4e00-\u9fff]{2,6}?)(?=增速|增长|增幅|最|更|相?差|哪|谁|各|[多高大快少低小慢])/.exec(asking)?.[1] ??
    "";
  return NO_MEASURE.test(words) ? "" : words;
}

/** 土地开发四类项目: the count of the things is no part of the last one's name. */
const COUNTED = /[二两三四五六七八九十\d]+[个大类种项](?:项目|产业|行业|指标|领域)?$/;
/** What is counted, not measured. */
const COUNTABLE =
  /(?:企业|项目|学校|公园|园区|平台|机构|人才|岗位|工程|道路|车间|工厂|商家|品牌|医院|幼儿园|主体)$/;
const BEFORE_MEASURE =
  /^的?(?:这?(?:两[个类者种项块]|俩))?(?:产业|行业|项目|领域)?(?:哪|谁)?一?[个类块样项种边]?(?:的|更|最)?/;
const NO_MEASURE = /^(?:增速|增长|增幅|金额|规模|相差|[多高大快少低小慢])|(?:比例|比重|面积|长度)$/;
