import { expect, it, test } from "vitest";
import { fuzzyNames, suggestConcepts } from "./catalogue-fuzzy.ts";

it.each([
  ["空汽优良天树", "good-air-days"],
  ["空汽优良天树多少", "good-air-days"],
  ["固定资产头资", "fixed-asset-investment"],
  ["固定资产投货", "fixed-asset-investment"],
  ["地区生产总直", "gdp"],
  ["城镇新曾就业", "new-urban-jobs"],
  ["社会消废品零售总额", "retail-sales"],
  ["社会消费品另售总额增速", "retail-sales"],
  ["进处口总额", "trade-total"],
  ["一般公共予算收入", "general-budget-revenue"],
  ["人均公园绿地面级", "park-area-per-capita"],
  ["森林复盖率", "forest-coverage"],
  ["民赢经济占比", "private-share"],
  ["民营经济增价值占比", "private-share"],
  ["城镇登计失业率", "registered-unemployment-rate"],
  ["城镇调察失业率", "surveyed-unemployment-rate"],
  ["居民人均可支陪收入", "disposable-income"],
  ["居民人均可支配收人", "disposable-income"],
  ["规上工业增价值", "above-scale-value-added"],
  ["研发投入强渡", "rd-intensity"],
  ["万人发明专力拥有量", "inventions-per-ten-thousand"],
  ["实际利用外姿", "actual-foreign-capital"],
  ["存贷款余鹅", "deposits-and-loans"],
  ["安全事固死亡人数", "accident-deaths"],
  ["养老机构床位占比", "nursing-bed-share"],
  ["R&D intensty", "rd-intensity"],
  ["retail sale", "retail-sales"],
])("takes %s for %s", (typed, concept) => {
  expect(suggestConcepts(typed, 3)[0]?.concept).toBe(concept);
});

it.each([
  "汽车制造业增加值",
  "第四产业增加值",
  "江北新城是由哪两块地方整合",
  "轨道交通15号线哪年通车",
  "什么叫无废城市",
  "区长的手机号码",
  "今天天气怎么样",
  "PM3.5年均浓度",
  "增加",
  "",
])("suggests nothing for %s", (typed) => {
  expect(suggestConcepts(typed, 3)).toEqual([]);
});

test("the same words score 1, more slips score less", () => {
  expect(suggestConcepts("地区生产总值", 1)).toEqual([{ concept: "gdp", score: 1 }]);
  const [slip] = suggestConcepts("地区生产总直", 1);
  const [slips] = suggestConcepts("地区声产总直", 1);
  expect(slip?.score).toBeLessThan(1);
  expect(slips?.score).toBeLessThan(slip?.score ?? 0);
});

test("printed names outside the catalogue are found in the same way, as they were printed", () => {
  const names = ["铜锣山矿区修复面积（亩）", "智慧设施农业面积", "新（改）建公厕"];
  expect(fuzzyNames("铜罗山矿区修复面积亩", names, 2)[0]?.name).toBe("铜锣山矿区修复面积（亩）");
  expect(fuzzyNames("新改建公侧", names, 2)[0]?.name).toBe("新（改）建公厕");
  expect(fuzzyNames("地铁里程", names, 2)).toEqual([]);
});
