import { describe, expect, test } from "vitest";
import {
  attributesAsked,
  bareFigureAsked,
  countedAlike,
  expectationOf,
  figureAsked,
  meets,
  NOTHING_EXPECTED,
  thingMeasured,
} from "./expectation.ts";

describe("what the wording expects", () => {
  test.each([
    ["新建了多少个口袋公园", { number: true, classifier: "个" }],
    ["投资多少亿元", { number: true, classifier: "亿元" }],
    ["什么时候开工", { date: true, number: false }],
    ["办了好多场展会", { number: true, classifier: "场" }],
    ["好多困难要解决", { number: false }],
    ["哪一年建成", { date: true }],
    ["啥子时候通车", { date: true }],
    ["得主有几位", { number: true, rank: false }],
    ["在全市排几位", { rank: true }],
    ["多久建好", { number: true }],
    ["排名第几", { rank: true }],
    ["有哪些措施", { number: false, date: false, rank: false, classifier: null }],
  ])("%s → %j", (folded, expected) => expect(expectationOf(folded)).toMatchObject(expected));
});

describe("how well a sentence could answer", () => {
  test.each([
    ["a number with the very unit, wholly", "新建了多少个口袋公园", "新建口袋公园18个", 1],
    ["a number in words with the unit, wholly", "建了几所学校", "建成三所学校", 1],
    ["a number with another unit, in part", "新建了多少个口袋公园", "投资18亿元", 0.5],
    ["no number, not at all", "新建了多少个口袋公园", "大力建设口袋公园", 0],
    ["a date for 什么时候, wholly", "什么时候开工", "2023年6月开工", 1],
    ["a day of the year for 什么时候, wholly", "什么时候通车", "国庆前建成通车", 1],
    ["another measure word of the kind, nearly", "毁了多少条渔船", "清理销毁渔船210艘", 0.8],
    ["a figure of another kind, not at all", "花了多少钱", "新增道路21.3公里", 0],
    ["no date for 什么时候, not at all", "什么时候开工", "项目已经开工", 0],
    ["a name for 区长是谁, wholly", "区长是谁", "代区长 王小明,代表区政府作报告", 1],
    ["an office without a name, not at all", "区长是谁", "成立以区委书记、区政府区长为双组长的专班", 0],
    ["an ordinal for 第几, wholly", "排名第几", "增速居全市第1位", 1],
    ["no ordinal for 第几, not at all", "排名第几", "增速为3.7%", 0],
    ["anything where nothing is expected, wholly", "有哪些措施", "大力发展", 1],
  ])("%s", (_how, asked, sentence, fit) => expect(meets(expectationOf(asked), sentence)).toBe(fit));

  test("the digits of a name are no figure", () => {
    expect(meets(expectationOf("pm2.5多少"), "导致pm2.5浓度上升")).toBe(0);
    expect(meets(expectationOf("pm2.5多少"), "pm2.5浓度32微克")).toBe(1);
  });
  test("a list or a reason may be any words", () => expect(meets(NOTHING_EXPECTED, "")).toBe(1));
});

describe("the kind of figure a question asks for", () => {
  test.each([
    ["总投资多少亿", "总投资3.5亿元", "新增道路21.3公里"],
    ["花了多少钱", "租金涨到3000元", "建成4a景区1个"],
    ["项目投资多少", "投资18亿元", "2个项目获评"],
    ["大楼有多高", "高339米", "产值500亿元"],
    ["占地多大", "占地65亩", "产值500亿元"],
    ["全长多少公里", "全长4.1公里", "改造面积119万平方米"],
    ["来了多少人", "单日人流突破100万", "建成7个站"],
    ["涨了百分之几", "增长12%", "完成12亿元"],
    ["多久建好", "6个月建成", "建成6座"],
    ["评上几a景区", "创建aaaa级景区", "新建景区3个"],
    ["双向几车道", "双向六车道", "全长4公里"],
  ])("%s: %s, not %s", (asked, told, other) => {
    const figure = figureAsked(asked);
    expect(figure?.test(told)).toBe(true);
    expect(figure?.test(other)).toBe(false);
  });
  test("any figure may answer a question that names no kind", () =>
    expect(figureAsked("增长多少")).toBeNull());
});

test("a measure word may be printed as another of its kind", () => {
  expect(countedAlike("条")?.test("清理渔船210艘")).toBe(true);
  expect(countedAlike("名")?.test("年产28万辆")).toBe(false);
  expect(countedAlike("吨")).toBeNull();
});

test("what is asked of a thing is printed in one of some words", () => {
  const [told] = attributesAsked("万象城总投资多少");
  expect(told?.test("投资18亿元")).toBe(true);
  expect(told?.test("聚集品牌27个")).toBe(false);
  expect(attributesAsked("有多少个公园")).toEqual([]);
});

test("what is left of a name without its kind still names it", () => {
  expect(thingMeasured("二三产业比重")).toBe("二三产业");
  expect(thingMeasured("网络游戏产业营收")).toBe("网络游戏");
});

describe("the name of a measure alone asks for its figure", () => {
  test.each([
    ["河南2007高考录取率", "录取率达到75%", "扩大高中阶段教育规模"],
    ["亚布力2014滑雪人次", "滑雪12万人次", "新建10条雪道"],
    ["宁夏2010葡萄酒产量", "葡萄酒3万吨", "建设120个示范基地"],
    ["石材税收", "税收3亿元", "石材企业120家"],
  ])("%s: %s, not %s", (asked, told, other) => {
    const figure = bareFigureAsked(asked);
    expect(figure?.test(told)).toBe(true);
    expect(figure?.test(other)).toBe(false);
  });
  test.each(["怎么扩大出口", "“五率”征兵是哪五个率", "旅游发展情况"])("%s asks for none", (asked) =>
    expect(bareFigureAsked(asked)).toBeNull(),
  );
});
