import { describe, expect, test } from "vitest";
import { understand } from "./held-regions.ts";

const read = (asked: string) => {
  const { asked: plain, regions, years, indicators, operation, kinds, topic } = understand([asked]);
  return { plain, regions, years, indicators, operation, kinds, topic };
};

describe("what only lays a question out, introduces it or thanks for it changes nothing", () => {
  const plain = read("江北2022年GDP增速目标是多少");

  test.each([
    "江 北 2022 年GDP增 速目 标是 多少",
    "我想知道“江北2022年GDP增速目标是多少”这个问题的答案",
    "江北2022年GDP增速目标是多少来着",
    "重庆市江北2022年GDP增速目标是多少",
    "江北二〇二二年GDP增速目标是多少",
    "江北二零二二年GDP增速目标是多少",
    "江北22年GDP增速目标是多少",
    "江北2022年GPD增速目标是多少",
    "江北2022年鸡滴屁增速目标是多少",
    "那个，您好，我想问问哈，江北2022年GDP增速目标是多少",
    "我在写材料，想了解一下江北2022年GDP增速目标是多少",
    "ok，pls告诉我江北2022年GDP增速目标是多少",
    "江北2022年GDP增速目标是多少，谢谢啦",
    "江北2022年GDP增速目标是多少，给个准数，在线等",
    "江北2022年GDP增速目标是多少，我记不太清了",
    "江北的话，2022年GDP增速目标是多少",
  ])("%s", (asked) => {
    expect({ ...read(asked), plain: read(asked).plain.replace(/[?？]$/, "") }).toEqual(plain);
  });
});

test("the place or the year told last is put first", () => {
  expect(read("2022年GDP增速目标是多少，江北那边？").plain).toBe("江北2022年gdp增速目标是多少?");
  expect(read("江北GDP增速目标是多少，2022年的").plain).toBe("2022年江北gdp增速目标是多少?");
  expect(read("江北GDP增速是多少，大渡口呢").plain).toBe("江北gdp增速是多少,大渡口呢");
});

test("a year stands before 人均 and 多少, too", () => {
  expect(read("江北2023人均GDP").years).toEqual([2023]);
  expect(read("江北GDP总量23年比22年多了多少").years).toEqual([2022, 2023]);
  expect(read("江北2023多少人就业").years).toEqual([2023]);
  expect(read("江北GDP是多少增长多少").indicators).toEqual(read("江北GDP是多少，增长多少").indicators);
});

describe("left as they are", () => {
  test.each([
    "听说有个森林图书馆，想知道叫什么名字",
    "我是江北的居民，想知道2022年修了多少公里道路",
    "“三个两眼”指的是哪三个",
    "近20年来江北的变化",
    "江北2020年对口帮扶用了10年期贷款多少亿元",
  ])("%s", (asked) => {
    expect(read(asked).plain).toBe(asked.replace("，", ","));
  });
});

describe("regions spelt wrong are read, and written right", () => {
  test.each([
    ["江背和渝被2022年GDP增速哪个快", "江北和渝北2022年gdp增速哪个快", ["江北区", "渝北区"]],
    ["GDP增速渝被和江背哪个高", "gdp增速渝北和江北哪个高", ["渝北区", "江北区"]],
    ["大度口2022年GDP增速", "大渡口2022年gdp增速", ["大渡口区"]],
    ["江背跟四川的合作项目", "江北跟四川的合作项目", ["江北区"]],
    ["dadukouGDP增速2022年多少", "大渡口gdp增速2022年多少", ["大渡口区"]],
    ["渝北2023年奖杯的数量", "渝北2023年奖杯的数量", ["渝北区"]],
  ])("%s", (asked, plain, regions) => {
    expect(read(asked).plain).toBe(plain);
    expect(new Set(read(asked).regions)).toEqual(new Set(regions));
  });
});
