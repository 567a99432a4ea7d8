import { describe, expect, it } from "vitest";
import { distribute } from "./distribute.ts";
import { read } from "./read-facts.ts";

describe("a measure printed once, after the last of a list", () => {
  it("is of each part, whatever stands before it", () => {
    expect(distribute("铁路、高速公路通车里程", 2)).toEqual(["铁路通车里程", "高速公路通车里程"]);
    expect(distribute("机电产品、高新技术产品出口", 2)).toEqual(["机电产品出口", "高新技术产品出口"]);
    expect(distribute("能源、城市基础设施投资", 2)).toEqual(["能源投资", "城市基础设施投资"]);
    expect(distribute("智能电视、新能源汽车产量", 2)).toEqual(["智能电视产量", "新能源汽车产量"]);
  });

  it("takes with it what the parts share", () => {
    expect(distribute("城镇居民、新农合政策范围内住院费用报销比例", 2)).toEqual([
      "城镇居民政策范围内住院费用报销比例",
      "新农合政策范围内住院费用报销比例",
    ]);
    expect(distribute("广播、电视覆盖率", 2)).toEqual(["广播覆盖率", "电视覆盖率"]);
  });

  it("cuts no word in two", () => {
    expect(distribute("设市城市污水、生活垃圾无害化处理率", 2)).not.toContain("设市城市污水化处理率");
    expect(distribute("水耗、二氧化碳排放量", 2)).toBeNull();
  });
});

describe("a level behind its growth", () => {
  it("is of what grew", () => {
    expect(read("新能源汽车产量增长94.5%、达168.4万辆。")).toContain("新能源汽车产量 actual 2022 168.4 万辆");
    expect(read("税收收入、一般公共预算收入分别增长8%、9%，分别达到15亿元、20亿元。")).toEqual(
      expect.arrayContaining(["税收收入 actual 2022 15 亿元", "一般公共预算收入 actual 2022 20 亿元"]),
    );
  });

  it("is not where a clause of its own stands between", () => {
    expect(
      read("财政总收入增长18.1%，其中地方收入增幅首次超过总收入，完成1.1亿元。").some((row) =>
        row.includes("1.1"),
      ),
    ).toBe(false);
  });
});

describe("words around a figure", () => {
  it("an average of the year is the year's", () => {
    expect(read("城镇调查失业率平均值5.2%。")).toEqual(["城镇调查失业率 actual 2022 5.2 %"]);
  });

  it("同 sets a year beside another: the level reached is of the former, the growth of neither", () => {
    expect(read("2022年同2017年相比，原煤产量增长20%，达到11亿吨。")).toEqual([
      "原煤产量 actual 2022 11 亿吨",
    ]);
  });
});

describe("where a change began", () => {
  it("is told of its own year, whatever verb follows", () => {
    expect(read("常住人口城镇化率由2017年的41.5%提高到47%。")).toEqual([
      "常住人口城镇化率 actual 2017 41.5 %",
      "常住人口城镇化率 actual 2022 47 %",
    ]);
  });
});

describe("what was done to several things", () => {
  it("is said once behind the last, and belongs to each", () => {
    expect(read("完成1386个停车位和6个城乡垃圾中转站建设。")[0]).toBe("停车位建设 actual 2022 1386 个");
    expect(read("完成3所乡镇中学改扩建和3所幼儿园改造提升。")[0]).toBe("乡镇中学改扩建 actual 2022 3 所");
  });
});
