import { expect, test } from "vitest";
import { chineseWordings } from "./english.ts";

const printed = "北滨路东延伸段一期预计2025年6月竣工通车。智飞生物新冠疫苗获批供紧急使用。观音桥商圈";
const holds = (pair: string) => printed.includes(pair);

test.each([
  ["which company had its covid-19 vaccine approved for emergency use", "企业 新冠 疫苗 获批 紧急使用"],
  ["when is phase one of the beibin road expected to open to traffic", "一期 北滨路 通车"],
  ["renovation of guanyinqiao", "改造 观音桥"],
  ["elderly-care beds of a household", "养老服务 床位 户"],
  ["what a zero-waste city is", "无废城市"],
  ["problems the district's government still faces", "问题 区 政府"],
])("%s", (topic, wording) => {
  expect(chineseWordings(topic, holds)[0]).toBe(wording);
});

test("other counterparts make other wordings", () => {
  expect(chineseWordings("metro lines", holds)).toEqual(["轨道 线", "地铁 号线"]);
});

test("of words nobody knows there is none", () => {
  expect(chineseWordings("what about the quux", holds)).toEqual([]);
});

test("British spelling is read as American", () => {
  expect(chineseWordings("optimise", () => false)).toEqual(chineseWordings("optimize", () => false));
});
