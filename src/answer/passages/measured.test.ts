import { describe, expect, test } from "vitest";
import { attributesAsked, countedAlike, figureAsked, thingMeasured } from "./measured.ts";

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
